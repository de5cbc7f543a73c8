/** Receiving. */
@NullMarked
package org.sockspec.specs.recv;

import org.jspecify.annotations.NullMarked;
