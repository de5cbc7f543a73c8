/** The reference implementation: the sockets of the Linux kernel it runs on, through libc. */
@NullMarked
package org.sockspec.reference;

import org.jspecify.annotations.NullMarked;
