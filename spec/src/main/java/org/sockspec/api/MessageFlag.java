package org.sockspec.api;

/** Flag of the send and receive calls, or in the msg_flags that recvmsg() stores (POSIX XSH send(), recv()). */
public enum MessageFlag {
    MSG_PEEK,
    MSG_OOB,
    MSG_WAITALL,
    MSG_DONTWAIT,
    MSG_NOSIGNAL,
    MSG_EOR,
    MSG_TRUNC,
    MSG_CTRUNC,
    MSG_CMSG_CLOEXEC,
    MSG_DONTROUTE
}
