/** Sockets as file descriptors. */
@NullMarked
package org.sockspec.specs.descriptor;

import org.jspecify.annotations.NullMarked;
