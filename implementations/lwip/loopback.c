/* The loopback interface, which Debian's lwIP leaves to its user.
 *
 * An interface of lwIP has one address of IPv4, and this one has to have all of 127.0.0.0/8. So it takes the address
 * that a packet is for, whenever a way to it is looked for and when it arrives, and the address that a datagram is
 * from when it is sent. The functions that do so stand in place of those of the same names in lwIP, which calls them
 * with the core locked. */
#include "loopback.h"

#include <lwip/ip.h>
#include <lwip/netif.h>
#include <lwip/udp.h>

#include <dlfcn.h>

enum { LONGEST_PACKET = 65535 };

/* lwIP itself puts what is sent to a loopback address into ip_input(). */
static struct netif loopback;

static void become(const ip4_addr_t *address)
{
    ip4_addr_copy(*ip_2_ip4(&loopback.ip_addr), *address);
}

struct netif *ip4_route(const ip4_addr_t *destination)
{
    if (!ip4_addr_isloopback(destination))
        return NULL;
    become(destination);
    return &loopback;
}

err_t ip_input(struct pbuf *packet, struct netif *netif)
{
    if (IP_HDR_GET_VERSION(packet->payload) == 6)
        return ip6_input(packet, netif);
    ip4_addr_t destination;
    ip4_addr_copy(destination, ((const struct ip_hdr *)packet->payload)->dest);
    become(&destination);
    return ip4_input(packet, netif);
}

err_t udp_sendto_if_chksum(struct udp_pcb *socket, struct pbuf *datagram, const ip_addr_t *destination, u16_t port,
                           struct netif *netif, u8_t have_checksum, u16_t checksum)
{
    static __typeof__(udp_sendto_if_chksum) *original;
    if (original == NULL)
        *(void **)&original = dlsym(RTLD_NEXT, "udp_sendto_if_chksum");
    if (IP_IS_V4_VAL(socket->local_ip) && ip4_addr_isloopback(ip_2_ip4(&socket->local_ip)))
        become(ip_2_ip4(&socket->local_ip));
    return original(socket, datagram, destination, port, netif, have_checksum, checksum);
}

static err_t prepare(struct netif *netif)
{
    netif->name[0] = 'l';
    netif->name[1] = 'o';
    netif->mtu = LONGEST_PACKET;
    netif->flags = NETIF_FLAG_BROADCAST;
    return ERR_OK;
}

void loopback_add(void)
{
    ip4_addr_t address, mask, none;
    IP4_ADDR(&address, 127, 0, 0, 1);
    IP4_ADDR(&mask, 255, 0, 0, 0);
    ip4_addr_set_any(&none);
    netif_add(&loopback, &address, &mask, &none, NULL, prepare, ip_input);
    netif_ip6_addr_set_parts(&loopback, 0, 0, 0, 0, PP_HTONL(1));
    netif_ip6_addr_set_state(&loopback, 0, IP6_ADDR_PREFERRED);
    netif_set_up(&loopback);
    netif_set_link_up(&loopback);
}
