/** Giving a socket a local address. */
@NullMarked
package org.sockspec.specs.bind;

import org.jspecify.annotations.NullMarked;
