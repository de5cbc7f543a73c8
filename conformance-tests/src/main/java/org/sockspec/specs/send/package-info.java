/** Sending. */
@NullMarked
package org.sockspec.specs.send;

import org.jspecify.annotations.NullMarked;
