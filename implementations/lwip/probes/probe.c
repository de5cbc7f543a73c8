/* Shows deviations of lwIP without the suite. */
#include "loopback.h"

#include <lwip/sockets.h>
#include <lwip/tcpip.h>

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { OTHERS = 3 };

static struct sockaddr_in address = {.sin_family = AF_INET};
static int others[OTHERS];

static int stream(void)
{
    return lwip_socket(AF_INET, SOCK_STREAM, 0);
}

static int connect_to_address(int fd)
{
    return lwip_connect(fd, (const struct sockaddr *)&address, sizeof address);
}

static const char *outcome(ssize_t result)
{
    return result == -1 ? strerrorname_np(errno) : "returned";
}

static void *receive(void *fd)
{
    char byte;
    lwip_recv(*(int *)fd, &byte, 1, 0);
    *(int *)fd = -1;
    return NULL;
}

static void *close_it(void *fd)
{
    lwip_close(*(int *)fd);
    *(int *)fd = -1;
    return NULL;
}

static void *create(void *fd)
{
    stream();
    *(int *)fd = -1;
    return NULL;
}

static int bind_to_port(int fd, int port)
{
    struct sockaddr_in name = address;
    name.sin_port = htons(port);
    return lwip_bind(fd, (const struct sockaddr *)&name, sizeof name);
}

static void *bind_others(void *fd)
{
    for (int i = 0; i < OTHERS; i++)
        bind_to_port(others[i], 12349 + i);
    *(int *)fd = -1;
    return NULL;
}

/* Makes a call in a thread that writes -1 over the descriptor when it returns. */
static const char *within_two_seconds(void *(*make)(void *), int *fd)
{
    pthread_t thread;
    pthread_create(&thread, NULL, make, fd);
    sleep(2);
    return *fd == -1 ? "returned" : "still blocked after 2 s";
}

/* Nothing else works in the process afterwards. */
static int bind_twice(void)
{
    int first = stream(), twice = stream();
    bind_to_port(first, 12346);
    bind_to_port(twice, 12347);
    printf("a second bind() of a socket: %s\n", outcome(bind_to_port(twice, 12348)));
    lwip_close(twice);
    for (int i = 0; i < OTHERS; i++)
        others[i] = stream();
    printf("bind() of others after its close(): %s\n", within_two_seconds(bind_others, &twice));
    return 0;
}

int main(int count, char **arguments)
{
    tcpip_init(NULL, NULL);
    LOCK_TCPIP_CORE();
    loopback_add();
    UNLOCK_TCPIP_CORE();
    setbuf(stdout, NULL);
    address.sin_port = htons(12345);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    if (count > 1 && strcmp(arguments[1], "bind") == 0)
        return bind_twice();

    int fresh = stream();
    printf("recv() on a socket never connected: %s\n", within_two_seconds(receive, &fresh));

    printf("connect() where nobody listens: %s\n", outcome(connect_to_address(stream())));

    char byte;
    int listener = stream(), client = stream(), waiting = 0;
    struct linger at_once = {.l_onoff = 1};
    lwip_bind(listener, (const struct sockaddr *)&address, sizeof address);
    lwip_listen(listener, 1);
    connect_to_address(client);
    int server = lwip_accept(listener, NULL, NULL);
    lwip_setsockopt(server, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    lwip_close(server);
    ssize_t received = lwip_recv(client, &byte, 1, 0);
    printf("recv() after the peer's close() with SO_LINGER 0: %s\n", received == 0 ? "end of file" : outcome(received));

    while (waiting < 100 && connect_to_address(stream()) == 0)
        waiting++;
    printf("of 100 connect() to a listen(fd, 1) that accepts none succeed: %d\n", waiting);

    int received_from = lwip_accept(listener, NULL, NULL), closed = received_from;
    within_two_seconds(receive, &received_from);
    printf("close() while another thread is in recv(): %s\n", within_two_seconds(close_it, &closed));
    int another = 0;
    printf("socket() after that: %s\n", within_two_seconds(create, &another));
    return 0;
}
