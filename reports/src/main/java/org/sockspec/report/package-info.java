/** The results of a run as values: cases with their verdicts, the clauses they belong to, and what was run where. */
@NullMarked
package org.sockspec.report;

import org.jspecify.annotations.NullMarked;
