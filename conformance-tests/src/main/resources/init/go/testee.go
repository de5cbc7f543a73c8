// A testee of sockspec: makes the socket calls that come as JSON lines on standard input. The contract is
// spec/protocol.md. Part 1 makes calls (YOUR STACK GOES THERE), part 2 serves one session at a time.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/netip"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// 1. YOUR STACK. Put its calls where those of package syscall are, and its numbers into the tables: a name that is in
// no table is answered as unsupported. To add a call, list it in calls with the parameters that it must have; one that
// is new goes into the struct of parameters, too.

var (
	domains   = map[string]int{"AF_INET": syscall.AF_INET, "AF_UNKNOWN": 250}
	types     = map[string]int{"SOCK_STREAM": syscall.SOCK_STREAM, "SOCK_DGRAM": syscall.SOCK_DGRAM, "SOCK_UNKNOWN": 15}
	protocols = map[string]int{
		"DEFAULT": 0, "IPPROTO_TCP": syscall.IPPROTO_TCP, "IPPROTO_UDP": syscall.IPPROTO_UDP, "IPPROTO_UNKNOWN": 253,
	}
	flags = map[string]int{
		"MSG_PEEK": syscall.MSG_PEEK, "MSG_OOB": syscall.MSG_OOB, "MSG_WAITALL": syscall.MSG_WAITALL,
		"MSG_DONTWAIT": syscall.MSG_DONTWAIT, "MSG_NOSIGNAL": syscall.MSG_NOSIGNAL, "MSG_TRUNC": syscall.MSG_TRUNC,
	}
	hows    = map[string]int{"SHUT_RD": syscall.SHUT_RD, "SHUT_WR": syscall.SHUT_WR, "SHUT_RDWR": syscall.SHUT_RDWR}
	options = map[string]int{
		"SO_ACCEPTCONN": syscall.SO_ACCEPTCONN, "SO_BROADCAST": syscall.SO_BROADCAST,
		"SO_KEEPALIVE": syscall.SO_KEEPALIVE, "SO_OOBINLINE": syscall.SO_OOBINLINE, "SO_RCVBUF": syscall.SO_RCVBUF,
		"SO_RCVLOWAT": syscall.SO_RCVLOWAT, "SO_REUSEADDR": syscall.SO_REUSEADDR, "SO_SNDBUF": syscall.SO_SNDBUF,
		"TCP_NODELAY": syscall.TCP_NODELAY,
	}
	errnos = map[syscall.Errno]string{
		syscall.EACCES: "EACCES", syscall.EADDRINUSE: "EADDRINUSE", syscall.EADDRNOTAVAIL: "EADDRNOTAVAIL",
		syscall.EAFNOSUPPORT: "EAFNOSUPPORT", syscall.EAGAIN: "EAGAIN", syscall.EALREADY: "EALREADY",
		syscall.EBADF: "EBADF", syscall.ECONNABORTED: "ECONNABORTED", syscall.ECONNREFUSED: "ECONNREFUSED",
		syscall.ECONNRESET: "ECONNRESET", syscall.EDESTADDRREQ: "EDESTADDRREQ", syscall.EFAULT: "EFAULT",
		syscall.EHOSTUNREACH: "EHOSTUNREACH", syscall.EINPROGRESS: "EINPROGRESS", syscall.EINTR: "EINTR",
		syscall.EINVAL: "EINVAL", syscall.EISCONN: "EISCONN", syscall.EMFILE: "EMFILE", syscall.EMSGSIZE: "EMSGSIZE",
		syscall.ENETUNREACH: "ENETUNREACH", syscall.ENOBUFS: "ENOBUFS", syscall.ENOMEM: "ENOMEM",
		syscall.ENOPROTOOPT: "ENOPROTOOPT", syscall.ENOTCONN: "ENOTCONN", syscall.ENOTSOCK: "ENOTSOCK",
		syscall.EOPNOTSUPP: "EOPNOTSUPP", syscall.EPERM: "EPERM", syscall.EPIPE: "EPIPE",
		syscall.EPROTONOSUPPORT: "EPROTONOSUPPORT", syscall.EPROTOTYPE: "EPROTOTYPE", syscall.ETIMEDOUT: "ETIMEDOUT",
	}
)

type parameters struct {
	Session, Lane                       string
	Fd, Backlog, Length                 int
	Domain, Type, Protocol, How, Option string
	Flags                               []string
	Data                                []byte // in base64, as encoding/json has it
	Address                             address
	WithAddress                         bool
	Value                               json.RawMessage
}

// To be added: addresses that are wrong on purpose (asFamily, length), AF_UNSPEC, and {}, the null pointer.
type address struct {
	Family   string          `json:"family"`
	Host     string          `json:"host"`
	Port     int             `json:"port"`
	AsFamily string          `json:"asFamily,omitempty"`
	Length   json.RawMessage `json:"length,omitempty"`
}

type result map[string]any

var calls = map[string]struct {
	parameters string
	make       func(p *parameters) (result, error)
}{
	"socket": {"domain type flags protocol", func(p *parameters) (result, error) {
		return opened(syscall.Socket(number(domains, p.Domain), number(types, p.Type)|bits(p.Flags), number(protocols, p.Protocol)))
	}},
	"bind":   {"fd address", func(p *parameters) (result, error) { return nil, syscall.Bind(p.Fd, p.Address.sockaddr()) }},
	"listen": {"fd backlog", func(p *parameters) (result, error) { return nil, syscall.Listen(p.Fd, p.Backlog) }},
	"accept": {"fd withAddress", func(p *parameters) (result, error) {
		fd, peer, err := syscall.Accept(p.Fd)
		accepted, err := opened(fd, err)
		if err == nil && p.WithAddress {
			accepted.name(peer)
		}
		return accepted, err
	}},
	"connect": {"fd address", func(p *parameters) (result, error) { return nil, syscall.Connect(p.Fd, p.Address.sockaddr()) }},
	"send": {"fd data flags", func(p *parameters) (result, error) {
		count, err := syscall.SendmsgN(p.Fd, p.Data, nil, nil, bits(p.Flags)) // Sendto() does not tell how much
		return result{"ret": count}, err
	}},
	"recv": {"fd length flags", func(p *parameters) (result, error) {
		data := make([]byte, p.Length)
		count, _, err := syscall.Recvfrom(p.Fd, data, bits(p.Flags))
		if err == nil && count < p.Length { // with MSG_TRUNC it may be more
			data = data[:count]
		}
		return result{"ret": count, "data": data}, err
	}},
	"close": {"fd", func(p *parameters) (result, error) {
		open.Delete(p.Fd) // before another lane can be given the number
		return nil, syscall.Close(p.Fd)
	}},
	"getsockname": {"fd", func(p *parameters) (result, error) {
		name, err := syscall.Getsockname(p.Fd)
		return result{}.name(name), err
	}},
	"getpeername": {"fd", func(p *parameters) (result, error) {
		name, err := syscall.Getpeername(p.Fd)
		return result{}.name(name), err
	}},
	"shutdown": {"fd how", func(p *parameters) (result, error) { return nil, syscall.Shutdown(p.Fd, number(hows, p.How)) }},
	"setsockopt": {"fd option value", func(p *parameters) (result, error) {
		var value int
		if json.Unmarshal(p.Value, &value) != nil {
			panic(unsupported("an option that is no int"))
		}
		return nil, syscall.SetsockoptInt(p.Fd, level(p.Option), number(options, p.Option), value)
	}},
	"getsockopt": {"fd option", func(p *parameters) (result, error) {
		value, err := syscall.GetsockoptInt(p.Fd, level(p.Option), number(options, p.Option))
		return result{"option": value}, err
	}},
}

func hello() result {
	var names []string
	for name := range calls {
		names = append(names, name)
	}
	return result{
		"protocol": "1", "name": "my-stack", "version": "0.1", "platform": runtime.GOOS + "/" + runtime.GOARCH,
		"level": "call", "sessions": 1, "domains": []string{"AF_INET"},
		"types": []string{"SOCK_STREAM", "SOCK_DGRAM"}, "calls": names,
	}
}

var open sync.Map // the descriptors that the session has to close

// refusal says that a call cannot be made; functions panic with it.
type refusal struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func unsupported(what ...any) refusal { return refusal{-32601, fmt.Sprint(what...)} }

func malformed(what ...any) refusal { return refusal{-32600, fmt.Sprint(what...)} }

func number(table map[string]int, name string) int {
	if number, known := table[name]; known {
		return number
	}
	panic(unsupported(name))
}

func bits(names []string) (bits int) {
	for _, name := range names {
		bits |= number(flags, name)
	}
	return bits
}

func level(option string) int {
	if strings.HasPrefix(option, "TCP_") {
		return syscall.IPPROTO_TCP
	}
	return syscall.SOL_SOCKET
}

func opened(fd int, err error) (result, error) {
	if err == nil {
		open.Store(fd, true)
	}
	return result{"ret": fd}, err
}

func (a address) sockaddr() syscall.Sockaddr {
	host, err := netip.ParseAddr(a.Host)
	if a.Family != "AF_INET" || a.AsFamily != "" || a.Length != nil || err != nil || !host.Is4() {
		panic(unsupported("address ", a))
	}
	return &syscall.SockaddrInet4{Port: a.Port, Addr: host.As4()}
}

func (r result) name(stored syscall.Sockaddr) result {
	if inet, is := stored.(*syscall.SockaddrInet4); is {
		r["address"] = address{Family: "AF_INET", Host: netip.AddrFrom4(inet.Addr).String(), Port: inet.Port}
		r["addressLength"] = 16
	}
	return r
}

// 2. A session and its lanes, each of which is a goroutine that takes requests from a channel.

type request struct {
	ID     *int64
	Method string
	Params json.RawMessage
}

type lane struct {
	requests chan request
	ended    chan struct{}
	done     chan struct{}
}

var (
	lanes  = map[string]*lane{}
	output sync.Mutex
)

func reply(id *int64, kind string, members any) {
	line, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": id, kind: members})
	if err != nil {
		panic(err)
	}
	output.Lock()
	defer output.Unlock()
	os.Stdout.Write(append(line, '\n'))
}

// refused replies to a request that cannot be served; to be deferred.
func (r *request) refused() {
	switch refused := recover().(type) {
	case nil:
	case refusal:
		reply(r.ID, "error", refused)
	default:
		panic(refused)
	}
}

func read(text json.RawMessage, needed string) *parameters {
	var p parameters
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &p) != nil || json.Unmarshal(text, &members) != nil || p.Length < 0 {
		panic(malformed(string(text)))
	}
	for _, name := range strings.Fields(needed) {
		if _, there := members[name]; !there {
			panic(malformed(name, " is missing"))
		}
	}
	return &p
}

func serve(r request) {
	defer r.refused()
	call, known := calls[r.Method]
	if !known {
		panic(unsupported(r.Method))
	}
	answer := result{"ret": 0}
	stored, err := call.make(read(r.Params, call.parameters))
	if errno, failed := err.(syscall.Errno); !failed {
		for name, value := range stored {
			answer[name] = value
		}
	} else if name, named := errnos[errno]; named {
		answer = result{"ret": -1, "errno": name}
	} else {
		answer = result{"ret": -1, "errno": fmt.Sprint("ERRNO_", int(errno))}
	}
	reply(r.ID, "result", answer)
}

func (l *lane) serve() {
	defer close(l.done)
	for r := range l.requests {
		select {
		case <-l.ended:
		default:
			serve(r)
		}
	}
}

// release makes blocked calls return, in whatever way your stack has.
func release(fd, _ any) bool {
	syscall.Shutdown(fd.(int), syscall.SHUT_RDWR)
	return true
}

func closeWithoutTrace(fd, _ any) bool {
	// No TIME_WAIT.
	syscall.SetsockoptLinger(fd.(int), syscall.SOL_SOCKET, syscall.SO_LINGER, &syscall.Linger{Onoff: 1})
	syscall.Close(fd.(int))
	open.Delete(fd)
	return true
}

func (l *lane) leaves() bool {
	for deadline := time.After(3 * time.Second); ; open.Range(release) {
		select {
		case <-l.done:
			return true
		case <-deadline:
			return false
		case <-time.After(time.Millisecond):
		}
	}
}

func endSession() result {
	stuck := 0
	for _, lane := range lanes {
		close(lane.ended)
		close(lane.requests)
	}
	for _, lane := range lanes {
		if !lane.leaves() {
			stuck++
		}
	}
	lanes = map[string]*lane{}
	open.Range(closeWithoutTrace)
	return result{"stuck": stuck}
}

func begin(r request) {
	name := read(r.Params, "session lane").Lane
	if lanes[name] == nil {
		lanes[name] = &lane{make(chan request, 1024), make(chan struct{}), make(chan struct{})}
		go lanes[name].serve()
	}
	lanes[name].requests <- r
}

func handle(line []byte) {
	var r request
	defer r.refused()
	if json.Unmarshal(line, &r) != nil || r.ID == nil {
		panic(malformed(string(line)))
	}
	switch r.Method {
	case "hello":
		reply(r.ID, "result", hello())
	case "end_session":
		reply(r.ID, "result", endSession())
	default:
		begin(r)
	}
}

func main() {
	signal.Ignore(syscall.SIGPIPE)
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 9<<20)
	for lines.Scan() {
		handle(lines.Bytes())
	}
	os.Exit(0)
}
