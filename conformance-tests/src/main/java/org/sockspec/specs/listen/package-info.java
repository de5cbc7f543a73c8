/** Making a socket accept connections. */
@NullMarked
package org.sockspec.specs.listen;

import org.jspecify.annotations.NullMarked;
