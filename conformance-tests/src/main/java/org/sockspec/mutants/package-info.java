/** Implementations with exactly one behaviour broken, and the proof that the specs notice. */
@NullMarked
package org.sockspec.mutants;

import org.jspecify.annotations.NullMarked;
