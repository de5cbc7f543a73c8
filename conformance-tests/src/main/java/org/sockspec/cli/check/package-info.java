/** Checks that a testee speaks the protocol, rung by rung. */
@NullMarked
package org.sockspec.cli.check;

import org.jspecify.annotations.NullMarked;
