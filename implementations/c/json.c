#include "json.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 32 };

struct reader {
    char *at;
    char *end; /* a zero byte */
    struct json *free;
    int depth;
};

static bool read_value(struct reader *reader, struct json *value);

size_t json_nodes(const char *text, size_t length)
{
    size_t nodes = 1;
    for (size_t i = 0; i < length; i++)
        nodes += text[i] == ',' || text[i] == '[' || text[i] == '{';
    return nodes;
}

static void skip_space(struct reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t' || *reader->at == '\r' || *reader->at == '\n')
        reader->at++;
}

static bool skip(struct reader *reader, char expected)
{
    skip_space(reader);
    if (*reader->at != expected)
        return false;
    reader->at++;
    return true;
}

static bool read_hex(struct reader *reader, unsigned *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *digit = *reader->at == '\0' ? NULL : strchr(digits, *reader->at);
        if (digit == NULL)
            return false;
        *unit = *unit << 4 | ((unsigned)(digit - digits) & 15);
        reader->at++;
    }
    return true;
}

static char *put_utf8(char *to, unsigned point)
{
    if (point < 0x80) {
        *to++ = (char)point;
        return to;
    }
    if (point < 0x800) {
        *to++ = (char)(0xC0 | point >> 6);
    } else {
        if (point < 0x10000) {
            *to++ = (char)(0xE0 | point >> 12);
        } else {
            *to++ = (char)(0xF0 | point >> 18);
            *to++ = (char)(0x80 | (point >> 12 & 0x3F));
        }
        *to++ = (char)(0x80 | (point >> 6 & 0x3F));
    }
    *to++ = (char)(0x80 | (point & 0x3F));
    return to;
}

/* Reads what follows "\u"; a character beyond 0xFFFF is two of them. */
static bool read_point(struct reader *reader, unsigned *point)
{
    if (!read_hex(reader, point))
        return false;
    if (*point < 0xD800 || *point > 0xDFFF)
        return true;
    unsigned low;
    if (*point > 0xDBFF || *reader->at++ != '\\' || *reader->at++ != 'u' || !read_hex(reader, &low))
        return false;
    *point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
    return low >= 0xDC00 && low <= 0xDFFF;
}

static bool read_escape(struct reader *reader, char **to)
{
    static const char written[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    char escape = *reader->at;
    if (escape == 'u') {
        unsigned point;
        reader->at++;
        if (!read_point(reader, &point))
            return false;
        *to = put_utf8(*to, point);
        return true;
    }
    const char *found = escape == '\0' ? NULL : strchr(written, escape);
    if (found == NULL)
        return false;
    reader->at++;
    *(*to)++ = meant[found - written];
    return true;
}

/* Reads what follows the first quote. What is unescaped is never longer than it was. */
static bool read_string(struct reader *reader, char **text, size_t *length)
{
    char *to = *text = reader->at;
    while (*reader->at != '"') {
        if ((unsigned char)*reader->at < ' ')
            return false;
        if (*reader->at != '\\') {
            *to++ = *reader->at++;
        } else {
            reader->at++;
            if (!read_escape(reader, &to))
                return false;
        }
    }
    reader->at++;
    *length = (size_t)(to - *text);
    *to = '\0';
    return true;
}

static bool read_number(struct reader *reader, struct json *value)
{
    char *start = reader->at;
    size_t digits = strspn(start + (*start == '-'), "0123456789");
    char *end = start + (*start == '-') + digits;
    if (digits == 0)
        return false;
    errno = 0;
    value->kind = JSON_INTEGER;
    value->integer = strtoll(start, NULL, 10);
    if (errno != 0 || *end == '.' || *end == 'e' || *end == 'E') {
        value->kind = JSON_FRACTION;
        end += strspn(end, "0123456789.eE+-");
    }
    reader->at = end;
    return true;
}

static bool read_word(struct reader *reader, struct json *value, const char *word, enum json_kind kind)
{
    size_t length = strlen(word);
    if (strncmp(reader->at, word, length) != 0)
        return false;
    reader->at += length;
    value->kind = kind;
    return true;
}

static bool read_name(struct reader *reader, struct json *value)
{
    size_t length;
    return skip(reader, '"') && read_string(reader, &value->name, &length) && skip(reader, ':');
}

/* Reads what follows the first bracket. */
static bool read_elements(struct reader *reader, struct json *parent, char close)
{
    struct json **last = &parent->first;
    if (skip(reader, close))
        return true;
    do {
        struct json *value = reader->free++;
        *value = (struct json){0};
        *last = value;
        last = &value->next;
        if ((parent->kind == JSON_OBJECT && !read_name(reader, value)) || !read_value(reader, value))
            return false;
    } while (skip(reader, ','));
    return skip(reader, close);
}

static bool read_nested(struct reader *reader, struct json *value, enum json_kind kind, char close)
{
    value->kind = kind;
    reader->at++;
    if (reader->depth++ == DEEPEST || !read_elements(reader, value, close))
        return false;
    reader->depth--;
    return true;
}

static bool read_value(struct reader *reader, struct json *value)
{
    skip_space(reader);
    switch (*reader->at) {
    case '{':
        return read_nested(reader, value, JSON_OBJECT, '}');
    case '[':
        return read_nested(reader, value, JSON_ARRAY, ']');
    case '"':
        reader->at++;
        value->kind = JSON_STRING;
        return read_string(reader, &value->text, &value->length);
    case 't':
        return read_word(reader, value, "true", JSON_TRUE);
    case 'f':
        return read_word(reader, value, "false", JSON_FALSE);
    case 'n':
        return read_word(reader, value, "null", JSON_NULL);
    default:
        return read_number(reader, value);
    }
}

struct json *json_read(char *text, size_t length, struct json *nodes)
{
    struct reader reader = {.at = text, .end = text + length, .free = nodes + 1};
    *nodes = (struct json){0};
    if (!read_value(&reader, nodes))
        return NULL;
    skip_space(&reader);
    return reader.at == reader.end ? nodes : NULL;
}

struct json *json_member(const struct json *object, const char *name)
{
    if (object == NULL || object->kind != JSON_OBJECT)
        return NULL;
    for (struct json *member = object->first; member != NULL; member = member->next)
        if (strcmp(member->name, name) == 0)
            return member;
    return NULL;
}
