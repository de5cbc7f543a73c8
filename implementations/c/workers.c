#include "workers.h"

#include "text.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { STACK = 256 * 1024 };

struct worker {
    pthread_cond_t given;
    void (*task)(void *);
    void *argument;
    struct worker *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct worker *idle;

static void *work(void *argument)
{
    struct worker *self = argument;
    for (;;) {
        self->task(self->argument);
        pthread_mutex_lock(&lock);
        self->task = NULL;
        self->next = idle;
        idle = self;
        while (self->task == NULL)
            pthread_cond_wait(&self->given, &lock);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

static void start(void (*task)(void *), void *argument)
{
    struct worker *worker = allocate(sizeof *worker);
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_cond_init(&worker->given, NULL);
    worker->task = task;
    worker->argument = argument;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (pthread_create(&thread, &attributes, work, worker) != 0) {
        fputs("no thread for a call\n", stderr);
        exit(1);
    }
    pthread_attr_destroy(&attributes);
}

void workers_do(void (*task)(void *), void *argument)
{
    pthread_mutex_lock(&lock);
    struct worker *worker = idle;
    if (worker != NULL) {
        idle = worker->next;
        worker->task = task;
        worker->argument = argument;
        pthread_cond_signal(&worker->given);
    }
    pthread_mutex_unlock(&lock);
    if (worker == NULL)
        start(task, argument);
}
