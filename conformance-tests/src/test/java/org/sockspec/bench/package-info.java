/** Measurements; they print figures and judge nothing. */
@NullMarked
package org.sockspec.bench;

import org.jspecify.annotations.NullMarked;
