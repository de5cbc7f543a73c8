/* What differs between the implementations of the sockets API that the testee can be built for, besides methods[]. */
#ifndef IMPLEMENTATION_H
#define IMPLEMENTATION_H

#include <pthread.h>

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

/* Make blocked calls return: the one of a thread, or those that wait for a descriptor, whichever the implementation
 * can. They may come just before a call blocks and have no effect then, so they are used again. */
void implementation_free_thread(pthread_t thread);
void implementation_free_descriptor(int fd);

/* Closes a descriptor; a connection ends at once, without TIME_WAIT. */
void implementation_discard(int fd);

#endif
