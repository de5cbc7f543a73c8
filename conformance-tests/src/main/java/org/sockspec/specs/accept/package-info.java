/** Taking a connection from a listening socket. */
@NullMarked
package org.sockspec.specs.accept;

import org.jspecify.annotations.NullMarked;
