/** The queue of connections waiting for accept(). */
@NullMarked
package org.sockspec.specs.backlog;

import org.jspecify.annotations.NullMarked;
