/** Ancillary data. */
@NullMarked
package org.sockspec.specs.ancillary;

import org.jspecify.annotations.NullMarked;
