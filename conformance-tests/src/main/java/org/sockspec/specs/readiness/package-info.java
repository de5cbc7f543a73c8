/** What poll() and select() report. */
@NullMarked
package org.sockspec.specs.readiness;

import org.jspecify.annotations.NullMarked;
