/** Creating a socket. */
@NullMarked
package org.sockspec.specs.socket;

import org.jspecify.annotations.NullMarked;
