/** Faults of the network between the hosts. */
@NullMarked
package org.sockspec.specs.faultnetwork;

import org.jspecify.annotations.NullMarked;
