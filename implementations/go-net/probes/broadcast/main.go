// Shows that net lets a datagram socket broadcast without being asked to.
package main

import (
	"fmt"
	"net"
	"syscall"
)

func main() {
	socket, err := net.ListenUDP("udp4", nil)
	if err != nil {
		panic(err)
	}
	_, err = socket.WriteTo([]byte("x"), &net.UDPAddr{IP: net.IPv4(127, 255, 255, 255), Port: 9})
	fmt.Println("net, to a broadcast address:", err)

	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_DGRAM, 0)
	if err != nil {
		panic(err)
	}
	broadcast := &syscall.SockaddrInet4{Addr: [4]byte{127, 255, 255, 255}, Port: 9}
	fmt.Println("the kernel, without SO_BROADCAST:", syscall.Sendto(fd, []byte("x"), 0, broadcast))
}
