/* Addresses to and from struct sockaddr. */
#ifndef ADDRESS_H
#define ADDRESS_H

#include "call.h"

#include <sys/socket.h>

/* What bind() and its like are given: the memory to point at, and the length to claim. */
struct address {
    struct sockaddr *memory;
    socklen_t length;
};

struct address address_of(struct call *call, const struct json *object, const char *name);

/* Room for the address that a call stores. */
struct stored_address {
    struct sockaddr_storage memory;
    socklen_t length;
};

/* Ready for a call to store into. */
struct stored_address address_room(void);

/* Puts the members address and addressLength. */
void put_address(struct call *call, const struct stored_address *stored);

#endif
