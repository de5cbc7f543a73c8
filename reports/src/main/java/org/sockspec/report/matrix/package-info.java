/** Compares runs of several implementations, clause by clause. */
@NullMarked
package org.sockspec.report.matrix;

import org.jspecify.annotations.NullMarked;
