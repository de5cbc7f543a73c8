/* Calls with memory, lengths and pointers as they are given. */
#include "calls.h"

#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

enum { ARGUMENTS = 4 };

struct argument {
    int number;
    void *pointer;
    enum { VALUE, INTS, BYTES } kind;
    size_t length; /* of what it points to, in elements */
};

static int symbol_in(struct call *call, const char *name)
{
    static const struct symbol others[] = {{"SOMAXCONN", SOMAXCONN}, {NULL, 0}};
    const struct symbol *const tables[] = {domains, types, others};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct symbol *found = symbol_of_name(tables[i], name);
        if (found != NULL)
            return found->number;
    }
    call_refuse(call, UNSUPPORTED, name);
    return 0;
}

static struct argument ints_in(struct call *call, const struct json *argument)
{
    const struct json *array = array_of(call, argument, "ints");
    struct argument ints = {.kind = INTS, .length = elements(array)};
    int *next = ints.pointer = call_memory(call, ints.length * sizeof *next);
    for (const struct json *value = array->first; value != NULL; value = value->next)
        *next++ = integer_in(call, value);
    return ints;
}

static void *wrong_pointer(struct call *call, const struct json *argument)
{
    static const struct symbol pointers[] = {{"NULL", 0}, {"UNMAPPED", -1}, {NULL, 0}};
    return (void *)(intptr_t)symbol_of(call, argument, "pointer", pointers);
}

static struct argument argument_in(struct call *call, const struct json *argument)
{
    if (json_member(argument, "ints") != NULL)
        return ints_in(call, argument);
    if (json_member(argument, "bytes") != NULL) {
        struct bytes bytes = bytes_of(call, argument, "bytes");
        return (struct argument){.kind = BYTES, .pointer = bytes.start, .length = bytes.length};
    }
    if (json_member(argument, "pointer") != NULL)
        return (struct argument){.pointer = wrong_pointer(call, argument)};
    if (json_member(argument, "symbol") != NULL)
        return (struct argument){.number = symbol_in(call, string_of(call, argument, "symbol")->text)};
    return (struct argument){.number = integer_of(call, argument, "number")};
}

static int make(const char *function, const struct argument *given)
{
    int first = given[0].number;
    if (strcmp(function, "accept") == 0)
        return accept(first, given[1].pointer, given[2].pointer);
    if (strcmp(function, "getpeername") == 0)
        return getpeername(first, given[1].pointer, given[2].pointer);
    if (strcmp(function, "getsockname") == 0)
        return getsockname(first, given[1].pointer, given[2].pointer);
    if (strcmp(function, "listen") == 0)
        return listen(first, given[1].number);
    return socketpair(first, given[1].number, given[2].number, given[3].pointer);
}

static bool is_raw(const char *function)
{
    static const char *const functions[] = {"accept", "getpeername", "getsockname", "listen", "socketpair"};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (strcmp(functions[i], function) == 0)
            return method_named(function) != NULL;
    return false;
}

static void put_ints(struct text *text, const struct argument *ints)
{
    text_puts(text, "{\"ints\":[");
    for (size_t i = 0; i < ints->length; i++) {
        text_put_comma(text);
        text_put_integer(text, ((int *)ints->pointer)[i]);
    }
    text_puts(text, "]}");
}

static void put_argument(struct text *text, const struct argument *argument, const struct json *given)
{
    text_put_comma(text);
    if (argument->kind == INTS) {
        put_ints(text, argument);
    } else if (argument->kind == BYTES) {
        text_puts(text, "{\"bytes\":");
        text_put_base64(text, argument->pointer, argument->length);
        text_puts(text, "}");
    } else {
        text_puts(text, "{\"");
        text_puts(text, given->first->name);
        text_puts(text, "\":");
        if (given->first->kind == JSON_STRING)
            text_put_string(text, given->first->text, given->first->length);
        else
            text_put_integer(text, given->first->integer);
        text_puts(text, "}");
    }
}

static void note_opened(struct call *call, const char *function, int result, const struct argument *given)
{
    if (strcmp(function, "accept") == 0) {
        session_opened(call->session, result);
    } else if (strcmp(function, "socketpair") == 0) {
        session_opened(call->session, ((int *)given[3].pointer)[0]);
        session_opened(call->session, ((int *)given[3].pointer)[1]);
    }
}

void make_raw(struct call *call)
{
    const char *function = string_of(call, call->parameters, "function")->text;
    const struct json *arguments = array_of(call, call->parameters, "arguments");
    struct argument given[ARGUMENTS] = {0};
    size_t count = 0;
    if (!is_raw(function) || elements(arguments) > ARGUMENTS)
        call_refuse(call, UNSUPPORTED, function);
    for (const struct json *one = arguments->first; one != NULL && !call->refused; one = one->next)
        given[count++] = argument_in(call, one);
    if (!begin(call))
        return;
    int result = make(function, given);
    if (returned(call, result))
        note_opened(call, function, result, given);
    text_puts(put_member(call, "arguments"), "[");
    count = 0;
    for (const struct json *one = arguments->first; one != NULL; one = one->next)
        put_argument(&call->reply, &given[count++], one);
    text_puts(&call->reply, "]");
}
