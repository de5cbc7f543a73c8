/** Non-blocking mode. */
@NullMarked
package org.sockspec.specs.nonblocking;

import org.jspecify.annotations.NullMarked;
