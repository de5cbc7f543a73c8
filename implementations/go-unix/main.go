// The testee of Go's raw system calls.
package main

import (
	"log"
	"runtime"
	"runtime/debug"
	"time"

	"sockspec/testee"
)

const module = "golang.org/x/sys"

func main() {
	if err := setUpSignals(); err != nil {
		log.Fatal(err)
	}
	openRuntimeDescriptors()
	testee.Serve(testee.Implementation[*lane]{
		Name:     "go-unix",
		Version:  version(),
		Level:    "call",
		Sessions: 64,
		Domains:  []string{"AF_INET", "AF_INET6", "AF_UNIX"},
		Types:    []string{"SOCK_STREAM", "SOCK_DGRAM", "SOCK_SEQPACKET", "SOCK_RAW"},
		Begin:    newSession,
		Calls: map[string]testee.Call[*lane]{
			"socket":       socket,
			"socketpair":   socketpair,
			"bind":         bind,
			"listen":       listen,
			"accept":       accept,
			"accept4":      accept4,
			"connect":      connect,
			"getsockname":  getsockname,
			"getpeername":  getpeername,
			"shutdown":     shutdown,
			"send":         send,
			"sendto":       sendto,
			"write":        write,
			"writev":       writev,
			"recv":         recv,
			"recvfrom":     recvfrom,
			"read":         read,
			"readv":        readv,
			"send_pattern": sendPattern,
			"recv_pattern": recvPattern,
			"sendmsg":      sendmsg,
			"recvmsg":      recvmsg,
			"getsockopt":   getsockopt,
			"setsockopt":   setsockopt,
			"poll":         poll,
			"select":       selectFds,
			"close":        closeFd,
			"fcntl":        fcntl,
			"dup":          dup,
			"fstat":        fstat,
			"pipe":         pipe,
			"setrlimit":    setrlimit,
			"sigaction":    sigaction,
			"pthread_kill": pthreadKill,
		},
	})
}

// openRuntimeDescriptors makes the runtime open its poller now.
// Else the first timer would open it, and take numbers that a case expects to be free.
func openRuntimeDescriptors() {
	time.Sleep(time.Nanosecond)
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range info.Deps {
			if dependency.Path == module {
				return runtime.Version() + ", " + module + " " + dependency.Version
			}
		}
	}
	return runtime.Version()
}
