/** The rules that hold the architecture. */
@NullMarked
package org.sockspec;

import org.jspecify.annotations.NullMarked;
