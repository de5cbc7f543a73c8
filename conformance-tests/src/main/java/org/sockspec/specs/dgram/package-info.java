/** Datagram sockets. */
@NullMarked
package org.sockspec.specs.dgram;

import org.jspecify.annotations.NullMarked;
