/** The report in one line: a badge for a README. */
@NullMarked
package org.sockspec.report.badge;

import org.jspecify.annotations.NullMarked;
