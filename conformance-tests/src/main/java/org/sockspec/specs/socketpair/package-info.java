/** A pair of connected sockets. */
@NullMarked
package org.sockspec.specs.socketpair;

import org.jspecify.annotations.NullMarked;
