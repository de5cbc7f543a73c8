/* What differs between the implementations of the sockets API that the testee can be built for, besides methods[]. */
#ifndef IMPLEMENTATION_H
#define IMPLEMENTATION_H

#include <pthread.h>
#include <stddef.h>

/* Names end with a null pointer. */
struct facts {
    const char *name;
    const char *version;
    const char *platform;
    int sessions;
    const char *const *domains;
    const char *const *types;
    const char *const *lacks; /* what the catalogue's cases may need and the implementation cannot have */
};

struct facts implementation_facts(void);

/* Before the first request. */
void implementation_start(void);

/* Makes the call return in which a thread is blocked. It may come just before the call blocks and have no effect then,
 * so it is done again. The descriptors are the ones of the session. */
void implementation_free(pthread_t thread, const int *fds, size_t count);

/* Closes a descriptor; a connection ends at once, without TIME_WAIT. */
void implementation_discard(int fd);

#endif
