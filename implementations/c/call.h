/* A call under way: its parameters, its start and end, and its reply. */
#ifndef CALL_H
#define CALL_H

#include "json.h"
#include "sessions.h"
#include "symbols.h"
#include "text.h"

#include <stdbool.h>
#include <sys/types.h>

enum refusal { UNSUPPORTED = -32601, MALFORMED = -32600 };

struct memory;

struct call {
    const struct json *parameters;
    struct session *session;
    struct lane *lane; /* a null pointer where the call cannot block */
    struct text reply;
    size_t result; /* where it begins in the reply */
    bool refused;
    struct memory *memory;
};

/* Makes the call that a request demands and puts its reply out; frees the request. */
void call_execute(struct request *request, struct session *session, struct lane *lane);

/* Puts an error out; id 0 stands for one that could not be read. */
void call_refuse_request(long long id, enum refusal code, const char *message);

/* Answers with an error in place of making the call. Only the first one counts. */
void call_refuse(struct call *call, enum refusal code, const char *message);

/* Zeroed memory that lasts as long as the call. */
void *call_memory(struct call *call, size_t size);

/* Members of objects. Each refuses the call where its member is missing, wrong or unknown, and returns zero then. */
int integer_of(struct call *call, const struct json *object, const char *name);
long long long_of(struct call *call, const struct json *object, const char *name);
size_t size_of(struct call *call, const struct json *object, const char *name);
bool boolean_of(struct call *call, const struct json *object, const char *name);
const struct json *string_of(struct call *call, const struct json *object, const char *name);
const struct json *array_of(struct call *call, const struct json *object, const char *name);
int symbol_of(struct call *call, const struct json *object, const char *name, const struct symbol *symbols);
int flags_of(struct call *call, const struct json *object, const char *name, const struct symbol *symbols);

struct bytes {
    char *start;
    size_t length;
};

/* Decodes in place, so a value can be read once. */
struct bytes bytes_of(struct call *call, const struct json *object, const char *name);
struct bytes bytes_in(struct call *call, struct json *value);
int integer_in(struct call *call, const struct json *value);
size_t elements(const struct json *array);

/* Tells whether all parameters are right. From then on the thread is in the call, and a signal may be sent to it. */
bool begin(struct call *call);

/* Ends the call with what it returned; tells whether it succeeded, so that its results can follow. */
bool returned(struct call *call, ssize_t value);

/* As returned(), for a call that opens a descriptor. */
bool opened(struct call *call, int fd);

/* Begins a further member of the result and returns the text for its value. */
struct text *put_member(struct call *call, const char *name);

void put_data(struct call *call, const char *buffer, size_t size, ssize_t received);
void put_descriptors(struct call *call, const int fds[2]);

#endif
