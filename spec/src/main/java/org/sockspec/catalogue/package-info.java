/** The clause catalogue: what is specified, read from YAML and checked. */
@NullMarked
package org.sockspec.catalogue;

import org.jspecify.annotations.NullMarked;
