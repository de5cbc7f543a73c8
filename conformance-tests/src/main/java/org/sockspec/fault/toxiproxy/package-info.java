/** Faults by proxy: obtain a Toxiproxy server that tells the truth, and steer proxies in it. */
@NullMarked
package org.sockspec.fault.toxiproxy;

import org.jspecify.annotations.NullMarked;
