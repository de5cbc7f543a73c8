/* The calls of the protocol, by the names they have there. */
#ifndef CALLS_H
#define CALLS_H

#include "call.h"

/* The calls that the implementation has, sorted by name. */
extern const struct method methods[];
extern const size_t method_count;

/* A null pointer for a name that is not one of a call. */
const struct method *method_named(const char *name);

/* The type that a request names, with its flags. */
int socket_type_of(struct call *call);

void make_accept(struct call *call);
void make_accept4(struct call *call);
void make_bind(struct call *call);
void make_chdir(struct call *call);
void make_close(struct call *call);
void make_connect(struct call *call);
void make_dup(struct call *call);
void make_fchmod(struct call *call);
void make_fcntl(struct call *call);
void make_fstat(struct call *call);
void make_getpeername(struct call *call);
void make_getsockname(struct call *call);
void make_getsockopt(struct call *call);
void make_listen(struct call *call);
void make_pipe(struct call *call);
void make_poll(struct call *call);
void make_pthread_kill(struct call *call);
void make_raw(struct call *call);
void make_read(struct call *call);
void make_pthread_sigmask(struct call *call);
void make_readv(struct call *call);
void make_recv(struct call *call);
void make_recv_pattern(struct call *call);
void make_recvfrom(struct call *call);
void make_recvmsg(struct call *call);
void make_select(struct call *call);
void make_send(struct call *call);
void make_send_pattern(struct call *call);
void make_sendmsg(struct call *call);
void make_sendto(struct call *call);
void make_setrlimit(struct call *call);
void make_setsockopt(struct call *call);
void make_shutdown(struct call *call);
void make_sigaction(struct call *call);
void make_sigtimedwait(struct call *call);
void make_socket(struct call *call);
void make_socketpair(struct call *call);
void make_umask(struct call *call);
void make_write(struct call *call);
void make_writev(struct call *call);

#endif
