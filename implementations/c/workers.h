/* Threads for tasks that may block. One that has done its task waits for the next; there are as many as were ever busy
 * at once. */
#ifndef WORKERS_H
#define WORKERS_H

void workers_do(void (*task)(void *), void *argument);

#endif
