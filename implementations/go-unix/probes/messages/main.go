// Shows what the module's SendmsgN does to a message that carries only a descriptor.
package main

import (
	"fmt"

	"golang.org/x/sys/unix"
)

func main() {
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err != nil {
		panic(err)
	}
	sent, err := unix.SendmsgN(pair[0], nil, unix.UnixRights(pair[0]), nil, 0)
	fmt.Println("SendmsgN without data:", sent, err)
	received, err := unix.Read(pair[1], make([]byte, 8))
	fmt.Println("read at the other end:", received, err)
}
