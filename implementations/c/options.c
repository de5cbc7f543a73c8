/* Socket options. */
#include "calls.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

enum { MICROS = 1000000 };

struct option {
    const char *name;
    int level;
    int number;
    enum { NUMBER, TYPE, DOMAIN, PROTOCOL, ERROR, LINGER, TIME } form;
};

union value {
    int number;
    struct linger linger;
    struct timeval time;
};

#define OPTION(level, name, form) {#name, level, name, form}

static const struct option options[] = {
    OPTION(SOL_SOCKET, SO_ACCEPTCONN, NUMBER),
    OPTION(SOL_SOCKET, SO_BROADCAST, NUMBER),
    OPTION(SOL_SOCKET, SO_DOMAIN, DOMAIN),
    OPTION(SOL_SOCKET, SO_ERROR, ERROR),
    OPTION(SOL_SOCKET, SO_KEEPALIVE, NUMBER),
    OPTION(SOL_SOCKET, SO_LINGER, LINGER),
    OPTION(SOL_SOCKET, SO_OOBINLINE, NUMBER),
    OPTION(SOL_SOCKET, SO_PROTOCOL, PROTOCOL),
    OPTION(SOL_SOCKET, SO_RCVBUF, NUMBER),
    OPTION(SOL_SOCKET, SO_RCVLOWAT, NUMBER),
    OPTION(SOL_SOCKET, SO_RCVTIMEO, TIME),
    OPTION(SOL_SOCKET, SO_REUSEADDR, NUMBER),
    OPTION(SOL_SOCKET, SO_REUSEPORT, NUMBER),
    OPTION(SOL_SOCKET, SO_SNDBUF, NUMBER),
    OPTION(SOL_SOCKET, SO_SNDTIMEO, TIME),
    OPTION(SOL_SOCKET, SO_TYPE, TYPE),
    OPTION(IPPROTO_TCP, TCP_KEEPCNT, NUMBER),
    OPTION(IPPROTO_TCP, TCP_KEEPIDLE, NUMBER),
    OPTION(IPPROTO_TCP, TCP_KEEPINTVL, NUMBER),
    OPTION(IPPROTO_TCP, TCP_NODELAY, NUMBER),
    OPTION(IPPROTO_TCP, TCP_SYNCNT, NUMBER),
    OPTION(IPPROTO_TCP, TCP_USER_TIMEOUT, NUMBER),
    OPTION(IPPROTO_IPV6, IPV6_V6ONLY, NUMBER),
};

static const struct option *option_of(struct call *call)
{
    const char *name = string_of(call, call->parameters, "option")->text;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    call_refuse(call, UNSUPPORTED, name);
    return options;
}

static void put_symbol(struct text *text, const struct symbol *symbols, int number)
{
    const char *name = number == 0 && symbols == protocols ? NULL : symbol_name(symbols, number);
    if (name != NULL) {
        text_put_string(text, name, strlen(name));
    } else {
        text_puts(text, "\"");
        text_put_integer(text, number);
        text_puts(text, "\"");
    }
}

static void put_linger(struct text *text, struct linger linger)
{
    text_puts(text, linger.l_onoff ? "{\"on\":true,\"seconds\":" : "{\"on\":false,\"seconds\":");
    text_put_integer(text, linger.l_linger);
    text_puts(text, "}");
}

static void put_time(struct text *text, struct timeval time)
{
    text_puts(text, "{\"micros\":");
    text_put_integer(text, (long long)time.tv_sec * MICROS + time.tv_usec);
    text_puts(text, "}");
}

static void put_error(struct text *text, int number)
{
    if (number == 0)
        text_puts(text, "\"0\"");
    else
        text_put_errno(text, number);
}

void make_getsockopt(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    const struct option *option = option_of(call);
    union value value;
    socklen_t length = sizeof value;
    memset(&value, 0, sizeof value);
    if (!begin(call) || !returned(call, getsockopt(fd, option->level, option->number, &value, &length)))
        return;
    struct text *text = put_member(call, "option");
    switch (option->form) {
    case NUMBER:
        text_put_integer(text, value.number);
        break;
    case TYPE:
        put_symbol(text, types, value.number);
        break;
    case DOMAIN:
        put_symbol(text, domains, value.number);
        break;
    case PROTOCOL:
        put_symbol(text, protocols, value.number);
        break;
    case ERROR:
        put_error(text, value.number);
        break;
    case LINGER:
        put_linger(text, value.linger);
        break;
    case TIME:
        put_time(text, value.time);
    }
}

static int number_of_symbol(struct call *call, const char *name)
{
    const struct symbol *const tables[] = {types, domains, protocols};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct symbol *symbol = symbol_of_name(tables[i], name);
        if (symbol != NULL)
            return symbol->number;
    }
    int number;
    if (errno_number(name, &number))
        return number;
    char *end;
    number = (int)strtol(name, &end, 10);
    if (*name == '\0' || *end != '\0')
        call_refuse(call, UNSUPPORTED, name);
    return number;
}

static struct timeval time_of(long long micros)
{
    long long rest = micros % MICROS;
    if (rest < 0)
        rest += MICROS;
    return (struct timeval){.tv_sec = (time_t)((micros - rest) / MICROS), .tv_usec = (suseconds_t)rest};
}

/* Reads a value in its own form, whichever option it is for, and returns the length of that. */
static socklen_t read_value(struct call *call, union value *value)
{
    const struct json *given = json_member(call->parameters, "value");
    if (given != NULL && given->kind == JSON_STRING) {
        value->number = number_of_symbol(call, given->text);
        return sizeof value->number;
    }
    if (json_member(given, "micros") != NULL) {
        value->time = time_of(long_of(call, given, "micros"));
        return sizeof value->time;
    }
    if (given != NULL && given->kind == JSON_OBJECT) {
        value->linger.l_onoff = boolean_of(call, given, "on");
        value->linger.l_linger = integer_of(call, given, "seconds");
        return sizeof value->linger;
    }
    value->number = integer_of(call, call->parameters, "value");
    return sizeof value->number;
}

void make_setsockopt(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    const struct option *option = option_of(call);
    union value value;
    socklen_t length = read_value(call, &value);
    if (begin(call))
        returned(call, setsockopt(fd, option->level, option->number, &value, length));
}
