/* Reads JSON. The nodes and the text they point to are the caller's memory; strings are unescaped in place. */
#ifndef JSON_H
#define JSON_H

#include <stddef.h>

enum json_kind { JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_INTEGER, JSON_FRACTION, JSON_TRUE, JSON_FALSE, JSON_NULL };

struct json {
    enum json_kind kind;
    char *name; /* in an object */
    struct json *next;
    struct json *first; /* of an object or array */
    long long integer;
    char *text; /* of a string, with a zero byte behind it */
    size_t length;
};

/* How many nodes a text needs at most. */
size_t json_nodes(const char *text, size_t length);

/* Reads one value, which a zero byte must follow; a null pointer if it is not JSON. */
struct json *json_read(char *text, size_t length, struct json *nodes);

/* The member of an object, or a null pointer. */
struct json *json_member(const struct json *object, const char *name);

#endif
