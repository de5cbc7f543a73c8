/* Closing a descriptor, and its flags. */
#include "calls.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* A descriptor is gone after these errors too: to close it again could hit another session. */
static bool is_gone(int result)
{
    return result == 0 || errno == EINTR || errno == EIO;
}

/* Forgets the descriptor first, for its number may be another's as soon as it is closed. */
void make_close(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    if (!begin(call))
        return;
    bool ours = session_forgets(call->session, fd);
    int result = close(fd);
    bool gone = is_gone(result);
    returned(call, result);
    if (ours && !gone)
        session_opened(call->session, fd);
}

static int fcntl_flags(struct call *call)
{
    int bits = 0;
    for (struct json *flag = array_of(call, call->parameters, "flags")->first; flag != NULL; flag = flag->next) {
        const struct symbol *symbol = flag->kind == JSON_STRING ? symbol_of_name(file_flags, flag->text) : NULL;
        if (symbol == NULL)
            symbol = flag->kind == JSON_STRING ? symbol_of_name(descriptor_flags, flag->text) : NULL;
        if (symbol == NULL)
            call_refuse(call, flag->kind == JSON_STRING ? UNSUPPORTED : MALFORMED, "flags");
        else
            bits |= symbol->number;
    }
    return bits;
}

void make_fcntl(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int command = symbol_of(call, call->parameters, "command", fcntl_commands);
    int flags = fcntl_flags(call);
    if (!begin(call))
        return;
    int result = fcntl(fd, command, command == F_SETFD || command == F_SETFL ? flags : 0);
    if (result != -1 && (command == F_GETFD || command == F_GETFL)) {
        returned(call, 0);
        text_put_flags(put_member(call, "fileFlags"), command == F_GETFD ? descriptor_flags : file_flags, result);
    } else if (command == F_DUPFD) {
        opened(call, result);
    } else {
        returned(call, result);
    }
}
