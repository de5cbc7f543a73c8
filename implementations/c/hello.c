#include "hello.h"

#include "calls.h"
#include "implementation.h"
#include "output.h"

#include <stdlib.h>
#include <string.h>

static void put_name(struct text *text, const char *name)
{
    text_put_comma(text);
    text_put_string(text, name, strlen(name));
}

static void put_pair(struct text *text, const char *name, const char *value)
{
    put_name(text, name);
    text_puts(text, ":");
    text_put_string(text, value, strlen(value));
}

static void put_names(struct text *text, const char *name, const char *const *names)
{
    put_name(text, name);
    text_puts(text, ":[");
    while (*names != NULL)
        put_name(text, *names++);
    text_puts(text, "]");
}

static void put_calls(struct text *text)
{
    put_name(text, "calls");
    text_puts(text, ":[");
    put_name(text, "begun");
    for (size_t i = 0; i < method_count; i++)
        put_name(text, methods[i].name);
    text_puts(text, "]");
}

static void put_lacks(struct text *text, const char *lacks)
{
    put_name(text, "lacks");
    text_puts(text, ":[");
    while (*lacks != '\0') {
        size_t length = strcspn(lacks, ",");
        text_put_comma(text);
        text_put_string(text, lacks, length);
        lacks += length + (lacks[length] == ',');
    }
    text_puts(text, "]");
}

void hello_answer(long long id, char **arguments)
{
    const char *name = arguments[0];
    const char *version = name == NULL ? NULL : arguments[1];
    const char *lacks = version == NULL ? NULL : arguments[2];
    struct facts facts = implementation_facts();
    struct text reply = {0};
    text_puts(&reply, "{\"jsonrpc\":\"2.0\",\"id\":");
    text_put_integer(&reply, id);
    text_puts(&reply, ",\"result\":{");
    put_pair(&reply, "protocol", "1");
    put_pair(&reply, "level", "call");
    put_pair(&reply, "name", name == NULL ? facts.name : name);
    put_pair(&reply, "version", version == NULL ? facts.version : version);
    put_pair(&reply, "platform", facts.platform);
    text_puts(&reply, ",\"sessions\":");
    text_put_integer(&reply, facts.sessions);
    put_names(&reply, "domains", facts.domains);
    put_names(&reply, "types", facts.types);
    put_calls(&reply);
    if (lacks == NULL)
        put_names(&reply, "lacks", facts.lacks);
    else
        put_lacks(&reply, lacks);
    text_puts(&reply, "}}\n");
    output_put(&reply);
    free(reply.bytes);
}
