/** The sockets API as Java types: what can be called, with what, and what can come back. */
@NullMarked
package org.sockspec.api;

import org.jspecify.annotations.NullMarked;
