/** Peers that are killed, stopped and restarted. */
@NullMarked
package org.sockspec.specs.faultprocess;

import org.jspecify.annotations.NullMarked;
