/** The run folder on disk: the journal while the run is under way, the results and reports after it. */
@NullMarked
package org.sockspec.report.folder;

import org.jspecify.annotations.NullMarked;
