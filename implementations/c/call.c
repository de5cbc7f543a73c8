#include "call.h"

#include "base64.h"
#include "output.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct memory {
    struct memory *next;
    max_align_t content[];
};

static void put_head(struct text *reply, long long id)
{
    text_puts(reply, "{\"jsonrpc\":\"2.0\",\"id\":");
    if (id == 0)
        text_puts(reply, "null,");
    else {
        text_put_integer(reply, id);
        text_puts(reply, ",");
    }
}

static void put_error(struct text *reply, enum refusal code, const char *message)
{
    text_puts(reply, "\"error\":{\"code\":");
    text_put_integer(reply, code);
    char text[128];
    snprintf(text, sizeof text, "%s: %s", code == UNSUPPORTED ? "unsupported" : "malformed", message);
    text_puts(reply, ",\"message\":");
    text_put_string(reply, text, strlen(text));
}

void call_refuse_request(long long id, enum refusal code, const char *message)
{
    struct text reply = {0};
    put_head(&reply, id);
    put_error(&reply, code, message);
    text_puts(&reply, "}}\n");
    output_put(&reply);
    free(reply.bytes);
}

void call_refuse(struct call *call, enum refusal code, const char *message)
{
    if (call->refused)
        return;
    call->refused = true;
    call->reply.length = call->result;
    put_error(&call->reply, code, message);
}

void call_execute(struct request *request, struct session *session, struct lane *lane)
{
    struct call call = {.parameters = request->parameters, .session = session, .lane = lane};
    put_head(&call.reply, request->id);
    call.result = call.reply.length;
    request->method->make(&call);
    text_puts(&call.reply, "}}\n");
    output_put(&call.reply);
    free(call.reply.bytes);
    while (call.memory != NULL) {
        struct memory *next = call.memory->next;
        free(call.memory);
        call.memory = next;
    }
    free(request);
}

void *call_memory(struct call *call, size_t size)
{
    struct memory *memory = allocate(offsetof(struct memory, content) + size);
    memory->next = call->memory;
    call->memory = memory;
    return memory->content;
}

static const struct json *member(struct call *call, const struct json *object, const char *name, enum json_kind kind)
{
    const struct json *found = json_member(object, name);
    if (found != NULL && found->kind == kind)
        return found;
    call_refuse(call, MALFORMED, name);
    return NULL;
}

static int to_int(struct call *call, long long value, const char *name)
{
    if (value >= INT_MIN && value <= INT_MAX)
        return (int)value;
    call_refuse(call, MALFORMED, name);
    return 0;
}

long long long_of(struct call *call, const struct json *object, const char *name)
{
    const struct json *value = member(call, object, name, JSON_INTEGER);
    return value == NULL ? 0 : value->integer;
}

int integer_of(struct call *call, const struct json *object, const char *name)
{
    return to_int(call, long_of(call, object, name), name);
}

int integer_in(struct call *call, const struct json *value)
{
    if (value->kind == JSON_INTEGER)
        return to_int(call, value->integer, "an integer");
    call_refuse(call, MALFORMED, "an integer");
    return 0;
}

size_t size_of(struct call *call, const struct json *object, const char *name)
{
    int size = integer_of(call, object, name);
    if (size >= 0)
        return (size_t)size;
    call_refuse(call, MALFORMED, name);
    return 0;
}

bool boolean_of(struct call *call, const struct json *object, const char *name)
{
    const struct json *found = json_member(object, name);
    if (found == NULL || (found->kind != JSON_TRUE && found->kind != JSON_FALSE))
        call_refuse(call, MALFORMED, name);
    return found != NULL && found->kind == JSON_TRUE;
}

const struct json *string_of(struct call *call, const struct json *object, const char *name)
{
    static const struct json empty = {.text = ""};
    const struct json *value = member(call, object, name, JSON_STRING);
    return value == NULL ? &empty : value;
}

const struct json *array_of(struct call *call, const struct json *object, const char *name)
{
    static const struct json empty = {.kind = JSON_ARRAY};
    const struct json *array = member(call, object, name, JSON_ARRAY);
    return array == NULL ? &empty : array;
}

static int number(struct call *call, const char *name, const struct symbol *symbols)
{
    const struct symbol *found = symbol_of_name(symbols, name);
    if (found != NULL)
        return found->number;
    call_refuse(call, UNSUPPORTED, name);
    return 0;
}

int symbol_of(struct call *call, const struct json *object, const char *name, const struct symbol *symbols)
{
    return number(call, string_of(call, object, name)->text, symbols);
}

int flags_of(struct call *call, const struct json *object, const char *name, const struct symbol *symbols)
{
    int bits = 0;
    for (struct json *flag = array_of(call, object, name)->first; flag != NULL; flag = flag->next) {
        if (flag->kind == JSON_STRING)
            bits |= number(call, flag->text, symbols);
        else
            call_refuse(call, MALFORMED, name);
    }
    return bits;
}

struct bytes bytes_in(struct call *call, struct json *value)
{
    struct bytes bytes = {value->text, value->length};
    if (value->kind != JSON_STRING || !base64_decode(bytes.start, &bytes.length)) {
        call_refuse(call, MALFORMED, "bytes in base64");
        bytes.length = 0;
    }
    return bytes;
}

struct bytes bytes_of(struct call *call, const struct json *object, const char *name)
{
    struct json *value = json_member(object, name);
    if (value != NULL)
        return bytes_in(call, value);
    call_refuse(call, MALFORMED, name);
    return (struct bytes){NULL, 0};
}

size_t elements(const struct json *array)
{
    size_t count = 0;
    for (struct json *element = array->first; element != NULL; element = element->next)
        count++;
    return count;
}

bool begin(struct call *call)
{
    if (call->refused)
        return false;
    if (call->lane != NULL)
        lane_enters(call->lane);
    return true;
}

bool returned(struct call *call, ssize_t value)
{
    int error = errno;
    if (call->lane != NULL)
        lane_leaves(call->lane);
    text_puts(&call->reply, "\"result\":{\"ret\":");
    text_put_integer(&call->reply, value);
    if (value == -1)
        text_put_errno(put_member(call, "errno"), error);
    return value != -1;
}

bool opened(struct call *call, int fd)
{
    if (!returned(call, fd))
        return false;
    session_opened(call->session, fd);
    return true;
}

struct text *put_member(struct call *call, const char *name)
{
    text_puts(&call->reply, ",\"");
    text_puts(&call->reply, name);
    text_puts(&call->reply, "\":");
    return &call->reply;
}

void put_data(struct call *call, const char *buffer, size_t size, ssize_t received)
{
    text_put_base64(put_member(call, "data"), buffer, (size_t)received < size ? (size_t)received : size);
}

void put_descriptors(struct call *call, const int fds[2])
{
    struct text *text = put_member(call, "fds");
    session_opened(call->session, fds[0]);
    session_opened(call->session, fds[1]);
    text_puts(text, "[");
    text_put_integer(text, fds[0]);
    text_puts(text, ",");
    text_put_integer(text, fds[1]);
    text_puts(text, "]");
}
