/** Initiating a connection. */
@NullMarked
package org.sockspec.specs.connect;

import org.jspecify.annotations.NullMarked;
