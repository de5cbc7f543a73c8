#ifndef BASE64_H
#define BASE64_H

#include <stdbool.h>
#include <stddef.h>

/* Decodes in place and sets the length to that of the bytes; false if the text is not base64 with padding. */
bool base64_decode(char *text, size_t *length);

#endif
