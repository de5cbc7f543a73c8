/** Closing a socket. */
@NullMarked
package org.sockspec.specs.close;

import org.jspecify.annotations.NullMarked;
