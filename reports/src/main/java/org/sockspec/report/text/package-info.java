/** Makes text of unknown origin safe to show. */
@NullMarked
package org.sockspec.report.text;

import org.jspecify.annotations.NullMarked;
