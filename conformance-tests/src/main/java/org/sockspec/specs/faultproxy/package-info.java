/** Faults on the path, by a TCP proxy. */
@NullMarked
package org.sockspec.specs.faultproxy;

import org.jspecify.annotations.NullMarked;
