/* What qemu-s390x does with arguments that the kernel refuses; the number of the question is the argument. */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>

static void say(const char *question, ssize_t result)
{
    printf("%s: %s\n", question, result == -1 ? strerrorname_np(errno) : "0");
}

static void short_address(void)
{
    struct sockaddr_in6 address = {.sin6_family = AF_INET6};
    int client = socket(AF_INET6, SOCK_STREAM, 0);
    say("connect() to an IPv6 address of 2 bytes", connect(client, (struct sockaddr *)&address, 2));
}

static void unknown_control(void)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(0)];
    } control = {.header = {.cmsg_len = CMSG_LEN(0), .cmsg_level = SOL_SOCKET, .cmsg_type = 77}};
    struct msghdr message = {.msg_control = &control, .msg_controllen = sizeof control};
    int pair[2];
    socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
    say("sendmsg() with an unknown control message", sendmsg(pair[0], &message, 0));
}

static void large_set(void)
{
    unsigned long words[32] = {0};
    struct timeval at_once = {0};
    printf("select() of 2048 descriptors: %d\n", select(2048, (fd_set *)words, NULL, NULL, &at_once));
}

int main(int count, char **arguments)
{
    switch (count > 1 ? atoi(arguments[1]) : 0) {
    case 1:
        short_address();
        break;
    case 2:
        unknown_control();
        break;
    default:
        large_set();
    }
}
