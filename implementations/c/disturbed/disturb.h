/*
 * Disturbs single calls of the testee from outside: a library for LD_PRELOAD that makes the one thing go wrong which
 * SOCKSPEC_DISTURB names. disturbances.yaml says what each is, and where it has really happened.
 */
#ifndef DISTURB_H
#define DISTURB_H

#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* What is remembered of a descriptor until it is closed. */
struct descriptor {
    bool bound;             /* by a call of bind() */
    bool port_chosen;       /* by the system, and not used yet */
    bool connecting;        /* has been in the background */
    bool refused;           /* by the target of a connection */
    bool shut;              /* by a call of shutdown() whose consequence is due */
    bool pair;              /* made by socketpair() */
    unsigned left_pending;  /* connections that the last accept() left behind */
    int call_error;         /* of the last call that failed */
    int kept_error;         /* what SO_ERROR has told */
    struct sockaddr_storage peer;
    socklen_t peer_length;  /* not zero if the system does not know of the peer */
};

bool is(const char *id);
int fails(int error);
socklen_t room_at(const socklen_t *length);
struct descriptor *of(int fd);

/* These leave errno alone. */
int option_of(int fd, int option);
bool is_socket(int fd);
bool is_tcp(int fd);
bool is_nonblocking(int fd);
short events_of(int fd, short asked);
unsigned pending_at(int fd);
struct sockaddr_storage name_of(int fd);
in_port_t port_in(const struct sockaddr_storage *name);

#endif
