/* Sessions, their lanes and descriptors, and the threads that blocking calls are made on. */
#ifndef SESSIONS_H
#define SESSIONS_H

#include "json.h"

#include <stdbool.h>
#include <sys/types.h>

struct call;
struct session;
struct lane;

struct method {
    const char *name;
    void (*make)(struct call *);
    enum { NEVER, ALWAYS, BY_TIMEOUT, PINS } blocks; /* pins: binds its lane to one thread from now on */
};

/* A line of input and what it says. */
struct request {
    long long id;
    const struct method *method;
    const struct json *parameters;
    struct request *next;
    struct request *questions; /* whether this one has begun */
    struct json nodes[];
};

/* Must be called by one thread only, as must the next two. Makes the call at once where it cannot block. */
void sessions_call(struct request *request, const char *session, const char *lane);

/* Answers as soon as the lane has begun the call that it was given last. */
void sessions_begun(struct request *question, const char *session, const char *lane);

/* Ends a session and answers, as soon as no call of it is under way. */
void sessions_end(long long id, const char *session);

void session_opened(struct session *session, int fd);

/* Tells whether the session had opened the descriptor. */
bool session_forgets(struct session *session, int fd);

/* Between these two a signal may be sent to the thread. */
void lane_enters(struct lane *lane);
void lane_leaves(struct lane *lane);

/* What a lane is doing. */
struct glance {
    bool busy;
    bool entered;
    unsigned long call;
    pid_t thread;
};

struct glance lane_glance(struct session *session, const char *lane);

/* Sends a signal to the thread of a lane if it is still in that very call; returns what pthread_kill() did, or
 * ESRCH. */
int lane_signal(struct session *session, const char *lane, unsigned long call, int signal);

#endif
