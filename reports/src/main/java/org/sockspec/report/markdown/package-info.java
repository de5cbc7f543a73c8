/** The report for a CI job page: a short Markdown summary. */
@NullMarked
package org.sockspec.report.markdown;

import org.jspecify.annotations.NullMarked;
