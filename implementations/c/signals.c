/* Catching and blocking signals, and sending them to threads that are blocked in a call. */
#include "signals.h"

#include "calls.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { PATIENCE = 8000, UNREADABLE = 50, LOOKS = 2 }; /* milliseconds, and looks at a thread */

static void nothing(int signal)
{
    (void)signal;
}

static int handle(int number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    return sigaction(number, &action, NULL);
}

void signals_prepare(void)
{
    for (const struct symbol *each = signals; each->name != NULL; each++)
        handle(each->number, each->number == SIGPIPE ? SIG_IGN : SIG_DFL, 0);
    handle(SIGUSR2, nothing, 0);
}

void make_sigaction(struct call *call)
{
    int number = symbol_of(call, call->parameters, "signal", signals);
    bool restart = boolean_of(call, call->parameters, "restart");
    if (begin(call))
        returned(call, handle(number, nothing, restart ? SA_RESTART : 0));
}

static sigset_t set_of(int number)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    return set;
}

void make_pthread_sigmask(struct call *call)
{
    sigset_t set = set_of(symbol_of(call, call->parameters, "signal", signals));
    bool block = boolean_of(call, call->parameters, "block");
    if (!begin(call))
        return;
    errno = pthread_sigmask(block ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
    returned(call, errno == 0 ? 0 : -1);
}

void make_sigtimedwait(struct call *call)
{
    sigset_t set = set_of(symbol_of(call, call->parameters, "signal", signals));
    static const struct timespec at_once;
    if (begin(call))
        returned(call, sigtimedwait(&set, NULL, &at_once) == -1 ? -1 : 0);
}

/* Tells whether a thread sleeps where a signal wakes it; nothing where the system does not say. */
static enum { AWAKE, ASLEEP, UNKNOWN } state_of(pid_t thread)
{
    char path[64], line[256] = "";
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return UNKNOWN;
    const char *read = fgets(line, sizeof line, file);
    fclose(file);
    const char *name_end = read == NULL ? NULL : strrchr(line, ')');
    if (name_end == NULL)
        return UNKNOWN;
    return name_end[1] == ' ' && name_end[2] == 'S' ? ASLEEP : AWAKE;
}

/* Waits until the lane sleeps in a call, or has nothing to do, or patience is at an end; returns what it does then,
 * which is nothing unless it has blocked. One look is not enough: an emulated or traced thread also sleeps at times just before its call. */
static struct glance await_blocked(struct call *call, const char *lane)
{
    static const struct timespec millisecond = {.tv_nsec = 1000000};
    struct glance now = lane_glance(call->session, lane);
    int asleep = 0, unknown = 0;
    for (int waited = 0; waited < PATIENCE && now.busy && asleep < LOOKS && unknown < UNREADABLE; waited++) {
        int state = now.entered ? (int)state_of(now.thread) : AWAKE;
        nanosleep(&millisecond, NULL);
        struct glance next = lane_glance(call->session, lane);
        bool same = next.entered && next.call == now.call;
        asleep = same && state == ASLEEP ? asleep + 1 : 0;
        unknown = same && state == UNKNOWN ? unknown + 1 : 0;
        now = next;
    }
    now.entered = asleep >= LOOKS || unknown >= UNREADABLE;
    return now;
}

void make_pthread_kill(struct call *call)
{
    const char *target = string_of(call, call->parameters, "target")->text;
    int number = symbol_of(call, call->parameters, "signal", signals);
    if (call->refused)
        return;
    struct glance blocked = await_blocked(call, target);
    errno = blocked.entered ? lane_signal(call->session, target, blocked.call, number) : ESRCH;
    returned(call, errno == 0 ? 0 : -1);
}
