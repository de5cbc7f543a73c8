/** The report for people: one self-contained page. */
@NullMarked
package org.sockspec.report.html;

import org.jspecify.annotations.NullMarked;
