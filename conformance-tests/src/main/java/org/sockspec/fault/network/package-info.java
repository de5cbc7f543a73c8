/** Faults by network: two namespaces joined by a link that can be filtered. */
@NullMarked
package org.sockspec.fault.network;

import org.jspecify.annotations.NullMarked;
