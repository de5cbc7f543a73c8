// Shows that net listens with a backlog of its own, and that a bound listener takes connections at once.
package main

import (
	"fmt"
	"net"
	"time"
)

const clients = 64

func main() {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	connected := 0
	for range clients {
		if _, err := net.DialTimeout("tcp4", listener.Addr().String(), time.Second); err == nil {
			connected++
		}
	}
	fmt.Printf("%d of %d clients are connected, and none was accepted\n", connected, clients)
}
