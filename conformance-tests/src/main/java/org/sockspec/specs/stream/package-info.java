/** Byte-stream data transfer. */
@NullMarked
package org.sockspec.specs.stream;

import org.jspecify.annotations.NullMarked;
