/* The testee: reads requests from standard input until it ends. */
#include "calls.h"
#include "hello.h"
#include "implementation.h"
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_LINE = 8 * 1024 * 1024, FIRST_ROOM = 64 * 1024 };

struct input {
    char *bytes;
    size_t room;
    size_t start; /* of the first line that is not handled yet */
    size_t end;
};

/* Reads a line into memory of its own; a null pointer if it is not a request. */
static struct request *read_request(const char *line, size_t length)
{
    size_t nodes = json_nodes(line, length);
    struct request *request = allocate(sizeof *request + nodes * sizeof *request->nodes + length + 1);
    char *copy = memcpy(&request->nodes[nodes], line, length);
    const struct json *root = json_read(copy, length, request->nodes);
    const struct json *version = json_member(root, "jsonrpc");
    const struct json *id = json_member(root, "id");
    if (id != NULL && id->kind == JSON_INTEGER && id->integer > 0)
        request->id = id->integer;
    request->parameters = json_member(root, "params");
    if (request->id != 0 && request->parameters != NULL && request->parameters->kind == JSON_OBJECT && version != NULL
        && version->kind == JSON_STRING && strcmp(version->text, "2.0") == 0)
        return request;
    call_refuse_request(request->id, MALFORMED, "not a request of JSON-RPC 2.0");
    free(request);
    return NULL;
}

static const char *text_of(const struct json *object, const char *name)
{
    const struct json *value = json_member(object, name);
    return value == NULL || value->kind != JSON_STRING ? NULL : value->text;
}

/* Leaves a request that names a lane to it; true if it did. */
static bool dispatch(struct request *request, char **arguments)
{
    const char *method = text_of(request->nodes, "method");
    const char *session = text_of(request->parameters, "session");
    const char *lane = text_of(request->parameters, "lane");
    bool asks = method != NULL && strcmp(method, "begun") == 0;
    if (method == NULL) {
        call_refuse_request(request->id, MALFORMED, "method");
    } else if (strcmp(method, "hello") == 0) {
        hello_answer(request->id, arguments);
    } else if (strcmp(method, "end_session") == 0) {
        if (session != NULL)
            sessions_end(request->id, session);
        else
            call_refuse_request(request->id, MALFORMED, "session");
    } else if (!asks && (request->method = method_named(method)) == NULL) {
        call_refuse_request(request->id, UNSUPPORTED, method);
    } else if (session == NULL || lane == NULL) {
        call_refuse_request(request->id, MALFORMED, "session, lane");
    } else if (asks) {
        sessions_begun(request, session, lane);
        return true;
    } else {
        sessions_call(request, session, lane);
        return true;
    }
    return false;
}

static void handle_lines(struct input *input, char **arguments)
{
    char *line = input->bytes + input->start;
    char *line_end;
    while ((line_end = memchr(line, '\n', (size_t)(input->bytes + input->end - line))) != NULL) {
        struct request *request = read_request(line, (size_t)(line_end - line));
        if (request != NULL && !dispatch(request, arguments))
            free(request);
        line = line_end + 1;
    }
    input->start = (size_t)(line - input->bytes);
}

static void make_room(struct input *input)
{
    if (input->start > 0) {
        input->end -= input->start;
        memmove(input->bytes, input->bytes + input->start, input->end);
        input->start = 0;
    }
    if (input->end < input->room)
        return;
    if (input->room > LONGEST_LINE) {
        fputs("a line is longer than 8 MiB\n", stderr);
        _exit(1);
    }
    input->room = input->room == 0 ? FIRST_ROOM : 2 * input->room;
    input->bytes = realloc(input->bytes, input->room);
    if (input->bytes == NULL)
        abort();
}

/* Tells whether there is more to come. */
static bool read_more(struct input *input)
{
    make_room(input);
    ssize_t count = read(STDIN_FILENO, input->bytes + input->end, input->room - input->end);
    if (count > 0)
        input->end += (size_t)count;
    return count > 0 || (count == -1 && errno == EINTR);
}

int main(int count, char **arguments)
{
    struct input input = {0};
    (void)count;
    implementation_start();
    while (read_more(&input)) {
        handle_lines(&input, arguments + 1);
        output_flush();
    }
    _exit(0);
}
