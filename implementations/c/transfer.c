/* Sending and receiving from and into one buffer. */
#include "address.h"
#include "calls.h"

#include <sys/socket.h>
#include <unistd.h>

void make_send(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct bytes data = bytes_of(call, call->parameters, "data");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    if (begin(call))
        returned(call, send(fd, data.start, data.length, flags));
}

void make_sendto(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct bytes data = bytes_of(call, call->parameters, "data");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    struct address address = address_of(call, call->parameters, "address");
    if (begin(call))
        returned(call, sendto(fd, data.start, data.length, flags, address.memory, address.length));
}

void make_write(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct bytes data = bytes_of(call, call->parameters, "data");
    if (begin(call))
        returned(call, write(fd, data.start, data.length));
}

static void finish(struct call *call, const char *buffer, size_t length, ssize_t received)
{
    if (returned(call, received))
        put_data(call, buffer, length, received);
}

void make_recv(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    size_t length = size_of(call, call->parameters, "length");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    char *buffer = call_memory(call, length);
    if (begin(call))
        finish(call, buffer, length, recv(fd, buffer, length, flags));
}

void make_recvfrom(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    size_t length = size_of(call, call->parameters, "length");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    bool with_address = boolean_of(call, call->parameters, "withAddress");
    char *buffer = call_memory(call, length);
    struct stored_address sender = address_room();
    struct sockaddr *memory = with_address ? (struct sockaddr *)&sender.memory : NULL;
    if (!begin(call))
        return;
    ssize_t received = recvfrom(fd, buffer, length, flags, memory, with_address ? &sender.length : NULL);
    finish(call, buffer, length, received);
    if (received != -1 && with_address)
        put_address(call, &sender);
}

void make_read(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    size_t length = size_of(call, call->parameters, "length");
    char *buffer = call_memory(call, length);
    if (begin(call))
        finish(call, buffer, length, read(fd, buffer, length));
}
