#include "symbols.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>

#define SYMBOL(name) {#name, name}
#define END {NULL, 0}

enum { ERRNOS = 4096 };

const struct symbol domains[] = {
    SYMBOL(AF_INET), SYMBOL(AF_INET6), SYMBOL(AF_UNIX), SYMBOL(AF_UNSPEC), {"AF_UNKNOWN", 250}, END};

const struct symbol types[] = {SYMBOL(SOCK_STREAM), SYMBOL(SOCK_DGRAM),   SYMBOL(SOCK_SEQPACKET),
                               SYMBOL(SOCK_RAW),    {"SOCK_UNKNOWN", 15}, END};

const struct symbol protocols[] = {
    {"DEFAULT", 0}, SYMBOL(IPPROTO_TCP), SYMBOL(IPPROTO_UDP), {"IPPROTO_UNKNOWN", 253},
    {"IPPROTO_OUT_OF_RANGE", 300}, END};

const struct symbol socket_flags[] = {SYMBOL(SOCK_NONBLOCK), SYMBOL(SOCK_CLOEXEC), {"SOCK_FLAG_UNKNOWN", 0x100}, END};

const struct symbol message_flags[] = {
    SYMBOL(MSG_PEEK), SYMBOL(MSG_OOB),   SYMBOL(MSG_WAITALL), SYMBOL(MSG_DONTWAIT),     SYMBOL(MSG_NOSIGNAL),
    SYMBOL(MSG_EOR),  SYMBOL(MSG_TRUNC), SYMBOL(MSG_CTRUNC),  SYMBOL(MSG_CMSG_CLOEXEC), SYMBOL(MSG_DONTROUTE),
    END};

const struct symbol descriptor_flags[] = {SYMBOL(FD_CLOEXEC), END};

const struct symbol file_flags[] = {SYMBOL(O_NONBLOCK), SYMBOL(O_RDWR), SYMBOL(O_ASYNC), END};

const struct symbol fcntl_commands[] = {
    SYMBOL(F_GETFD), SYMBOL(F_SETFD), SYMBOL(F_GETFL), SYMBOL(F_SETFL), SYMBOL(F_DUPFD), END};

const struct symbol shutdowns[] = {SYMBOL(SHUT_RD), SYMBOL(SHUT_WR), SYMBOL(SHUT_RDWR), END};

const struct symbol poll_events[] = {SYMBOL(POLLIN),  SYMBOL(POLLPRI),  SYMBOL(POLLOUT),   SYMBOL(POLLERR),
                                     SYMBOL(POLLHUP), SYMBOL(POLLNVAL), SYMBOL(POLLRDHUP), END};

const struct symbol signals[] = {SYMBOL(SIGUSR1), SYMBOL(SIGPIPE), SYMBOL(SIGURG), SYMBOL(SIGIO), END};

const struct symbol file_types[] = {SYMBOL(S_IFIFO), SYMBOL(S_IFCHR), SYMBOL(S_IFDIR),  SYMBOL(S_IFBLK),
                                    SYMBOL(S_IFREG), SYMBOL(S_IFLNK), SYMBOL(S_IFSOCK), END};

const struct symbol *symbol_of_name(const struct symbol *symbols, const char *name)
{
    for (; symbols->name != NULL; symbols++)
        if (strcmp(symbols->name, name) == 0)
            return symbols;
    return NULL;
}

const char *symbol_name(const struct symbol *symbols, int number)
{
    while (symbols->name != NULL && symbols->number != number)
        symbols++;
    return symbols->name;
}

bool errno_number(const char *name, int *number)
{
    for (*number = 1; *number < ERRNOS; ++*number) {
        const char *known = strerrorname_np(*number);
        if (known != NULL && strcmp(known, name) == 0)
            return true;
    }
    return false;
}

void text_put_errno(struct text *text, int number)
{
    const char *name = number == 0 ? NULL : strerrorname_np(number);
    char digits[24];
    if (name == NULL) {
        snprintf(digits, sizeof digits, "ERRNO_%u", (unsigned)number);
        name = digits;
    }
    text_put_string(text, name, strlen(name));
}

void text_put_flags(struct text *text, const struct symbol *symbols, int bits)
{
    text_puts(text, "[");
    for (; symbols->name != NULL; symbols++)
        if ((bits & symbols->number) == symbols->number) {
            text_put_comma(text);
            text_put_string(text, symbols->name, strlen(symbols->name));
        }
    text_puts(text, "]");
}
