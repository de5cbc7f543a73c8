/* A testee of sockspec: makes the socket calls that come as JSON lines on standard input; spec/protocol.md is the
 * contract. Part 1 reads parameters, part 2 makes calls (YOUR STACK GOES THERE), part 3 serves a session at a time. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* 1. Parameters. In JSON no quotation mark inside a string is bare, so members can be looked up in the text itself. */

enum { UNSUPPORTED = -32601, MALFORMED = -32600 };

struct call {
    const char *line;
    jmp_buf refused; /* where to go on if the call cannot be made */
    int code;        /* of the error, then */
    FILE *out;       /* takes the members of the result, each with a comma behind it, into text */
    char *text;
    size_t size;
    unsigned char *data;
};

struct row {
    const char *name;
    int number;
};

static bool is(const char *string, const char *name)
{
    size_t length = strlen(name);
    return *string == '"' && strncmp(string + 1, name, length) == 0 && string[length + 1] == '"';
}

static const char *find(const char *line, const char *name)
{
    for (const char *at = strchr(line, '"'); at != NULL; at = strchr(at + 1, '"'))
        if (is(at, name)) {
            const char *colon = at + strlen(name) + 2 + strspn(at + strlen(name) + 2, " \t");
            if (*colon == ':')
                return colon + 1 + strspn(colon + 1, " \t");
        }
    return "";
}

static _Noreturn void refuse(struct call *c, int code)
{
    c->code = code;
    longjmp(c->refused, 1);
}

static const char *parameter(struct call *c, const char *name, const char *starts)
{
    const char *value = find(c->line, name);
    if (*value == '\0' || strchr(starts, *value) == NULL)
        refuse(c, MALFORMED);
    return value;
}

static int integer(struct call *c, const char *name) { return atoi(parameter(c, name, "-0123456789")); }

static int number(struct call *c, const char *string, const struct row *table)
{
    for (; table->name != NULL; table++)
        if (is(string, table->name))
            return table->number;
    refuse(c, UNSUPPORTED);
}

static int symbol(struct call *c, const char *name, const struct row *table)
{
    return number(c, parameter(c, name, "\""), table);
}

static int flags(struct call *c, const struct row *table)
{
    int bits = 0;
    for (const char *at = parameter(c, "flags", "[") + 1; *at == '"'; at += strspn(at, ", \t")) {
        bits |= number(c, at, table);
        at = strchr(at + 1, '"') + 1;
    }
    return bits;
}

static const char DIGITS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static size_t read_base64(const char *string, unsigned char *into)
{
    size_t length = 0;
    unsigned bits = 0, count = 0;
    for (const char *at = string + 1, *digit; *at != '\0' && (digit = strchr(DIGITS, *at)) != NULL; at++) {
        bits = bits << 6 | (unsigned)(digit - DIGITS);
        if ((count += 6) >= 8)
            into[length++] = (unsigned char)(bits >> (count -= 8));
    }
    return length;
}

static void put_base64(FILE *out, const unsigned char *from, size_t length)
{
    for (size_t i = 0; i < length; i += 3) {
        bool second = i + 1 < length, third = i + 2 < length;
        int bits = from[i] << 16 | (second ? from[i + 1] << 8 : 0) | (third ? from[i + 2] : 0);
        fprintf(out, "%c%c%c%c", DIGITS[bits >> 18], DIGITS[bits >> 12 & 63],
                second ? DIGITS[bits >> 6 & 63] : '=', third ? DIGITS[bits & 63] : '=');
    }
}

/* 2. YOUR STACK. Put its calls where the kernel's are, and its numbers into the tables: a name that is in no table is
 * answered as unsupported. To add a call, write a function such as call_bind() and list it in CALLS. */

#define ROW(name) {#name, name}
enum { DESCRIPTORS = 65536 };

static const char HELLO[] =
    "\"protocol\":\"1\",\"name\":\"my-stack\",\"version\":\"0.1\",\"platform\":\"my platform\",\"level\":\"call\","
    "\"sessions\":1,\"domains\":[\"AF_INET\"],\"types\":[\"SOCK_STREAM\",\"SOCK_DGRAM\"],\"calls\":[";
static const struct row DOMAINS[] = {ROW(AF_INET), {"AF_UNKNOWN", 250}, {0}};
static const struct row TYPES[] = {ROW(SOCK_STREAM), ROW(SOCK_DGRAM), {"SOCK_UNKNOWN", 15}, {0}};
static const struct row PROTOCOLS[] = {
    {"DEFAULT", 0}, ROW(IPPROTO_TCP), ROW(IPPROTO_UDP), {"IPPROTO_UNKNOWN", 253}, {0}};
static const struct row SOCKET_FLAGS[] = {ROW(SOCK_NONBLOCK), ROW(SOCK_CLOEXEC), {0}};
static const struct row MESSAGE_FLAGS[] = {
    ROW(MSG_PEEK), ROW(MSG_OOB), ROW(MSG_WAITALL), ROW(MSG_DONTWAIT), ROW(MSG_NOSIGNAL), ROW(MSG_TRUNC), {0}};
static const struct row HOWS[] = {ROW(SHUT_RD), ROW(SHUT_WR), ROW(SHUT_RDWR), {0}};
static const struct row OPTIONS[] = {ROW(SO_ACCEPTCONN), ROW(SO_BROADCAST), ROW(SO_KEEPALIVE), ROW(SO_OOBINLINE),
    ROW(SO_RCVBUF), ROW(SO_RCVLOWAT), ROW(SO_REUSEADDR), ROW(SO_SNDBUF), ROW(TCP_NODELAY), {0}};
static const struct row ERRORS[] = {ROW(EACCES), ROW(EADDRINUSE), ROW(EADDRNOTAVAIL), ROW(EAFNOSUPPORT), ROW(EAGAIN),
    ROW(EALREADY), ROW(EBADF), ROW(ECONNABORTED), ROW(ECONNREFUSED), ROW(ECONNRESET), ROW(EDESTADDRREQ), ROW(EFAULT),
    ROW(EHOSTUNREACH), ROW(EINPROGRESS), ROW(EINTR), ROW(EINVAL), ROW(EISCONN), ROW(EMFILE), ROW(EMSGSIZE),
    ROW(ENETUNREACH), ROW(ENOBUFS), ROW(ENOMEM), ROW(ENOPROTOOPT), ROW(ENOTCONN), ROW(ENOTSOCK), ROW(EOPNOTSUPP),
    ROW(EPERM), ROW(EPIPE), ROW(EPROTONOSUPPORT), ROW(EPROTOTYPE), ROW(ETIMEDOUT), {0}};

static atomic_bool is_open[DESCRIPTORS]; /* what the session has to close */

static int opened(int fd)
{
    if (fd >= 0 && fd < DESCRIPTORS)
        is_open[fd] = true;
    return fd;
}

/* To be added: addresses that are wrong on purpose (asFamily, length), AF_UNSPEC, and {}, the null pointer. */
static struct sockaddr_in address(struct call *c)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    char host[INET_ADDRSTRLEN] = "";
    parameter(c, "address", "{");
    if (!is(find(c->line, "family"), "AF_INET") || *find(c->line, "asFamily") || *find(c->line, "length"))
        refuse(c, UNSUPPORTED);
    sscanf(parameter(c, "host", "\""), "\"%15[0-9.]", host);
    if (inet_pton(AF_INET, host, &address.sin_addr) != 1)
        refuse(c, MALFORMED);
    address.sin_port = htons((uint16_t)integer(c, "port"));
    return address;
}

static int put_address(struct call *c, int ret, const struct sockaddr_in *stored, socklen_t length)
{
    char host[INET_ADDRSTRLEN];
    if (ret >= 0)
        fprintf(c->out, "\"address\":{\"family\":\"AF_INET\",\"host\":\"%s\",\"port\":%d},\"addressLength\":%d,",
                inet_ntop(AF_INET, &stored->sin_addr, host, sizeof host), ntohs(stored->sin_port), (int)length);
    return ret;
}

static long call_socket(struct call *c)
{
    int type = symbol(c, "type", TYPES) | flags(c, SOCKET_FLAGS);
    return opened(socket(symbol(c, "domain", DOMAINS), type, symbol(c, "protocol", PROTOCOLS)));
}

static long call_bind(struct call *c)
{
    struct sockaddr_in local = address(c);
    return bind(integer(c, "fd"), (struct sockaddr *)&local, sizeof local);
}

static long call_listen(struct call *c) { return listen(integer(c, "fd"), integer(c, "backlog")); }

static long call_accept(struct call *c)
{
    struct sockaddr_in peer;
    socklen_t length = sizeof peer;
    if (*parameter(c, "withAddress", "tf") == 'f')
        return opened(accept(integer(c, "fd"), NULL, NULL));
    int fd = opened(accept(integer(c, "fd"), (struct sockaddr *)&peer, &length));
    return put_address(c, fd, &peer, length);
}

static long call_connect(struct call *c)
{
    struct sockaddr_in peer = address(c);
    return connect(integer(c, "fd"), (struct sockaddr *)&peer, sizeof peer);
}

static long call_send(struct call *c)
{
    int fd = integer(c, "fd"), bits = flags(c, MESSAGE_FLAGS);
    const char *data = parameter(c, "data", "\"");
    c->data = malloc(strlen(data));
    return send(fd, c->data, read_base64(data, c->data), bits);
}

static long call_recv(struct call *c)
{
    int fd = integer(c, "fd"), bits = flags(c, MESSAGE_FLAGS), length = atoi(parameter(c, "length", "0123456789"));
    c->data = malloc((size_t)length + 1);
    long ret = recv(fd, c->data, (size_t)length, bits);
    if (ret >= 0) {
        fputs("\"data\":\"", c->out);
        put_base64(c->out, c->data, (size_t)(ret < length ? ret : length)); /* with MSG_TRUNC, ret may be more */
        fputs("\",", c->out);
    }
    return ret;
}

static long call_close(struct call *c)
{
    int fd = integer(c, "fd");
    if (fd >= 0 && fd < DESCRIPTORS)
        is_open[fd] = false; /* before another lane can be given the number */
    return close(fd);
}

static long name_of(struct call *c, int (*tell)(int, struct sockaddr *, socklen_t *))
{
    struct sockaddr_in name;
    socklen_t length = sizeof name;
    int ret = tell(integer(c, "fd"), (struct sockaddr *)&name, &length);
    return put_address(c, ret, &name, length);
}

static long call_getsockname(struct call *c) { return name_of(c, getsockname); }

static long call_getpeername(struct call *c) { return name_of(c, getpeername); }

static long call_shutdown(struct call *c) { return shutdown(integer(c, "fd"), symbol(c, "how", HOWS)); }

static int level(struct call *c)
{
    return strncmp(find(c->line, "option"), "\"TCP_", 5) == 0 ? IPPROTO_TCP : SOL_SOCKET;
}

static long call_setsockopt(struct call *c)
{
    if (strchr("\"{", *parameter(c, "value", "\"{-0123456789")) != NULL)
        refuse(c, UNSUPPORTED); /* To be added: options that are no int. */
    int value = integer(c, "value");
    return setsockopt(integer(c, "fd"), level(c), symbol(c, "option", OPTIONS), &value, sizeof value);
}

static long call_getsockopt(struct call *c)
{
    int value = 0;
    socklen_t length = sizeof value;
    int ret = getsockopt(integer(c, "fd"), level(c), symbol(c, "option", OPTIONS), &value, &length);
    if (ret == 0)
        fprintf(c->out, "\"option\":%d,", value);
    return ret;
}

static const struct {
    const char *name;
    long (*make)(struct call *);
} CALLS[] = {
    {"socket", call_socket}, {"bind", call_bind}, {"listen", call_listen}, {"accept", call_accept},
    {"connect", call_connect}, {"send", call_send}, {"recv", call_recv}, {"close", call_close},
    {"getsockname", call_getsockname}, {"getpeername", call_getpeername}, {"shutdown", call_shutdown},
    {"setsockopt", call_setsockopt}, {"getsockopt", call_getsockopt}, {0}};

/* 3. A session and its lanes. A lane is a thread, to which a pipe brings its requests. */

struct lane {
    char *name; /* and what stands behind it in the request */
    pthread_t thread;
    int requests[2];
    atomic_bool ended, done;
    struct lane *next;
};

static void reply(const char *line, const char *kind, const char *members)
{
    static pthread_mutex_t output = PTHREAD_MUTEX_INITIALIZER;
    const char *id = find(line, "id");
    size_t digits = strspn(id, "0123456789"), size = strlen(members) + digits + 64;
    char *text = malloc(size);
    size = (size_t)snprintf(text, size, "{\"jsonrpc\":\"2.0\",\"id\":%.*s,\"%s\":{%s}}\n", digits > 0 ? (int)digits : 4,
                            digits > 0 ? id : "null", kind, members);
    pthread_mutex_lock(&output);
    for (size_t done = 0; done < size;) {
        ssize_t count = write(STDOUT_FILENO, text + done, size - done);
        if (count == -1 && errno != EINTR)
            _exit(1);
        done += count > 0 ? (size_t)count : 0;
    }
    pthread_mutex_unlock(&output);
    free(text);
}

static long call(struct call *c)
{
    for (int i = 0; CALLS[i].name != NULL; i++)
        if (is(find(c->line, "method"), CALLS[i].name))
            return CALLS[i].make(c);
    refuse(c, UNSUPPORTED);
}

static void serve(struct call *c)
{
    c->out = open_memstream(&c->text, &c->size);
    if (setjmp(c->refused) == 0) {
        long ret = call(c);
        const struct row *error = ERRORS;
        while (ret == -1 && error->name != NULL && error->number != errno)
            error++;
        if (ret == -1 && error->name != NULL)
            fprintf(c->out, "\"errno\":\"%s\",", error->name);
        else if (ret == -1)
            fprintf(c->out, "\"errno\":\"ERRNO_%d\",", errno);
        fprintf(c->out, "\"ret\":%ld", ret);
    } else {
        fprintf(c->out, "\"code\":%d,\"message\":\"%s\"", c->code, c->code == MALFORMED ? "malformed" : "unsupported");
    }
    fclose(c->out);
    reply(c->line, c->code == 0 ? "result" : "error", c->text);
    free(c->text);
    free(c->data);
}

static void *serve_lane(void *argument)
{
    struct lane *lane = argument;
    char *line;
    while (read(lane->requests[0], &line, sizeof line) == sizeof line) {
        struct call c = {.line = line};
        if (!lane->ended)
            serve(&c);
        free(line);
    }
    lane->done = true;
    return NULL;
}

static void begin(struct lane **lanes, const char *line)
{
    const char *name = find(line, "lane");
    char *copy = strdup(line);
    struct lane *lane = *lanes;
    while (lane != NULL && strncmp(lane->name, name, strcspn(name + (*name != '\0'), "\"") + 2) != 0)
        lane = lane->next;
    if (lane == NULL) {
        lane = calloc(1, sizeof *lane);
        lane->name = strdup(name);
        lane->next = *lanes;
        *lanes = lane;
        if (pipe(lane->requests) != 0 || pthread_create(&lane->thread, NULL, serve_lane, lane) != 0)
            abort();
    }
    if (write(lane->requests[1], &copy, sizeof copy) != sizeof copy)
        abort();
}

/* A signal makes a blocked call return, but not one that is only about to block; so it is sent again and again. A stack
 * without signals has other means: shut the session's sockets down, or cancel its calls. */
static bool leaves(struct lane *lane)
{
    for (useconds_t pause = 50; !lane->done && pause < 2000000; pause *= 2) {
        pthread_kill(lane->thread, SIGUSR1);
        usleep(pause);
    }
    return lane->done;
}

static void end_session(struct lane *lanes, const char *line)
{
    struct linger none = {.l_onoff = 1};
    char members[32];
    int stuck = 0;
    for (struct lane *lane = lanes; lane != NULL; lane = lane->next) {
        lane->ended = true;
        close(lane->requests[1]);
    }
    for (struct lane *lane = lanes, *next; lane != NULL; lane = next) {
        next = lane->next;
        if (!leaves(lane)) {
            stuck++;
            continue; /* it may come back at any time */
        }
        pthread_join(lane->thread, NULL);
        close(lane->requests[0]);
        free(lane->name);
        free(lane);
    }
    for (int fd = 0; fd < DESCRIPTORS; fd++)
        if (is_open[fd]) {
            setsockopt(fd, SOL_SOCKET, SO_LINGER, &none, sizeof none); /* leaves no TIME_WAIT */
            close(fd);
            is_open[fd] = false;
        }
    snprintf(members, sizeof members, "\"stuck\":%d", stuck);
    reply(line, "result", members);
}

static void hello(const char *line)
{
    char members[sizeof HELLO + 1024], *at = members + sprintf(members, "%s", HELLO);
    for (int i = 0; CALLS[i].name != NULL; i++)
        at += sprintf(at, "%s\"%s\"", i > 0 ? "," : "", CALLS[i].name);
    strcpy(at, "]");
    reply(line, "result", members);
}

static void wake_up(int signal) { (void)signal; }

int main(void)
{
    struct sigaction wake = {.sa_handler = wake_up}; /* without SA_RESTART */
    struct lane *lanes = NULL;
    char *line = NULL;
    size_t size = 0;
    sigaction(SIGUSR1, &wake, NULL);
    signal(SIGPIPE, SIG_IGN);
    while (getline(&line, &size, stdin) > 0)
        if (is(find(line, "method"), "hello"))
            hello(line);
        else if (is(find(line, "method"), "end_session")) {
            end_session(lanes, line);
            lanes = NULL;
        } else
            begin(&lanes, line);
    _exit(0);
}
