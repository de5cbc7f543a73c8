/** Portable helpers that work on any implementation of the sockets API. */
@NullMarked
package org.sockspec.helper;

import org.jspecify.annotations.NullMarked;
