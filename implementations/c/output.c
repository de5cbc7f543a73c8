#include "output.h"

#include <errno.h>
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct text kept;

void output_put(const struct text *reply)
{
    pthread_mutex_lock(&lock);
    text_put(&kept, reply->bytes, reply->length);
    pthread_mutex_unlock(&lock);
}

void output_flush(void)
{
    pthread_mutex_lock(&lock);
    for (size_t written = 0; written < kept.length;) {
        ssize_t count = write(STDOUT_FILENO, kept.bytes + written, kept.length - written);
        if (count >= 0)
            written += (size_t)count;
        else if (errno != EINTR)
            _exit(1);
    }
    kept.length = 0;
    pthread_mutex_unlock(&lock);
}
