/* Sending, receiving, and the end of both. */
#include "disturb.h"

#include <poll.h>
#include <sys/time.h>
#include <unistd.h>

enum { PROCEED = 1 };

int shutdown(int fd, int how) {
    int result = REAL(shutdown)(fd, how);
    of(fd)->shut = of(fd)->shut || result == 0;
    return result;
}

static bool is_due_after_shutdown(int fd) {
    bool due = of(fd)->shut && is_tcp(fd) && is("shutdown-fails-next-call");
    if (due) {
        of(fd)->shut = false;
    }
    return due;
}

/* Returns what takes the place of the result of receiving, or PROCEED. */
static int instead_of_receiving(int fd) {
    if (is_due_after_shutdown(fd)) {
        return fails(ESHUTDOWN);
    }
    if (is("end-of-file-overtakes-data") && is_tcp(fd) && !of(fd)->shut
        && (events_of(fd, POLLRDHUP) & POLLRDHUP) != 0) {
        return 0;
    }
    return PROCEED;
}

static bool becomes_end_of_file(int fd, int flags) {
    if (errno == EAGAIN && is("receive-timeout-is-end-of-file")) {
        return is_tcp(fd) && !is_nonblocking(fd) && (flags & MSG_DONTWAIT) == 0;
    }
    return errno == ECONNRESET && option_of(fd, SO_DOMAIN) == AF_UNIX && is("unix-reset-is-end-of-file");
}

static ssize_t result_of_call(int fd, ssize_t result) {
    if (result == -1) {
        of(fd)->call_error = errno;
    }
    return result;
}

static ssize_t after_receiving(int fd, int flags, ssize_t result) {
    if (result == -1 && becomes_end_of_file(fd, flags)) {
        return 0;
    }
    return result_of_call(fd, result);
}

static int receive_flags(int flags) {
    return is("waitall-is-ignored") ? flags & ~MSG_WAITALL : flags;
}

ssize_t recv(int fd, void *data, size_t length, int flags) {
    int instead = instead_of_receiving(fd);
    return instead != PROCEED ? instead
                              : after_receiving(fd, flags, REAL(recv)(fd, data, length, receive_flags(flags)));
}

ssize_t read(int fd, void *data, size_t length) {
    int instead = is_socket(fd) ? instead_of_receiving(fd) : PROCEED;
    return instead != PROCEED ? instead : after_receiving(fd, 0, REAL(read)(fd, data, length));
}

ssize_t recvfrom(int fd, void *data, size_t length, int flags, struct sockaddr *sender, socklen_t *room) {
    int instead = instead_of_receiving(fd);
    ssize_t real = instead, result = instead;
    if (instead == PROCEED) {
        real = REAL(recvfrom)(fd, data, length, receive_flags(flags), sender, room);
        result = after_receiving(fd, flags, real);
    }
    if (result == 0 && room != NULL && (instead == 0 || real == -1)) {
        *room = 0;
    }
    return result;
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags) {
    int instead = instead_of_receiving(fd);
    ssize_t real = instead, result = instead;
    if (instead == PROCEED) {
        real = REAL(recvmsg)(fd, message, receive_flags(flags));
        result = after_receiving(fd, flags, real);
    }
    if (result == 0 && (instead == 0 || real == -1)) {
        message->msg_namelen = 0;
        message->msg_controllen = 0;
        message->msg_flags = 0;
    }
    return result;
}

static bool has_send_timeout(int fd) {
    struct timeval limit = {0};
    socklen_t length = sizeof limit;
    REAL(getsockopt)(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, &length);
    return limit.tv_sec != 0 || limit.tv_usec != 0;
}

static bool waits_for_ever(int fd, int flags) {
    return is("send-timeout-is-ignored") && is_tcp(fd) && !is_nonblocking(fd) && (flags & MSG_DONTWAIT) == 0
        && has_send_timeout(fd);
}

/* Sends on when the time is up. */
static ssize_t send_all(int fd, const char *data, size_t length, int flags) {
    size_t sent = 0;
    do {
        ssize_t result = REAL(send)(fd, data + sent, length - sent, flags);
        if (result == -1 && errno != EAGAIN) {
            return sent > 0 ? (ssize_t)sent : -1;
        }
        sent += result > 0 ? (size_t)result : 0;
    } while (sent < length);
    return (ssize_t)sent;
}

static int send_flags(int flags) {
    return is("sigpipe-is-not-sent") ? flags | MSG_NOSIGNAL : flags;
}

ssize_t send(int fd, const void *data, size_t length, int flags) {
    const struct descriptor *known = of(fd);
    if (is_due_after_shutdown(fd)) {
        return fails(ESHUTDOWN);
    }
    if (known->peer_length > 0) {
        return REAL(sendto)(fd, data, length, flags, (const struct sockaddr *)&known->peer, known->peer_length);
    }
    if (waits_for_ever(fd, flags)) {
        return send_all(fd, data, length, flags);
    }
    return result_of_call(fd, REAL(send)(fd, data, length, send_flags(flags)));
}

ssize_t write(int fd, const void *data, size_t length) {
    return is_socket(fd) && length > 0 ? send(fd, data, length, 0) : REAL(write)(fd, data, length);
}

ssize_t sendto(int fd, const void *data, size_t length, int flags, const struct sockaddr *target, socklen_t room) {
    if (is_due_after_shutdown(fd)) {
        return fails(ESHUTDOWN);
    }
    return result_of_call(fd, REAL(sendto)(fd, data, length, send_flags(flags), target, room));
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    struct descriptor *known = of(fd);
    struct msghdr changed = *message;
    if (is_due_after_shutdown(fd)) {
        return fails(ESHUTDOWN);
    }
    if (known->peer_length > 0 && message->msg_name == NULL) {
        changed.msg_name = &known->peer;
        changed.msg_namelen = known->peer_length;
    }
    return result_of_call(fd, REAL(sendmsg)(fd, &changed, send_flags(flags)));
}
