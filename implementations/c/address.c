#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/un.h>

enum { SUN_PATH = offsetof(struct sockaddr_un, sun_path), NO_ADDRESS = 16 };

/* Zero as far as an implementation may read, whatever length is claimed. */
static void *room_for(struct call *call, size_t size)
{
    return call_memory(call, size + sizeof(struct sockaddr_storage));
}

static in_port_t port_of(struct call *call, const struct json *object)
{
    int port = integer_of(call, object, "port");
    if (port < 0 || port > 65535)
        call_refuse(call, MALFORMED, "port");
    return htons((uint16_t)port);
}

static void read_host(struct call *call, const struct json *object, int family, void *host)
{
    if (inet_pton(family, string_of(call, object, "host")->text, host) != 1)
        call_refuse(call, MALFORMED, "host");
}

static struct address read_inet(struct call *call, const struct json *object)
{
    struct sockaddr_in *inet = room_for(call, sizeof *inet);
    inet->sin_family = AF_INET;
    inet->sin_port = port_of(call, object);
    read_host(call, object, AF_INET, &inet->sin_addr);
    return (struct address){(struct sockaddr *)inet, sizeof *inet};
}

static struct address read_inet6(struct call *call, const struct json *object)
{
    struct sockaddr_in6 *inet6 = room_for(call, sizeof *inet6);
    inet6->sin6_family = AF_INET6;
    inet6->sin6_port = port_of(call, object);
    read_host(call, object, AF_INET6, &inet6->sin6_addr);
    if (json_member(object, "scope") != NULL)
        inet6->sin6_scope_id = (uint32_t)integer_of(call, object, "scope");
    return (struct address){(struct sockaddr *)inet6, sizeof *inet6};
}

static struct address unix_name(struct call *call, size_t before, const char *name, size_t length, size_t behind)
{
    struct sockaddr_un *local = room_for(call, SUN_PATH + before + length + behind);
    local->sun_family = AF_UNIX;
    memcpy((char *)local + SUN_PATH + before, name, length);
    return (struct address){(struct sockaddr *)local, (socklen_t)(SUN_PATH + before + length + behind)};
}

static struct address read_unix(struct call *call, const struct json *object)
{
    if (json_member(object, "path") != NULL) {
        const struct json *path = string_of(call, object, "path");
        return unix_name(call, 0, path->text, path->length, 1);
    }
    if (json_member(object, "abstract") != NULL) {
        struct bytes name = bytes_of(call, object, "abstract");
        return unix_name(call, 1, name.start, name.length, 0);
    }
    return unix_name(call, 0, "", 0, 0);
}

static struct address read_right(struct call *call, const struct json *object)
{
    if (json_member(object, "family") == NULL)
        return (struct address){NULL, 0};
    int family = symbol_of(call, object, "family", domains);
    switch (family) {
    case AF_INET:
        return read_inet(call, object);
    case AF_INET6:
        return read_inet6(call, object);
    case AF_UNIX:
        return read_unix(call, object);
    case AF_UNSPEC:
        return (struct address){room_for(call, NO_ADDRESS), NO_ADDRESS};
    default:
        call_refuse(call, MALFORMED, "family");
        return (struct address){NULL, 0};
    }
}

struct address address_of(struct call *call, const struct json *parent, const char *name)
{
    const struct json *object = json_member(parent, name);
    if (object == NULL || object->kind != JSON_OBJECT) {
        call_refuse(call, MALFORMED, name);
        return (struct address){NULL, 0};
    }
    struct address address = read_right(call, object);
    if (json_member(object, "asFamily") != NULL && address.memory != NULL)
        address.memory->sa_family = (sa_family_t)symbol_of(call, object, "asFamily", domains);
    if (json_member(object, "length") != NULL)
        address.length = (socklen_t)integer_of(call, object, "length");
    return address;
}

struct stored_address address_room(void)
{
    return (struct stored_address){.length = sizeof(struct sockaddr_storage)};
}

static void put_host(struct text *text, int family, const void *host, in_port_t port)
{
    char name[INET6_ADDRSTRLEN];
    text_puts(text, family == AF_INET ? "{\"family\":\"AF_INET\",\"host\":\"" : "{\"family\":\"AF_INET6\",\"host\":\"");
    text_puts(text, inet_ntop(family, host, name, sizeof name));
    text_puts(text, "\",\"port\":");
    text_put_integer(text, ntohs(port));
}

static void put_unix(struct text *text, const struct sockaddr_un *local, size_t length)
{
    size_t size = length - SUN_PATH;
    text_puts(text, "{\"family\":\"AF_UNIX\"");
    if (size == 0)
        return;
    const char *name = local->sun_path;
    if (*name == '\0') {
        text_puts(text, ",\"abstract\":");
        text_put_base64(text, name + 1, size - 1);
    } else {
        text_puts(text, ",\"path\":");
        text_put_string(text, name, strnlen(name, size));
    }
}

static void put_known(struct text *text, const struct stored_address *stored)
{
    const void *memory = &stored->memory;
    const struct sockaddr_in *inet = memory;
    const struct sockaddr_in6 *inet6 = memory;
    switch (stored->memory.ss_family) {
    case AF_INET:
        put_host(text, AF_INET, &inet->sin_addr, inet->sin_port);
        break;
    case AF_INET6:
        put_host(text, AF_INET6, &inet6->sin6_addr, inet6->sin6_port);
        if (inet6->sin6_scope_id != 0) {
            text_puts(text, ",\"scope\":");
            text_put_integer(text, (int32_t)inet6->sin6_scope_id);
        }
        break;
    case AF_UNIX:
        put_unix(text, memory, stored->length < sizeof stored->memory ? stored->length : sizeof stored->memory);
        break;
    case AF_UNSPEC:
        text_puts(text, "{\"family\":\"AF_UNSPEC\"");
        break;
    default:
        text_puts(text, "{\"family\":\"AF_UNSPEC\",\"asFamily\":\"AF_UNKNOWN\"");
    }
}

void put_address(struct call *call, const struct stored_address *stored)
{
    if (stored->length >= sizeof(sa_family_t)) {
        struct text *text = put_member(call, "address");
        put_known(text, stored);
        text_puts(text, "}");
    }
    text_put_integer(put_member(call, "addressLength"), (int)stored->length);
}
