/* The calls that lwIP has, and which of them may block. */
#include "calls.h"

const struct method methods[] = {
    {"accept", make_accept, ALWAYS},
    {"bind", make_bind, NEVER},
    {"close", make_close, ALWAYS},
    {"connect", make_connect, ALWAYS},
    {"fcntl", make_fcntl, NEVER},
    {"getpeername", make_getpeername, NEVER},
    {"getsockname", make_getsockname, NEVER},
    {"getsockopt", make_getsockopt, NEVER},
    {"listen", make_listen, NEVER},
    {"poll", make_poll, BY_TIMEOUT},
    {"raw", make_raw, ALWAYS},
    {"read", make_read, ALWAYS},
    {"recv", make_recv, ALWAYS},
    {"recv_pattern", make_recv_pattern, ALWAYS},
    {"recvfrom", make_recvfrom, ALWAYS},
    {"recvmsg", make_recvmsg, ALWAYS},
    {"send", make_send, ALWAYS},
    {"send_pattern", make_send_pattern, ALWAYS},
    {"sendmsg", make_sendmsg, ALWAYS},
    {"sendto", make_sendto, ALWAYS},
    {"setsockopt", make_setsockopt, NEVER},
    {"shutdown", make_shutdown, ALWAYS},
    {"socket", make_socket, NEVER},
    {"write", make_write, ALWAYS},
};

const size_t method_count = sizeof methods / sizeof *methods;
