/* sendmsg() and recvmsg(), writev() and readv(): vectors and control messages. */
#include "address.h"
#include "calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

static size_t send_vector(struct call *call, struct iovec **vector)
{
    const struct json *buffers = array_of(call, call->parameters, "iov");
    size_t count = 0;
    *vector = call_memory(call, elements(buffers) * sizeof **vector);
    for (struct json *buffer = buffers->first; buffer != NULL; buffer = buffer->next) {
        struct bytes bytes = bytes_in(call, buffer);
        (*vector)[count++] = (struct iovec){bytes.start, bytes.length};
    }
    return count;
}

/* The buffers follow each other without a gap; returns their whole size. */
static size_t receive_vector(struct call *call, struct msghdr *message)
{
    const struct json *sizes = array_of(call, call->parameters, "iov");
    size_t whole = 0;
    message->msg_iov = call_memory(call, elements(sizes) * sizeof *message->msg_iov);
    for (struct json *size = sizes->first; size != NULL; size = size->next) {
        int length = integer_in(call, size);
        if (length < 0)
            call_refuse(call, MALFORMED, "iov");
        message->msg_iov[message->msg_iovlen++].iov_len = length < 0 ? 0 : (size_t)length;
        whole += length < 0 ? 0 : (size_t)length;
    }
    char *buffer = call_memory(call, whole);
    for (size_t i = 0; i < message->msg_iovlen; i++) {
        message->msg_iov[i].iov_base = buffer;
        buffer += message->msg_iov[i].iov_len;
    }
    return whole;
}

static struct bytes rights_of(struct call *call, const struct json *message)
{
    const struct json *rights = array_of(call, message, "rights");
    size_t count = 0;
    int *fds = call_memory(call, elements(rights) * sizeof *fds);
    for (struct json *fd = rights->first; fd != NULL; fd = fd->next)
        fds[count++] = integer_in(call, fd);
    return (struct bytes){(char *)fds, count * sizeof *fds};
}

static void read_kind(struct call *call, const struct json *message, struct cmsghdr *header)
{
    const char *name = string_of(call, message, "name")->text;
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_CREDENTIALS;
    if (strcmp(name, "SCM_CREDENTIALS") == 0)
        return;
    int end = 0;
    if (sscanf(name, "%9d:%9d%n", &header->cmsg_level, &header->cmsg_type, &end) != 2 || name[end] != '\0')
        call_refuse(call, UNSUPPORTED, name);
}

static void append_control(struct call *call, const struct json *message, struct text *control)
{
    struct cmsghdr header = {.cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    struct bytes data;
    if (json_member(message, "rights") != NULL) {
        data = rights_of(call, message);
    } else {
        read_kind(call, message, &header);
        data = bytes_of(call, message, "data");
    }
    static const char padding[sizeof(struct cmsghdr)];
    header.cmsg_len = CMSG_LEN(data.length);
    text_put(control, (const char *)&header, sizeof header);
    text_put(control, padding, CMSG_LEN(0) - sizeof header);
    text_put(control, data.start, data.length);
    text_put(control, padding, CMSG_SPACE(data.length) - CMSG_LEN(data.length));
}

void make_sendmsg(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    struct msghdr message = {0};
    struct text control = {0};
    if (json_member(call->parameters, "address") != NULL) {
        struct address address = address_of(call, call->parameters, "address");
        message.msg_name = address.memory;
        message.msg_namelen = address.length;
    }
    message.msg_iovlen = send_vector(call, &message.msg_iov);
    for (struct json *one = array_of(call, call->parameters, "control")->first; one != NULL; one = one->next)
        append_control(call, one, &control);
    message.msg_control = control.bytes;
    message.msg_controllen = control.length;
    if (begin(call))
        returned(call, sendmsg(fd, &message, flags));
    free(control.bytes);
}

void make_writev(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct iovec *vector;
    size_t count = send_vector(call, &vector);
    if (begin(call))
        returned(call, writev(fd, vector, (int)count));
}

void make_readv(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    struct msghdr message = {0};
    size_t whole = receive_vector(call, &message);
    if (!begin(call))
        return;
    ssize_t received = readv(fd, message.msg_iov, (int)message.msg_iovlen);
    if (returned(call, received))
        put_data(call, message.msg_iovlen == 0 ? "" : message.msg_iov->iov_base, whole, received);
}

static void put_rights(struct call *call, const unsigned char *data, size_t length)
{
    text_puts(&call->reply, "{\"rights\":[");
    for (size_t i = 0; i + sizeof(int) <= length; i += sizeof(int)) {
        int fd;
        memcpy(&fd, data + i, sizeof fd);
        session_opened(call->session, fd);
        text_put_comma(&call->reply);
        text_put_integer(&call->reply, fd);
    }
    text_puts(&call->reply, "]}");
}

static void put_other(struct text *text, const struct cmsghdr *header, const unsigned char *data, size_t length)
{
    char name[32] = "SCM_CREDENTIALS";
    if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_CREDENTIALS)
        snprintf(name, sizeof name, "%d:%d", header->cmsg_level, header->cmsg_type);
    text_puts(text, "{\"name\":");
    text_put_string(text, name, strlen(name));
    text_puts(text, ",\"data\":");
    text_put_base64(text, data, length);
    text_puts(text, "}");
}

static void put_control(struct call *call, struct msghdr *message)
{
    const unsigned char *end = (const unsigned char *)message->msg_control + message->msg_controllen;
    text_puts(put_member(call, "control"), "[");
    for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header != NULL; header = CMSG_NXTHDR(message, header)) {
        const unsigned char *data = CMSG_DATA(header);
        size_t room = data < end ? (size_t)(end - data) : 0;
        size_t length = header->cmsg_len < CMSG_LEN(0) ? 0 : header->cmsg_len - CMSG_LEN(0);
        length = length < room ? length : room;
        text_put_comma(&call->reply);
        if (header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
            put_rights(call, data, length);
        else
            put_other(&call->reply, header, data, length);
    }
    text_puts(&call->reply, "]");
}

void make_recvmsg(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    int flags = flags_of(call, call->parameters, "flags", message_flags);
    struct stored_address name = address_room();
    struct msghdr message = {.msg_name = &name.memory, .msg_namelen = name.length};
    size_t size = receive_vector(call, &message);
    message.msg_controllen = size_of(call, call->parameters, "controlLength");
    if (message.msg_controllen > 0)
        message.msg_control = call_memory(call, message.msg_controllen);
    if (!begin(call))
        return;
    ssize_t received = recvmsg(fd, &message, flags);
    if (!returned(call, received))
        return;
    name.length = message.msg_namelen;
    put_data(call, size == 0 ? "" : message.msg_iov[0].iov_base, size, received);
    put_address(call, &name);
    text_put_flags(put_member(call, "messageFlags"), message_flags, message.msg_flags);
    put_control(call, &message);
}
