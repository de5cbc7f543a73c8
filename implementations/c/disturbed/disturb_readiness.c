/* Waiting until sockets are ready. */
#include "disturb.h"

#include <poll.h>
#include <sys/select.h>

enum { MANY = 1024 }; /* more entries than this are left alone */

static int count_ready(const struct pollfd *fds, nfds_t count) {
    int ready = 0;
    for (nfds_t i = 0; i < count; i++) {
        ready += fds[i].revents != 0;
    }
    return ready;
}

static int hide_hangups(struct pollfd *fds, nfds_t count) {
    for (nfds_t i = 0; i < count; i++) {
        fds[i].revents &= (short)(fds[i].events | POLLNVAL);
    }
    return count_ready(fds, count);
}

static bool is_at_end_of_file(int fd) {
    char data;
    return is_tcp(fd) && (events_of(fd, POLLRDHUP) & POLLRDHUP) != 0
        && REAL(recv)(fd, &data, sizeof data, MSG_PEEK | MSG_DONTWAIT) == 0;
}

static int hide_ends_of_file(struct pollfd *fds, nfds_t count) {
    for (nfds_t i = 0; i < count; i++) {
        if ((fds[i].revents & POLLIN) != 0 && is_at_end_of_file(fds[i].fd)) {
            fds[i].revents &= ~POLLIN;
        }
    }
    return count_ready(fds, count);
}

static bool has_writable(const struct pollfd *fds, nfds_t count) {
    for (nfds_t i = 0; i < count; i++) {
        if ((fds[i].events & POLLOUT) != 0 && is_socket(fds[i].fd) && (events_of(fds[i].fd, POLLOUT) & POLLOUT) != 0) {
            return true;
        }
    }
    return false;
}

/* Looks past the connections that the last accept() left behind, until there are more of them. */
static bool is_passed_over(int fd) {
    unsigned left = fd < 0 ? 0 : of(fd)->left_pending;
    return left > 0 && pending_at(fd) <= left;
}

/* A negative descriptor is not looked at. */
static int poll_first_pending(struct pollfd *fds, nfds_t count, int timeout) {
    bool hidden[MANY];
    for (nfds_t i = 0; i < count; i++) {
        hidden[i] = is_passed_over(fds[i].fd);
        fds[i].fd = hidden[i] ? ~fds[i].fd : fds[i].fd;
    }
    int result = REAL(poll)(fds, count, timeout);
    for (nfds_t i = 0; i < count; i++) {
        fds[i].fd = hidden[i] ? ~fds[i].fd : fds[i].fd;
    }
    return result;
}

int poll(struct pollfd *fds, nfds_t count, int timeout) {
    if (count <= MANY && is("poll-sees-only-first-pending")) {
        return poll_first_pending(fds, count, timeout);
    }
    if (timeout > 0 && is("poll-of-writable-waits-out-timeout") && has_writable(fds, count)) {
        if (REAL(poll)(NULL, 0, timeout) == -1) {
            return -1;
        }
        timeout = 0;
    }
    int result = REAL(poll)(fds, count, timeout);
    if (result > 0 && is("poll-hides-end-of-file")) {
        return hide_ends_of_file(fds, count);
    }
    return result > 0 && is("poll-hides-hangup") ? hide_hangups(fds, count) : result;
}

static bool is_in(int fd, const fd_set *set) {
    return (((const fd_mask *)set)[fd / NFDBITS] >> fd % NFDBITS & 1) != 0;
}

static void take_out(int fd, fd_set *set) {
    ((fd_mask *)set)[fd / NFDBITS] &= (fd_mask)~(1UL << fd % NFDBITS);
}

static int hide_failed_connections(int nfds, fd_set *writable) {
    int hidden = 0;
    for (int fd = 0; fd < nfds; fd++) {
        if (is_in(fd, writable) && of(fd)->connecting && (events_of(fd, POLLOUT) & POLLERR) != 0) {
            take_out(fd, writable);
            hidden++;
        }
    }
    return hidden;
}

int select(int nfds, fd_set *readable, fd_set *writable, fd_set *exceptional, struct timeval *timeout) {
    int result = REAL(select)(nfds, readable, writable, exceptional, timeout);
    if (result <= 0 || writable == NULL || !is("select-hides-failed-connect")) {
        return result;
    }
    int left = result - hide_failed_connections(nfds, writable);
    return left > 0 ? left : REAL(select)(0, NULL, NULL, NULL, timeout);
}
