/* Making, naming and connecting sockets. */
#include "address.h"
#include "calls.h"

#include <sys/socket.h>

int socket_type_of(struct call *call)
{
    return symbol_of(call, call->parameters, "type", types) | flags_of(call, call->parameters, "flags", socket_flags);
}

void make_socket(struct call *call)
{
    int domain = symbol_of(call, call->parameters, "domain", domains);
    int type = socket_type_of(call);
    int protocol = symbol_of(call, call->parameters, "protocol", protocols);
    if (begin(call))
        opened(call, socket(domain, type, protocol));
}

void make_bind(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct address address = address_of(call, call->parameters, "address");
    if (begin(call))
        returned(call, bind(fd, address.memory, address.length));
}

void make_listen(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int backlog = integer_of(call, call->parameters, "backlog");
    if (begin(call))
        returned(call, listen(fd, backlog));
}

void make_accept(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    bool with_address = boolean_of(call, call->parameters, "withAddress");
    struct stored_address peer = address_room();
    struct sockaddr *memory = with_address ? (struct sockaddr *)&peer.memory : NULL;
    if (begin(call) && opened(call, accept(fd, memory, with_address ? &peer.length : NULL)) && with_address)
        put_address(call, &peer);
}

void make_connect(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct address address = address_of(call, call->parameters, "address");
    if (begin(call))
        returned(call, connect(fd, address.memory, address.length));
}

void make_shutdown(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int how = symbol_of(call, call->parameters, "how", shutdowns);
    if (begin(call))
        returned(call, shutdown(fd, how));
}

void make_getsockname(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct stored_address name = address_room();
    if (begin(call) && returned(call, getsockname(fd, (struct sockaddr *)&name.memory, &name.length)))
        put_address(call, &name);
}

void make_getpeername(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct stored_address name = address_room();
    if (begin(call) && returned(call, getpeername(fd, (struct sockaddr *)&name.memory, &name.length)))
        put_address(call, &name);
}
