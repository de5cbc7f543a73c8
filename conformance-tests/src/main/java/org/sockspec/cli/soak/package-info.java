/** The proof that verdicts are steady: many rounds under changing conditions. */
@NullMarked
package org.sockspec.cli.soak;

import org.jspecify.annotations.NullMarked;
