/* Included before every file that makes calls of the sockets API: the calls are lwIP's, under the names that POSIX has
 * for them. lwIP takes this system's structures and numbers. */
#ifndef API_H
#define API_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <lwip/sockets.h>

#define accept(...) lwip_accept(__VA_ARGS__)
#define bind(...) lwip_bind(__VA_ARGS__)
#define close(...) lwip_close(__VA_ARGS__)
#define connect(...) lwip_connect(__VA_ARGS__)
#define fcntl(...) lwip_fcntl(__VA_ARGS__)
#define getpeername(...) lwip_getpeername(__VA_ARGS__)
#define getsockname(...) lwip_getsockname(__VA_ARGS__)
#define getsockopt(...) lwip_getsockopt(__VA_ARGS__)
#define listen(...) lwip_listen(__VA_ARGS__)
#define poll(...) lwip_poll(__VA_ARGS__)
#define read(...) lwip_read(__VA_ARGS__)
#define recv(...) lwip_recv(__VA_ARGS__)
#define recvfrom(...) lwip_recvfrom(__VA_ARGS__)
#define recvmsg(...) lwip_recvmsg(__VA_ARGS__)
#define send(...) lwip_send(__VA_ARGS__)
#define sendmsg(...) lwip_sendmsg(__VA_ARGS__)
#define sendto(...) lwip_sendto(__VA_ARGS__)
#define setsockopt(...) lwip_setsockopt(__VA_ARGS__)
#define shutdown(...) lwip_shutdown(__VA_ARGS__)
#define socket(...) lwip_socket(__VA_ARGS__)
#define write(...) lwip_write(__VA_ARGS__)

#endif
