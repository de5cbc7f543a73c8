/* A text that grows, and JSON written to it. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>

struct text {
    char *bytes;
    size_t length;
    size_t room;
};

void text_put(struct text *text, const char *bytes, size_t length);
void text_puts(struct text *text, const char *string);
void text_put_integer(struct text *text, long long integer);

/* Between quotes, escaped. */
void text_put_string(struct text *text, const char *string, size_t length);
void text_put_base64(struct text *text, const void *bytes, size_t length);

/* Puts a comma where something stands before, so that a list can be written in a loop. */
void text_put_comma(struct text *text);

/* Ends the process where there is no memory: without it no call can be judged. */
void *allocate(size_t size);

#endif
