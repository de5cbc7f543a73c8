/* Waiting for events on sets of descriptors. */
#include "calls.h"

#include <limits.h>
#include <string.h>
#include <sys/select.h>

static int highest(struct call *call, const struct json *fds)
{
    int highest = -1;
    for (struct json *value = fds->first; value != NULL; value = value->next) {
        int fd = integer_in(call, value);
        if (fd < 0 || fd == INT_MAX)
            call_refuse(call, MALFORMED, "sets");
        if (fd > highest)
            highest = fd;
    }
    return highest;
}

/* A set may need room for more than FD_SETSIZE descriptors; an empty one is a null pointer. */
static fd_set *set_of(struct call *call, const struct json *fds, int nfds)
{
    if (fds->first == NULL || call->refused)
        return NULL;
    fd_mask *words = call_memory(call, sizeof(fd_set) + (size_t)nfds / NFDBITS * sizeof *words);
    for (struct json *fd = fds->first; fd != NULL; fd = fd->next)
        words[fd->integer / NFDBITS] |= (fd_mask)(1UL << fd->integer % NFDBITS);
    return (fd_set *)words;
}

static void put_left(struct text *text, const struct json *fds, const fd_set *set)
{
    const fd_mask *words = (const fd_mask *)set;
    text_puts(text, "[");
    for (struct json *fd = fds->first; fd != NULL; fd = fd->next)
        if ((words[fd->integer / NFDBITS] & (fd_mask)(1UL << fd->integer % NFDBITS)) != 0) {
            text_put_comma(text);
            text_put_integer(text, fd->integer);
        }
    text_puts(text, "]");
}

/* A timeout below -1 is passed on as a negative struct timeval. */
static struct timeval time_of(int milliseconds)
{
    int rest = milliseconds % 1000;
    struct timeval time = {.tv_sec = milliseconds / 1000, .tv_usec = rest * 1000};
    if (rest < 0) {
        time.tv_sec--;
        time.tv_usec += 1000000;
    }
    return time;
}

void make_select(struct call *call)
{
    static const char *const names[] = {"read", "write", "except"};
    const struct json *given = json_member(call->parameters, "sets");
    int timeout = integer_of(call, call->parameters, "timeout");
    const struct json *fds[3];
    fd_set *sets[3];
    int nfds = 0;
    for (int i = 0; i < 3; i++) {
        fds[i] = array_of(call, given, names[i]);
        int beyond = highest(call, fds[i]) + 1;
        nfds = beyond > nfds ? beyond : nfds;
    }
    for (int i = 0; i < 3; i++)
        sets[i] = set_of(call, fds[i], nfds);
    struct timeval limit = time_of(timeout);
    if (!begin(call) || !returned(call, select(nfds, sets[0], sets[1], sets[2], timeout == -1 ? NULL : &limit)))
        return;
    struct text *text = put_member(call, "ready");
    text_puts(text, "{");
    for (int i = 0; i < 3; i++) {
        text_put_comma(text);
        text_put_string(text, names[i], strlen(names[i]));
        text_puts(text, ":");
        put_left(text, fds[i], sets[i]);
    }
    text_puts(text, "}");
}
