/*
 * Disturbs single calls of the testee from outside: a library for LD_PRELOAD that makes the one thing go wrong which
 * SOCKSPEC_DISTURB names. disturbances.yaml says what each is, and where it has really happened.
 */
#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is(const char *id) {
    const char *wanted = getenv("SOCKSPEC_DISTURB");
    return wanted != NULL && strcmp(wanted, id) == 0;
}

static int option_of(int fd, int option) {
    int value = -1;
    socklen_t length = sizeof value;
    REAL(getsockopt)(fd, SOL_SOCKET, option, &value, &length);
    return value;
}

int listen(int fd, int backlog) {
    if (is("listen-backlog-is-one")) {
        backlog = 0;
    }
    return REAL(listen)(fd, backlog);
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
    int result = REAL(connect)(fd, address, length);
    if (result < 0 && errno == ECONNREFUSED && is("connect-refused-is-timed-out")) {
        errno = ETIMEDOUT;
    }
    return result;
}

int getpeername(int fd, struct sockaddr *address, socklen_t *length) {
    if (is("getpeername-works-on-listeners") && option_of(fd, SO_ACCEPTCONN) == 1) {
        return REAL(getsockname)(fd, address, length);
    }
    return REAL(getpeername)(fd, address, length);
}
