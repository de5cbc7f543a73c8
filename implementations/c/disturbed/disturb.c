/* What all calls need, and the calls that are not of sockets alone. */
#include "disturb.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DESCRIPTORS = 65536, DUPLICATES = 4096, ASIDE = 10000 };

bool is(const char *id) {
    const char *wanted = getenv("SOCKSPEC_DISTURB");
    return wanted != NULL && strcmp(wanted, id) == 0;
}

int fails(int error) {
    errno = error;
    return -1;
}

struct descriptor *of(int fd) {
    static struct descriptor known[DESCRIPTORS], other;
    return fd >= 0 && fd < DESCRIPTORS ? &known[fd] : &other;
}

int option_of(int fd, int option) {
    int error = errno, value = -1;
    socklen_t length = sizeof value;
    REAL(getsockopt)(fd, SOL_SOCKET, option, &value, &length);
    errno = error;
    return value;
}

bool is_socket(int fd) {
    return option_of(fd, SO_TYPE) != -1;
}

bool is_tcp(int fd) {
    return option_of(fd, SO_PROTOCOL) == IPPROTO_TCP;
}

bool is_nonblocking(int fd) {
    int error = errno, flags = fcntl(fd, F_GETFL);
    errno = error;
    return flags != -1 && (flags & O_NONBLOCK) != 0;
}

short events_of(int fd, short asked) {
    int error = errno;
    struct pollfd one = {.fd = fd, .events = asked};
    REAL(poll)(&one, 1, 0);
    errno = error;
    return one.revents;
}

/* A call may also be made with a pointer that leads nowhere. */
socklen_t room_at(const socklen_t *length) {
    return length == NULL || (intptr_t)length == -1 ? 0 : *length;
}

/* Tells how many connections a listening TCP socket has for accept(). */
unsigned pending_at(int fd) {
    int error = errno;
    struct tcp_info info = {0};
    socklen_t length = sizeof info;
    REAL(getsockopt)(fd, IPPROTO_TCP, TCP_INFO, &info, &length);
    errno = error;
    return info.tcpi_state == TCP_LISTEN ? info.tcpi_unacked : 0;
}

struct sockaddr_storage name_of(int fd) {
    int error = errno;
    struct sockaddr_storage name = {0};
    socklen_t length = sizeof name;
    REAL(getsockname)(fd, (struct sockaddr *)&name, &length);
    errno = error;
    return name;
}

in_port_t port_in(const struct sockaddr_storage *name) {
    if (name->ss_family == AF_INET) {
        return ((const struct sockaddr_in *)name)->sin_port;
    }
    return name->ss_family == AF_INET6 ? ((const struct sockaddr_in6 *)name)->sin6_port : 0;
}

/* The connections stay open, for nobody closes what this accepts; its descriptors are out of the way. */
static void take_pending(int fd) {
    for (unsigned left = pending_at(fd); left > 0 && (events_of(fd, POLLIN) & POLLIN) != 0; left--) {
        int taken = REAL(accept)(fd, NULL, NULL);
        fcntl(taken, F_DUPFD, ASIDE);
        REAL(close)(taken);
    }
}

static bool is_last_of_socket(int fd) {
    struct stat one = {0}, other;
    fstat(fd, &one);
    for (int i = 0; i < DUPLICATES; i++) {
        if (i != fd && fstat(i, &other) == 0 && other.st_dev == one.st_dev && other.st_ino == one.st_ino) {
            return false;
        }
    }
    return true;
}

int close(int fd) {
    if (is("close-of-listener-keeps-pending") && pending_at(fd) > 0 && is_last_of_socket(fd)) {
        take_pending(fd);
    }
    *of(fd) = (struct descriptor){0};
    return REAL(close)(fd);
}

int sigaction(int number, const struct sigaction *action, struct sigaction *old) {
    struct sigaction changed;
    if (action != NULL && is("restart-flag-is-ignored")) {
        changed = *action;
        changed.sa_flags &= ~SA_RESTART;
        action = &changed;
    }
    return REAL(sigaction)(number, action, old);
}
