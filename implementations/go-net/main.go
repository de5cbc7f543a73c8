// The testee of Go's package net.
package main

import (
	"runtime"

	"sockspec/testee"
)

func main() {
	testee.Serve(testee.Implementation[*lane]{
		Name:     "go-net",
		Version:  runtime.Version(),
		Level:    "binding",
		Lacks:    []string{"descriptor-numbers"},
		Sessions: 1024,
		Domains:  []string{"AF_INET", "AF_INET6", "AF_UNIX"},
		Types:    []string{"SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET"},
		Begin:    newSession,
		Calls: map[string]testee.Call[*lane]{
			"socket":       create,
			"bind":         bind,
			"listen":       listen,
			"accept":       accept,
			"connect":      connect,
			"getsockname":  getsockname,
			"getpeername":  getpeername,
			"shutdown":     shutdown,
			"close":        closeSocket,
			"send":         send,
			"sendto":       sendto,
			"write":        write,
			"recv":         recv,
			"recvfrom":     recvfrom,
			"read":         read,
			"send_pattern": sendPattern,
			"recv_pattern": recvPattern,
			"setsockopt":   setsockopt,
		},
	})
}
