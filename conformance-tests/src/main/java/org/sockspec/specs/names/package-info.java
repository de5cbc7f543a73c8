/** getsockname() and getpeername() in every state. */
@NullMarked
package org.sockspec.specs.names;

import org.jspecify.annotations.NullMarked;
