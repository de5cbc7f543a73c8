/** Local sockets that carry records. */
@NullMarked
package org.sockspec.specs.seqpacket;

import org.jspecify.annotations.NullMarked;
