/** Keeps a run from leaving anything behind, however it ends. */
@NullMarked
package org.sockspec.harness.janitor;

import org.jspecify.annotations.NullMarked;
