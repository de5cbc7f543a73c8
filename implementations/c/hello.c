#include "hello.h"

#include "calls.h"
#include "output.h"

#include <gnu/libc-version.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
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

static void put_pair(struct text *text, const char *name, const char *value)
{
    text_puts(text, "\"");
    text_puts(text, name);
    text_puts(text, "\":");
    text_put_string(text, value, strlen(value));
    text_puts(text, ",");
}

static void put_calls(struct text *text)
{
    text_puts(text, "\"calls\":[\"begun\"");
    for (size_t i = 0; i < method_count; i++) {
        text_put_comma(text);
        text_put_string(text, methods[i].name, strlen(methods[i].name));
    }
    text_puts(text, "]");
}

static void put_lacks(struct text *text, const char *lacks)
{
    text_puts(text, ",\"lacks\":[");
    while (*lacks != '\0') {
        size_t length = strcspn(lacks, ",");
        text_put_comma(text);
        text_put_string(text, lacks, length);
        lacks += length + (lacks[length] == ',');
    }
    text_puts(text, "]");
}

void hello_answer(long long id, char **arguments)
{
    const char *name = arguments[0];
    const char *version = name == NULL ? NULL : arguments[1];
    const char *lacks = version == NULL ? NULL : arguments[2];
    struct utsname system;
    struct text reply = {0};
    uname(&system);
    text_puts(&reply, "{\"jsonrpc\":\"2.0\",\"id\":");
    text_put_integer(&reply, id);
    text_puts(&reply, ",\"result\":{\"protocol\":\"1\",\"level\":\"call\",");
    put_pair(&reply, "name", name == NULL ? "c" : name);
    put_pair(&reply, "version", version == NULL ? system.release : version);
    text_puts(&reply, "\"platform\":\"");
    text_puts(&reply, system.machine);
    text_puts(&reply, ", glibc ");
    text_puts(&reply, gnu_get_libc_version());
    text_puts(&reply, "\",\"sessions\":");
    text_put_integer(&reply, SESSIONS);
    text_puts(&reply, ",\"domains\":[\"AF_INET\",\"AF_UNIX\"");
    text_puts(&reply, has_inet6() ? ",\"AF_INET6\"]," : "],");
    text_puts(&reply, "\"types\":[\"SOCK_STREAM\",\"SOCK_DGRAM\",\"SOCK_SEQPACKET\",\"SOCK_RAW\"],");
    put_calls(&reply);
    put_lacks(&reply, lacks == NULL ? "" : lacks);
    text_puts(&reply, "}}\n");
    output_put(&reply);
    free(reply.bytes);
}
