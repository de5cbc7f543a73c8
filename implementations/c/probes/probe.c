/* What the suite found in Linux, asked without the suite: each line is a question and its answer. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static void say(const char *question, ssize_t result)
{
    printf("%s: %s\n", question, result == -1 ? strerrorname_np(errno) : "0");
}

int main(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)}, peer;
    struct sockaddr *name = (struct sockaddr *)&address;
    socklen_t length = sizeof address, peer_length = sizeof peer;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int client = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    int fresh = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, name, length);
    listen(listener, 1);
    getsockname(listener, name, &length);

    say("connect(), non-blocking", connect(client, name, length));
    poll(&(struct pollfd){.fd = client, .events = POLLOUT}, 1, -1);
    say("connect() after that has completed", connect(client, name, length));
    say("connect() once more", connect(client, name, length));
    shutdown(client, SHUT_RDWR);
    say("getpeername() after shutdown()", getpeername(client, (struct sockaddr *)&peer, &peer_length));
    say("send() on a socket never connected", send(fresh, "x", 1, MSG_NOSIGNAL));
}
