/** The testee protocol: the sockets API over a pair of pipes, and its client and server sides. */
@NullMarked
package org.sockspec.protocol;

import org.jspecify.annotations.NullMarked;
