/** Keeps a run from leaving anything behind, however it ends. */
@NullMarked
package org.sockspec.janitor;

import org.jspecify.annotations.NullMarked;
