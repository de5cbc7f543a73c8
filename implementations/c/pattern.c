/* Streams of bytes that both ends of a transfer can compute. */
#include "calls.h"

#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

enum { CHUNK = 64 * 1024, WORD = 8 };

/* Fills a buffer, which must have room for a word more than the length; returns where the first byte is. */
static const char *pattern(uint64_t seed, uint64_t position, char *buffer, size_t length)
{
    size_t skipped = position % WORD;
    uint64_t index = position / WORD;
    for (size_t i = 0; i < skipped + length; i += WORD) {
        uint64_t word = (seed + index++) * UINT64_C(0x9E3779B97F4A7C15);
        word ^= word >> 29;
        for (int byte = 0; byte < WORD; byte++)
            buffer[i + (size_t)byte] = (char)(word >> 8 * byte);
    }
    return buffer + skipped;
}

void make_send_pattern(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    uint64_t seed = (uint64_t)long_of(call, call->parameters, "seed");
    long long length = long_of(call, call->parameters, "length");
    char *buffer = call_memory(call, CHUNK + 2 * WORD);
    long long sent = 0;
    ssize_t taken = 0;
    if (length < 0)
        call_refuse(call, MALFORMED, "length");
    if (!begin(call))
        return;
    while (sent < length && taken != -1) {
        size_t size = length - sent < CHUNK ? (size_t)(length - sent) : CHUNK;
        taken = send(fd, pattern(seed, (uint64_t)sent, buffer, size), size, MSG_NOSIGNAL);
        if (taken != -1)
            sent += taken;
    }
    returned(call, sent);
}

static size_t first_difference(const char *left, const char *right, size_t length)
{
    size_t i = 0;
    if (memcmp(left, right, length) == 0)
        return length;
    while (left[i] == right[i])
        i++;
    return i;
}

void make_recv_pattern(struct call *call)
{
    int fd = integer_of(call, call->parameters, "fd");
    uint64_t seed = (uint64_t)long_of(call, call->parameters, "seed");
    char *buffer = call_memory(call, CHUNK);
    char *expected = call_memory(call, CHUNK + 2 * WORD);
    long long before = 0;
    ssize_t received;
    if (!begin(call))
        return;
    while ((received = recv(fd, buffer, CHUNK, 0)) > 0) {
        size_t length = (size_t)received;
        size_t same = first_difference(buffer, pattern(seed, (uint64_t)before, expected, length), length);
        if (same < length) {
            returned(call, before);
            text_put_integer(put_member(call, "mismatchAt"), before + (long long)same);
            return;
        }
        before += received;
    }
    if (returned(call, received == -1 ? -1 : before))
        text_put_integer(put_member(call, "mismatchAt"), -1);
}
