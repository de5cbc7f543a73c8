/* lwIP, in this process. */
#include "implementation.h"

#include "loopback.h"

#include <lwip/api.h>
#include <lwip/init.h>
#include <lwip/pbuf.h>
#include <lwip/priv/sockets_priv.h>
#include <lwip/raw.h>
#include <lwip/sockets.h>
#include <lwip/tcp.h>
#include <lwip/tcpip.h>
#include <lwip/udp.h>

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/utsname.h>

enum { SESSIONS = 1000 };

struct facts implementation_facts(void)
{
    static struct utsname system;
    static const char *const domains[] = {"AF_INET", "AF_INET6", NULL};
    static const char *const types[] = {"SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", NULL};
    static const char *const lacks[] = {"second-process", "fault-proxy", "netns", "signals", "fd-limit", "descriptor-numbers", "root", NULL};
    uname(&system);
    return (struct facts){"lwip", LWIP_VERSION_STRING, system.machine, SESSIONS, domains, types, lacks};
}

/* Failed assertions of lwIP are printed to stdout, where only replies may be. */
void implementation_start(void)
{
    stdout = stderr;
    signal(SIGPIPE, SIG_IGN);
    tcpip_init(NULL, NULL);
    LOCK_TCPIP_CORE();
    loopback_add();
    UNLOCK_TCPIP_CORE();
}

/* Tells those who wait for a connection that it was aborted. To a listening socket that is one that did not come. */
static void abort_connection(struct tcp_pcb *tcp)
{
    struct tcp_pcb_listen *listening = tcp->state == LISTEN ? (struct tcp_pcb_listen *)tcp : NULL;
    if (listening != NULL)
        listening->accept(listening->callback_arg, NULL, ERR_ABRT);
    else
        tcp_abort(tcp);
}

/* Lets an empty packet arrive. */
static void wake_receiver(struct netconn *conn)
{
    struct pbuf *empty = pbuf_alloc(PBUF_TRANSPORT, 0, PBUF_RAM);
    bool is_taken = false;
    if (NETCONNTYPE_GROUP(conn->type) == NETCONN_TCP) {
        is_taken = sys_mbox_valid(&conn->recvmbox) && sys_mbox_trypost(&conn->recvmbox, empty) == ERR_OK;
    } else if (NETCONNTYPE_GROUP(conn->type) == NETCONN_UDP) {
        conn->pcb.udp->recv(conn->pcb.udp->recv_arg, conn->pcb.udp, empty, IP4_ADDR_ANY, 0);
        is_taken = true;
    } else {
        is_taken = conn->pcb.raw->recv(conn->pcb.raw->recv_arg, conn->pcb.raw, empty, IP4_ADDR_ANY) != 0;
    }
    if (!is_taken)
        pbuf_free(empty);
}

static struct netconn *connection_of(int fd)
{
    const struct lwip_sock *socket = lwip_socket_dbg_get_socket(fd);
    return socket == NULL ? NULL : socket->conn;
}

static bool has_connection(const struct netconn *conn)
{
    return conn != NULL && NETCONNTYPE_GROUP(conn->type) == NETCONN_TCP && conn->pcb.tcp != NULL;
}

/* lwIP has no way to cancel a call. */
void implementation_free_thread(pthread_t thread)
{
    (void)thread;
}

/* What may happen to any socket wakes those who wait for this one. */
void implementation_free_descriptor(int fd)
{
    LOCK_TCPIP_CORE();
    struct netconn *conn = connection_of(fd);
    if (has_connection(conn))
        abort_connection(conn->pcb.tcp);
    else if (conn != NULL)
        wake_receiver(conn);
    if (conn != NULL)
        API_EVENT(conn, NETCONN_EVT_ERROR, 0);
    UNLOCK_TCPIP_CORE();
}

void implementation_discard(int fd)
{
    LOCK_TCPIP_CORE();
    struct netconn *conn = connection_of(fd);
    if (has_connection(conn) && conn->pcb.tcp->state != LISTEN)
        tcp_abort(conn->pcb.tcp);
    UNLOCK_TCPIP_CORE();
    lwip_close(fd);
}
