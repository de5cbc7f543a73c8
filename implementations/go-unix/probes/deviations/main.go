// Shows three deviations outside the suite.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

func main() {
	server := must(unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0))
	check(unix.Bind(server, &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	check(unix.Listen(server, 1))
	address := must(unix.Getsockname(server))

	client := must(unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_NONBLOCK, 0))
	fmt.Println("connect:", unix.Connect(client, address))
	fmt.Println("connected:", must(unix.Poll([]unix.PollFd{{Fd: int32(client), Events: unix.POLLOUT}}, 1000)) == 1)
	fmt.Println("second connect:", unix.Connect(client, address))
	fmt.Println("third connect:", unix.Connect(client, address))

	check(unix.Shutdown(client, unix.SHUT_RDWR))
	_, err := unix.Getpeername(client)
	fmt.Println("getpeername after shutdown:", err)

	directory := must(os.MkdirTemp("", "probe"))
	defer os.RemoveAll(directory)
	local := &unix.SockaddrUnix{Name: filepath.Join(directory, "socket")}
	listener := must(unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0))
	check(unix.Bind(listener, local))
	check(unix.Listen(listener, 0))
	for i := range 2 {
		client := must(unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_NONBLOCK, 0))
		fmt.Printf("local connect %d with a backlog of 0: %v\n", i+1, unix.Connect(client, local))
	}
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
