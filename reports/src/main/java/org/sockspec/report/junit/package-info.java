/** The report for CI servers: JUnit XML in the form Surefire writes. */
@NullMarked
package org.sockspec.report.junit;

import org.jspecify.annotations.NullMarked;
