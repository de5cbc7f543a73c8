/* What a kernel adds to the calls that every implementation of sockets has. */
#include "address.h"
#include "calls.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

void make_socketpair(struct call *call)
{
    int domain = symbol_of(call, call->parameters, "domain", domains);
    int type = socket_type_of(call);
    int protocol = symbol_of(call, call->parameters, "protocol", protocols);
    int fds[2] = {-1, -1};
    if (begin(call) && returned(call, socketpair(domain, type, protocol, fds)))
        put_descriptors(call, fds);
}

void make_accept4(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    bool with_address = boolean_of(call, call->parameters, "withAddress");
    int flags = flags_of(call, call->parameters, "flags", socket_flags);
    struct stored_address peer = address_room();
    struct sockaddr *memory = with_address ? (struct sockaddr *)&peer.memory : NULL;
    if (begin(call) && opened(call, accept4(fd, memory, with_address ? &peer.length : NULL, flags)) && with_address)
        put_address(call, &peer);
}

void make_dup(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    if (begin(call))
        opened(call, dup(fd));
}

void make_chdir(struct call *call)
{
    const struct json *path = string_of(call, call->parameters, "path");
    if (begin(call))
        returned(call, chdir(path->text));
}

void make_fchmod(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int mode = integer_of(call, call->parameters, "mode");
    if (begin(call))
        returned(call, fchmod(fd, (mode_t)mode));
}

void make_umask(struct call *call)
{
    int mask = integer_of(call, call->parameters, "mask");
    if (begin(call))
        returned(call, (int)umask((mode_t)mask));
}

void make_fstat(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct stat status = {0};
    if (!begin(call) || !returned(call, fstat(fd, &status)))
        return;
    const char *name = symbol_name(file_types, (int)(status.st_mode & S_IFMT));
    char digits[24];
    if (name == NULL) {
        snprintf(digits, sizeof digits, "%o", status.st_mode & S_IFMT);
        name = digits;
    }
    text_put_string(put_member(call, "mode"), name, strlen(name));
}

void make_pipe(struct call *call)
{
    int fds[2] = {-1, -1};
    if (begin(call) && returned(call, pipe(fds)))
        put_descriptors(call, fds);
}

void make_setrlimit(struct call *call)
{
    int limit = integer_of(call, call->parameters, "limit");
    struct rlimit files;
    if (!begin(call))
        return;
    int result = getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = (rlim_t)limit;
    returned(call, result == -1 ? -1 : setrlimit(RLIMIT_NOFILE, &files));
}
