/** Socket options. */
@NullMarked
package org.sockspec.specs.options;

import org.jspecify.annotations.NullMarked;
