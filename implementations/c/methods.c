/* The calls that a kernel has, and which of them may block. */
#include "calls.h"

const struct method methods[] = {
    {"accept", make_accept, ALWAYS},
    {"accept4", make_accept4, ALWAYS},
    {"bind", make_bind, NEVER},
    {"close", make_close, ALWAYS},
    {"connect", make_connect, ALWAYS},
    {"dup", make_dup, NEVER},
    {"fcntl", make_fcntl, NEVER},
    {"fstat", make_fstat, NEVER},
    {"getpeername", make_getpeername, NEVER},
    {"getsockname", make_getsockname, NEVER},
    {"getsockopt", make_getsockopt, NEVER},
    {"listen", make_listen, NEVER},
    {"pipe", make_pipe, NEVER},
    {"poll", make_poll, BY_TIMEOUT},
    {"pthread_kill", make_pthread_kill, ALWAYS},
    {"read", make_read, ALWAYS},
    {"recv", make_recv, ALWAYS},
    {"recv_pattern", make_recv_pattern, ALWAYS},
    {"recvfrom", make_recvfrom, ALWAYS},
    {"recvmsg", make_recvmsg, ALWAYS},
    {"select", make_select, BY_TIMEOUT},
    {"send", make_send, ALWAYS},
    {"send_pattern", make_send_pattern, ALWAYS},
    {"sendmsg", make_sendmsg, ALWAYS},
    {"sendto", make_sendto, ALWAYS},
    {"setrlimit", make_setrlimit, NEVER},
    {"setsockopt", make_setsockopt, NEVER},
    {"shutdown", make_shutdown, NEVER},
    {"sigaction", make_sigaction, NEVER},
    {"socket", make_socket, NEVER},
    {"socketpair", make_socketpair, NEVER},
    {"write", make_write, ALWAYS},
};

const size_t method_count = sizeof methods / sizeof *methods;
