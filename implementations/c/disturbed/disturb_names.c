/* Making sockets and naming them, and what they tell of themselves. */
#include "disturb.h"

#include <string.h>

enum { FIRST = 3, LAST = 4096 }; /* descriptors that are looked at for another socket */

int socketpair(int domain, int type, int protocol, int fds[2]) {
    if (is("socketpair-ignores-nonblock-flag")) {
        type &= ~SOCK_NONBLOCK;
    }
    int result = REAL(socketpair)(domain, type, protocol, fds);
    if (result == 0) {
        of(fds[0])->pair = of(fds[1])->pair = true;
    }
    return result;
}

static bool shares_port_only(int fd, const struct sockaddr_in *wanted) {
    struct sockaddr_storage name = name_of(fd);
    const struct sockaddr_in *other = (const struct sockaddr_in *)&name;
    return name.ss_family == AF_INET && is_tcp(fd) && other->sin_port == wanted->sin_port
        && other->sin_addr.s_addr != wanted->sin_addr.s_addr;
}

static bool is_port_of_another(int fd, const struct sockaddr *address, socklen_t length) {
    const struct sockaddr_in *wanted = (const struct sockaddr_in *)address;
    if (wanted == NULL || length < sizeof *wanted || wanted->sin_family != AF_INET || wanted->sin_port == 0 || !is_tcp(fd)) {
        return false;
    }
    for (int other = FIRST; other <= LAST; other++) {
        if (other != fd && shares_port_only(other, wanted)) {
            return true;
        }
    }
    return false;
}

static bool leaves_port_open(const struct sockaddr *address) {
    struct sockaddr_storage name = {0};
    memcpy(&name, address, sizeof(struct sockaddr_in));
    return (name.ss_family == AF_INET || name.ss_family == AF_INET6) && port_in(&name) == 0;
}

static bool is_let_through(int fd) {
    if (errno == EADDRNOTAVAIL) {
        return is("bind-takes-foreign-address");
    }
    return errno == EINVAL && of(fd)->bound && is_tcp(fd) && is("bind-again-succeeds");
}

int bind(int fd, const struct sockaddr *address, socklen_t length) {
    if (is("bind-refuses-port-of-another-address") && is_port_of_another(fd, address, length)) {
        return fails(EADDRINUSE);
    }
    int result = REAL(bind)(fd, address, length);
    if (result == 0) {
        of(fd)->bound = true;
        of(fd)->port_chosen = length >= sizeof(struct sockaddr_in) && leaves_port_open(address);
    }
    return result == 0 || is_let_through(fd) ? 0 : -1;
}

int listen(int fd, int backlog) {
    struct sockaddr_storage name = name_of(fd);
    if (is("listen-backlog-is-one")) {
        backlog = 0;
    }
    if (is("listen-again-keeps-backlog") && option_of(fd, SO_ACCEPTCONN) == 1) {
        return 0;
    }
    if (is("listen-before-bind-is-eaddrinuse") && is_tcp(fd) && port_in(&name) == 0) {
        return fails(EADDRINUSE);
    }
    int result = REAL(listen)(fd, backlog);
    if (result == 0) {
        of(fd)->port_chosen = false;
    } else if (errno == EADDRINUSE && is("listen-on-used-port-is-eaddrnotavail")) {
        errno = EADDRNOTAVAIL;
    }
    return result;
}

static void forget_port(struct sockaddr *address, socklen_t length) {
    if (length >= sizeof(struct sockaddr_in)) {
        ((struct sockaddr_in *)address)->sin_port = 0; /* at the same place in a struct sockaddr_in6 */
    }
}

static void hide_truncation(socklen_t *length, socklen_t room) {
    if (is("names-hide-truncation") && *length > room) {
        *length = room;
    }
}

int getsockname(int fd, struct sockaddr *address, socklen_t *length) {
    socklen_t room = room_at(length);
    int result = REAL(getsockname)(fd, address, length);
    if (result == 0) {
        hide_truncation(length, room);
    }
    if (result == 0 && is("getsockname-hides-port-until-listen") && of(fd)->port_chosen && is_tcp(fd)) {
        forget_port(address, *length);
    }
    return result;
}

/* Lets the system check the pointers. */
static int put_peer(int fd, struct sockaddr *address, socklen_t *length) {
    const struct descriptor *known = of(fd);
    socklen_t room = room_at(length);
    if (REAL(getsockname)(fd, address, length) == -1) {
        return -1;
    }
    memcpy(address, &known->peer, room < known->peer_length ? room : known->peer_length);
    *length = known->peer_length;
    return 0;
}

/* Leaves the memory as it is, as if there were nothing to tell. */
static int put_nothing(int fd, socklen_t *length) {
    struct sockaddr_storage name;
    socklen_t room = sizeof name;
    int result = REAL(getpeername)(fd, (struct sockaddr *)&name, &room);
    if (result == 0) {
        *length = 0;
    }
    return result;
}

int getpeername(int fd, struct sockaddr *address, socklen_t *length) {
    if (is("getpeername-works-on-listeners") && option_of(fd, SO_ACCEPTCONN) == 1) {
        return REAL(getsockname)(fd, address, length);
    }
    if (of(fd)->peer_length > 0) {
        return put_peer(fd, address, length);
    }
    if (is("getpeername-of-pair-has-no-family") && of(fd)->pair) {
        return put_nothing(fd, length);
    }
    socklen_t room = room_at(length);
    int result = REAL(getpeername)(fd, address, length);
    if (result == 0) {
        hide_truncation(length, room);
    }
    return result;
}

static void disturb_error(struct descriptor *known, int *error) {
    if (is("so-error-is-kept")) {
        known->kept_error = *error != 0 ? *error : known->kept_error;
        *error = known->kept_error;
    }
    if (is("so-error-repeats-failed-calls") && *error == 0) {
        *error = known->call_error;
        known->call_error = 0;
    }
}

int getsockopt(int fd, int level, int option, void *value, socklen_t *length) {
    int result = REAL(getsockopt)(fd, level, option, value, length);
    if (result == 0 && level == SOL_SOCKET && option == SO_ERROR && *length == sizeof(int)) {
        disturb_error(of(fd), value);
        of(fd)->refused = of(fd)->refused || (*(int *)value == ECONNREFUSED && is_tcp(fd));
    }
    return result;
}
