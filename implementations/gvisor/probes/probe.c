/* What the suite found in gVisor, asked without the suite: each line is a question and its answer. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

static void say(const char *question, int result)
{
    printf("%s: %s\n", question, result == -1 ? strerrorname_np(errno) : "0");
}

static socklen_t abstract(struct sockaddr_un *address, const char *name)
{
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    strcpy(address->sun_path + 1, name);
    return (socklen_t)(sizeof address->sun_family + 1 + strlen(name));
}

static void a_listener(void)
{
    struct sockaddr_un address;
    socklen_t length = abstract(&address, "sockspec-probe-1");
    int listening = -1, listener = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&address, length);
    listen(listener, 1);
    length = sizeof listening;
    getsockopt(listener, SOL_SOCKET, SO_ACCEPTCONN, &listening, &length);
    printf("SO_ACCEPTCONN of a local listener: %d\n", listening);
}

/* The timeout only keeps the probe from waiting for ever where connect() waits, as it should. */
static void a_full_queue(void)
{
    struct sockaddr_un address;
    struct timeval second = {.tv_sec = 1};
    struct timespec start, end;
    socklen_t length = abstract(&address, "sockspec-probe-2");
    int result = 0, listener = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&address, length);
    listen(listener, 0);
    for (int i = 0; i < 64 && result == 0; i++) {
        int client = socket(AF_UNIX, SOCK_STREAM, 0);
        setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &second, sizeof second);
        clock_gettime(CLOCK_MONOTONIC, &start);
        result = connect(client, (struct sockaddr *)&address, length);
        clock_gettime(CLOCK_MONOTONIC, &end);
    }
    say("connect() to a full local queue, with one second of SO_SNDTIMEO", result);
    printf("  after about %ld s\n", (long)(end.tv_sec - start.tv_sec));
}

static void a_peer_taken_back(void)
{
    struct sockaddr_un address;
    struct sockaddr nobody = {.sa_family = AF_UNSPEC};
    socklen_t length = abstract(&address, "sockspec-probe-3");
    int receiver = socket(AF_UNIX, SOCK_DGRAM, 0), sender = socket(AF_UNIX, SOCK_DGRAM, 0);
    bind(receiver, (struct sockaddr *)&address, length);
    connect(sender, (struct sockaddr *)&address, length);
    say("connect() of a local datagram socket to AF_UNSPEC", connect(sender, &nobody, sizeof nobody));
}

static void no_route(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(9)};
    inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);
    int client = socket(AF_INET, SOCK_DGRAM, 0);
    say("connect() without a route", connect(client, (struct sockaddr *)&address, sizeof address));
}

int main(void)
{
    a_listener();
    a_full_queue();
    a_peer_taken_back();
    no_route();
}
