/** The language the specs are written in. */
@NullMarked
package org.sockspec.harness;

import org.jspecify.annotations.NullMarked;
