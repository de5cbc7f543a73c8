package org.sockspec.api;

import java.util.List;

/** One control message of sendmsg() or recvmsg() (POSIX XBD sys/socket.h, cmsghdr). */
public sealed interface Control {

    /** SCM_RIGHTS: descriptors to pass, or the new ones that were received. */
    record Rights(List<Integer> fds) implements Control {}

    /** A message of another kind, as the testee names it. */
    record Other(String name, Bytes data) implements Control {}
}
