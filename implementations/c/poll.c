/* Waiting for events on a list of descriptors. */
#include "calls.h"

#include <poll.h>

void make_poll(struct call *call)
{
    const struct json *entries = array_of(call, call->parameters, "fds");
    int timeout = integer_of(call, call->parameters, "timeout");
    nfds_t count = 0;
    struct pollfd *fds = call_memory(call, elements(entries) * sizeof *fds);
    for (struct json *entry = entries->first; entry != NULL; entry = entry->next) {
        fds[count].fd = integer_of(call, entry, "fd");
        fds[count++].events = (short)flags_of(call, entry, "events", poll_events);
    }
    if (!begin(call) || !returned(call, poll(fds, count, timeout)))
        return;
    struct text *text = put_member(call, "revents");
    text_puts(text, "[");
    for (nfds_t i = 0; i < count; i++) {
        text_put_comma(text);
        text_put_flags(text, poll_events, fds[i].revents);
    }
    text_puts(text, "]");
}
