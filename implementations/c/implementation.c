/* The kernel that the testee runs on, through its C library. */
#include "implementation.h"

#include "signals.h"

#include <gnu/libc-version.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

enum { SESSIONS = 1000 };

/* Many containers have no IPv6 loopback address, and no case could run there. */
static bool has_inet6(void)
{
    const struct sockaddr_in6 loopback = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    int fd = socket(AF_INET6, SOCK_DGRAM, 0);
    bool has = fd != -1 && bind(fd, (const struct sockaddr *)&loopback, sizeof loopback) == 0;
    if (fd != -1)
        close(fd);
    return has;
}

struct facts implementation_facts(void)
{
    static struct utsname system;
    static char platform[sizeof system.machine + 64];
    static const char *const without_inet6[] = {"AF_INET", "AF_UNIX", NULL};
    static const char *const domains[] = {"AF_INET", "AF_UNIX", "AF_INET6", NULL};
    static const char *const types[] = {"SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET", "SOCK_RAW", NULL};
    static const char *const lacks[] = {NULL};
    uname(&system);
    snprintf(platform, sizeof platform, "%s, glibc %s", system.machine, gnu_get_libc_version());
    return (struct facts){"c", system.release, platform, SESSIONS, has_inet6() ? domains : without_inet6, types, lacks};
}

/* Many sessions share the descriptors. */
static void raise_descriptor_limit(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
}

void implementation_start(void)
{
    raise_descriptor_limit();
    signals_prepare();
}

void implementation_free_thread(pthread_t thread)
{
    pthread_kill(thread, SIGUSR2);
}

void implementation_free_descriptor(int fd)
{
    (void)fd;
}

/* What is not a TCP socket does not care for SO_LINGER. */
void implementation_discard(int fd)
{
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close(fd);
}
