/* Accepting and making connections. */
#include "disturb.h"

#include <poll.h>
#include <string.h>
#include <unistd.h>

static int take(int fd, struct sockaddr *address, socklen_t *length, int flags) {
    int taken;
    do {
        taken = REAL(accept4)(fd, address, length, flags);
    } while (taken == -1 && errno == EAGAIN && is("accept-ignores-receive-timeout") && !is_nonblocking(fd));
    return taken;
}

static bool has_no_peer(int fd) {
    struct sockaddr_storage name;
    socklen_t length = sizeof name;
    return REAL(getpeername)(fd, (struct sockaddr *)&name, &length) == -1 && errno == ENOTCONN;
}

static int disturbed_accept(int fd, struct sockaddr *address, socklen_t *length, int flags) {
    socklen_t room = room_at(length);
    int taken = take(fd, address, length, flags);
    if (taken == -1) {
        return -1;
    }
    of(fd)->left_pending = pending_at(fd);
    if (is("accept-fails-on-reset-connection") && is_tcp(taken) && has_no_peer(taken)) {
        close(taken);
        return fails(ENOTCONN);
    }
    if (is("accept-reports-listener-as-peer") && address != NULL) {
        *length = room;
        REAL(getsockname)(fd, address, length);
    }
    return taken;
}

int accept(int fd, struct sockaddr *address, socklen_t *length) {
    return disturbed_accept(fd, address, length, 0);
}

int accept4(int fd, struct sockaddr *address, socklen_t *length, int flags) {
    return disturbed_accept(fd, address, length, flags);
}

static bool dissolves(const struct sockaddr *address, socklen_t length) {
    return address != NULL && length >= sizeof address->sa_family && address->sa_family == AF_UNSPEC;
}

/* Goes on with a connection when a signal has interrupted the call; a second signal does get through. */
static int wait_on(int fd) {
    struct pollfd one = {.fd = fd, .events = POLLOUT};
    if (REAL(poll)(&one, 1, -1) == -1) {
        return -1;
    }
    int error = option_of(fd, SO_ERROR);
    return error == 0 ? 0 : fails(error);
}

/* Keeps the peer for send() and getpeername() only, so that datagrams go on coming from anyone. */
static void hide_peer(int fd, const struct sockaddr *address, socklen_t length) {
    static const struct sockaddr nobody = {.sa_family = AF_UNSPEC};
    struct descriptor *known = of(fd);
    REAL(connect)(fd, &nobody, sizeof nobody);
    memcpy(&known->peer, address, length);
    known->peer_length = length;
}

static void note_result(int fd, int result, const struct sockaddr *address, socklen_t length) {
    struct descriptor *known = of(fd);
    if (result == 0) {
        known->port_chosen = false;
        known->peer_length = 0;
    } else {
        known->call_error = errno;
        known->connecting = known->connecting || errno == EINPROGRESS;
        known->refused = known->refused || (errno == ECONNREFUSED && is_tcp(fd));
    }
    if (result == 0 && is("connect-does-not-filter-datagrams") && known->bound && !dissolves(address, length)
        && option_of(fd, SO_PROTOCOL) == IPPROTO_UDP) {
        hide_peer(fd, address, length);
    }
}

static int changed_error(int error) {
    if (error == ECONNREFUSED && is("connect-refused-is-timed-out")) {
        return ETIMEDOUT;
    }
    return error == EPROTOTYPE && is("connect-to-other-type-is-refused") ? ECONNREFUSED : error;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
    if (is("connect-after-refusal-fails") && of(fd)->refused) {
        return fails(ECONNABORTED);
    }
    if (is("connect-cannot-dissolve-datagram") && dissolves(address, length) && option_of(fd, SO_TYPE) == SOCK_DGRAM) {
        return fails(EAFNOSUPPORT);
    }
    int result = REAL(connect)(fd, address, length);
    if (result == -1 && errno == EINTR && is("connect-cannot-be-interrupted")) {
        result = wait_on(fd);
    }
    note_result(fd, result, address, length);
    return result == 0 ? 0 : fails(changed_error(errno));
}
