#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *allocate(size_t size)
{
    void *memory = calloc(1, size == 0 ? 1 : size);
    if (memory == NULL) {
        perror("calloc");
        exit(1);
    }
    return memory;
}

static char *extend(struct text *text, size_t length)
{
    if (text->room - text->length < length) {
        text->room = 2 * text->room + length + 256;
        text->bytes = realloc(text->bytes, text->room);
        if (text->bytes == NULL) {
            perror("realloc");
            exit(1);
        }
    }
    char *end = text->bytes + text->length;
    text->length += length;
    return end;
}

void text_put(struct text *text, const char *bytes, size_t length)
{
    memcpy(extend(text, length), bytes, length);
}

void text_puts(struct text *text, const char *string)
{
    text_put(text, string, strlen(string));
}

void text_put_integer(struct text *text, long long integer)
{
    char digits[24];
    text_put(text, digits, (size_t)snprintf(digits, sizeof digits, "%lld", integer));
}

void text_put_string(struct text *text, const char *string, size_t length)
{
    text_puts(text, "\"");
    for (size_t start = 0, i = 0; start < length; start = ++i) {
        while (i < length && (unsigned char)string[i] >= ' ' && string[i] != '"' && string[i] != '\\')
            i++;
        text_put(text, string + start, i - start);
        if (i < length) {
            char escape[8];
            text_put(text, escape, (size_t)snprintf(escape, sizeof escape, "\\u%04x", string[i]));
        }
    }
    text_puts(text, "\"");
}

void text_put_base64(struct text *text, const void *bytes, size_t length)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *from = bytes;
    char *to = extend(text, (length + 2) / 3 * 4 + 2);
    *to++ = '"';
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        unsigned second = left > 1 ? from[i + 1] : 0;
        unsigned third = left > 2 ? from[i + 2] : 0;
        unsigned word = (unsigned)from[i] << 16 | second << 8 | third;
        *to++ = digits[word >> 18];
        *to++ = digits[word >> 12 & 63];
        *to++ = left > 1 ? digits[word >> 6 & 63] : '=';
        *to++ = left > 2 ? digits[word & 63] : '=';
    }
    *to = '"';
}

void text_put_comma(struct text *text)
{
    if (strchr("[{", text->bytes[text->length - 1]) == NULL)
        text_puts(text, ",");
}
