// Shows that net remembers the names of a connection.
package main

import (
	"fmt"
	"net"
)

func main() {
	listener, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	client, err := net.Dial("tcp4", listener.Addr().String())
	if err != nil {
		panic(err)
	}
	_ = client.Close()
	fmt.Println("the peer's name after Close:", client.RemoteAddr() != nil)
	_, err = client.Write([]byte("x"))
	fmt.Println("Write after Close:", err)
}
