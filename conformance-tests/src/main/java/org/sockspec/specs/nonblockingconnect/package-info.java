/** The life cycle of a non-blocking connect(). */
@NullMarked
package org.sockspec.specs.nonblockingconnect;

import org.jspecify.annotations.NullMarked;
