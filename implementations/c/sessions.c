#include "sessions.h"

#include "call.h"
#include "implementation.h"
#include "output.h"
#include "text.h"
#include "workers.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { RELEASE_SECONDS = 5, LONGEST_PAUSE = 100 * 1000 * 1000 };

struct lane {
    struct session *session;
    char *name;
    struct lane *next;
    struct request *first; /* that wait for the one being made */
    struct request **last;
    bool busy;   /* on a worker */
    bool pinned; /* to one worker until the session ends, for calls that set something of their thread */
    bool held;   /* by that worker */
    pthread_cond_t given;
    bool entered;
    unsigned long call;
    pthread_t thread;
    pid_t thread_id;
};

struct session {
    char *name;
    struct session *next;
    struct lane *lanes;
    int *fds;
    size_t fd_count;
    size_t fd_room;
    long long ended_by; /* the id of the request, or 0 */
    pthread_cond_t lane_left;
};

/* Belongs to the thread that reads requests. */
static struct session *sessions;

/* Guards what lanes do and which descriptors are open. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct session **find_session(const char *name)
{
    struct session **link = &sessions;
    while (*link != NULL && strcmp((*link)->name, name) != 0)
        link = &(*link)->next;
    return link;
}

static struct session *session_named(const char *name)
{
    struct session **link = find_session(name);
    if (*link == NULL) {
        *link = allocate(sizeof **link);
        (*link)->name = strcpy(allocate(strlen(name) + 1), name);
        pthread_cond_init(&(*link)->lane_left, NULL);
    }
    return *link;
}

static struct lane *find_lane(struct session *session, const char *name)
{
    struct lane *lane = session->lanes;
    while (lane != NULL && strcmp(lane->name, name) != 0)
        lane = lane->next;
    return lane;
}

static struct lane *lane_named(struct session *session, const char *name)
{
    struct lane *lane = find_lane(session, name);
    if (lane == NULL) {
        lane = allocate(sizeof *lane);
        lane->session = session;
        lane->name = strcpy(allocate(strlen(name) + 1), name);
        lane->last = &lane->first;
        pthread_cond_init(&lane->given, NULL);
        lane->next = session->lanes;
        session->lanes = lane;
    }
    return lane;
}

static void answer(long long id, const char *member, const char *value)
{
    struct text reply = {0};
    text_puts(&reply, "{\"jsonrpc\":\"2.0\",\"id\":");
    text_put_integer(&reply, id);
    text_puts(&reply, ",\"result\":{\"");
    text_puts(&reply, member);
    text_puts(&reply, "\":");
    text_puts(&reply, value);
    text_puts(&reply, "}}\n");
    output_put(&reply);
    free(reply.bytes);
}

static void free_requests(struct request *request)
{
    while (request != NULL) {
        struct request *next = request->next;
        free_requests(request->questions);
        free(request);
        request = next;
    }
}

static void answer_questions(struct request *request)
{
    for (const struct request *question = request->questions; question != NULL; question = question->next)
        answer(question->id, "begun", "true");
    free_requests(request->questions);
    request->questions = NULL;
}

static void rest(struct lane *lane)
{
    lane->busy = false;
    if (lane->session->ended_by != 0)
        pthread_cond_signal(&lane->session->lane_left);
}

static struct request *next_request(struct lane *lane)
{
    pthread_mutex_lock(&lock);
    while (lane->pinned && lane->first == NULL && lane->session->ended_by == 0) {
        rest(lane);
        pthread_cond_wait(&lane->given, &lock);
    }
    struct request *request = lane->first;
    if (request != NULL) {
        lane->first = request->next;
        if (lane->first == NULL)
            lane->last = &lane->first;
        answer_questions(request);
    } else {
        lane->held = false;
        rest(lane);
    }
    pthread_mutex_unlock(&lock);
    return request;
}

/* The reply is put out before the lane is left, so that no later call of the lane overtakes it; the lane is not to be
 * touched afterwards. */
static void make_calls(void *argument)
{
    struct lane *lane = argument;
    struct request *request;
    pthread_mutex_lock(&lock);
    lane->thread = pthread_self();
    lane->thread_id = gettid();
    lane->held = true;
    pthread_mutex_unlock(&lock);
    while ((request = next_request(lane)) != NULL) {
        output_flush();
        call_execute(request, lane->session, lane);
        if (lane->pinned)
            output_flush();
    }
    output_flush();
}

static bool may_block(const struct request *request)
{
    if (request->method->blocks != BY_TIMEOUT)
        return request->method->blocks == ALWAYS;
    const struct json *timeout = json_member(request->parameters, "timeout");
    return timeout != NULL && timeout->integer != 0;
}

void sessions_call(struct request *request, const char *session_name, const char *lane_name)
{
    struct session *session = session_named(session_name);
    pthread_mutex_lock(&lock);
    struct lane *lane = lane_named(session, lane_name);
    bool was_busy = lane->busy, was_held = lane->held;
    lane->pinned = lane->pinned || request->method->blocks == PINS;
    bool at_once = !was_busy && !lane->pinned && !may_block(request);
    if (!at_once) {
        *lane->last = request;
        lane->last = &request->next;
        lane->busy = true;
        pthread_cond_signal(&lane->given);
    }
    pthread_mutex_unlock(&lock);
    if (at_once)
        call_execute(request, session, NULL);
    else if (!was_busy && !was_held)
        workers_do(make_calls, lane);
}

void sessions_begun(struct request *question, const char *session_name, const char *lane_name)
{
    struct session *session = session_named(session_name);
    pthread_mutex_lock(&lock);
    struct request *last = lane_named(session, lane_name)->first;
    while (last != NULL && last->next != NULL)
        last = last->next;
    if (last != NULL) {
        question->next = last->questions;
        last->questions = question;
    }
    pthread_mutex_unlock(&lock);
    if (last != NULL)
        return;
    answer(question->id, "begun", "true");
    free(question);
}

void session_opened(struct session *session, int fd)
{
    pthread_mutex_lock(&lock);
    if (session->fd_count == session->fd_room) {
        session->fd_room = 2 * session->fd_room + 8;
        session->fds = realloc(session->fds, session->fd_room * sizeof *session->fds);
        if (session->fds == NULL)
            abort();
    }
    session->fds[session->fd_count++] = fd;
    pthread_mutex_unlock(&lock);
}

bool session_forgets(struct session *session, int fd)
{
    pthread_mutex_lock(&lock);
    size_t i = 0;
    while (i < session->fd_count && session->fds[i] != fd)
        i++;
    bool found = i < session->fd_count;
    if (found)
        session->fds[i] = session->fds[--session->fd_count];
    pthread_mutex_unlock(&lock);
    return found;
}

void lane_enters(struct lane *lane)
{
    pthread_mutex_lock(&lock);
    lane->entered = true;
    lane->call++;
    pthread_mutex_unlock(&lock);
}

void lane_leaves(struct lane *lane)
{
    pthread_mutex_lock(&lock);
    lane->entered = false;
    pthread_mutex_unlock(&lock);
}

struct glance lane_glance(struct session *session, const char *name)
{
    struct glance glance = {0};
    pthread_mutex_lock(&lock);
    const struct lane *lane = find_lane(session, name);
    if (lane != NULL && session->ended_by == 0)
        glance = (struct glance){lane->busy, lane->entered, lane->call, lane->thread_id};
    pthread_mutex_unlock(&lock);
    return glance;
}

int lane_signal(struct session *session, const char *name, unsigned long call, int signal)
{
    int error = ESRCH;
    pthread_mutex_lock(&lock);
    const struct lane *lane = find_lane(session, name);
    if (lane != NULL && lane->entered && lane->call == call)
        error = pthread_kill(lane->thread, signal);
    pthread_mutex_unlock(&lock);
    return error;
}

static void drop_requests(struct lane *lane)
{
    free_requests(lane->first);
    lane->first = NULL;
    lane->last = &lane->first;
}

static int busy_lanes(const struct session *session)
{
    int busy = 0;
    for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        busy += lane->busy || lane->held;
    return busy;
}

static void free_session(struct session *session)
{
    while (session->lanes != NULL) {
        struct lane *next = session->lanes->next;
        free(session->lanes->name);
        pthread_cond_destroy(&session->lanes->given);
        free(session->lanes);
        session->lanes = next;
    }
    pthread_cond_destroy(&session->lane_left);
    free(session->fds);
    free(session->name);
    free(session);
}

/* A stuck lane keeps its session's memory, for it may come back at any time. */
static void conclude(struct session *session, int stuck)
{
    char lanes[16];
    for (size_t i = 0; i < session->fd_count; i++)
        implementation_discard(session->fds[i]);
    snprintf(lanes, sizeof lanes, "%d", stuck);
    answer(session->ended_by, "stuck", lanes);
    if (stuck == 0)
        free_session(session);
}

/* Waits for a lane to be left. Calls are freed again and again, and ever more rarely, for a flood could keep a slow
 * thread from leaving its call. */
static void release(struct session *session, const struct timespec *pause)
{
    struct timespec end;
    for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
        if (lane->busy && lane->entered)
            implementation_free_thread(lane->thread);
    for (size_t i = 0; i < session->fd_count; i++)
        implementation_free_descriptor(session->fds[i]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    end.tv_nsec += pause->tv_nsec;
    if (end.tv_nsec >= 1000000000) {
        end.tv_nsec -= 1000000000;
        end.tv_sec++;
    }
    pthread_cond_clockwait(&session->lane_left, &lock, CLOCK_MONOTONIC, &end);
}

static void end_busy_session(void *argument)
{
    struct session *session = argument;
    struct timespec start, now, pause = {.tv_nsec = 1000000};
    clock_gettime(CLOCK_MONOTONIC, &start);
    now = start;
    pthread_mutex_lock(&lock);
    while (busy_lanes(session) > 0 && now.tv_sec - start.tv_sec <= RELEASE_SECONDS) {
        release(session, &pause);
        pause.tv_nsec = pause.tv_nsec < LONGEST_PAUSE / 2 ? 2 * pause.tv_nsec : LONGEST_PAUSE;
        clock_gettime(CLOCK_MONOTONIC, &now);
    }
    int stuck = busy_lanes(session);
    pthread_mutex_unlock(&lock);
    conclude(session, stuck);
    output_flush();
}

void sessions_end(long long id, const char *name)
{
    struct session *session = session_named(name);
    *find_session(name) = session->next;
    pthread_mutex_lock(&lock);
    session->ended_by = id;
    for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next) {
        drop_requests(lane);
        pthread_cond_signal(&lane->given);
    }
    int busy = busy_lanes(session);
    pthread_mutex_unlock(&lock);
    if (busy > 0)
        workers_do(end_busy_session, session);
    else
        conclude(session, 0);
}
