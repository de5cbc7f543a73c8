package main

import (
	"net"
	"net/netip"
	"strconv"
	"strings"

	"sockspec/testee"
)

// abstractMark is how net writes the zero byte of an abstract name.
const abstractMark = "@"

// kind is a domain and a type, as net names them.
type kind struct {
	domain  string
	network string
}

var networks = map[string]map[string]string{
	"AF_INET":  {"SOCK_STREAM": "tcp4", "SOCK_DGRAM": "udp4"},
	"AF_INET6": {"SOCK_STREAM": "tcp6", "SOCK_DGRAM": "udp6"},
	"AF_UNIX":  {"SOCK_STREAM": "unix", "SOCK_DGRAM": "unixgram", "SOCK_SEQPACKET": "unixpacket"},
}

func (k kind) isDatagram() bool {
	return strings.HasPrefix(k.network, "udp") || k.network == "unixgram"
}

// address is one of the protocol's, and what net writes for it.
type address struct {
	domain string
	text   string
	port   netip.AddrPort // of the internet domains
}

func addressArgument(in *testee.Arguments, name string) address {
	given := in.Object(name)
	if !given.Has("family") || given.Has("asFamily") || given.Has("length") {
		in.Fail(testee.Unsupported("an address that is wrong on purpose"))
		return address{}
	}
	switch domain := given.String("family"); {
	case domain == "AF_INET" || domain == "AF_INET6":
		port := addrPort(given)
		return address{domain, port.String(), port}
	case domain == "AF_UNIX" && given.Has("path"):
		path := given.String("path")
		if path == "" {
			in.Fail(testee.Unsupported("an empty path, which net refuses before any call"))
		}
		if strings.HasPrefix(path, abstractMark) {
			in.Fail(testee.Unsupported("a path that begins with " + abstractMark))
		}
		return address{domain: domain, text: path}
	case domain == "AF_UNIX" && given.Has("abstract"):
		return address{domain: domain, text: abstractMark + string(given.Bytes("abstract"))}
	default:
		in.Fail(testee.Unsupported("an address without a name"))
		return address{}
	}
}

func addrPort(given *testee.Arguments) netip.AddrPort {
	host, err := netip.ParseAddr(given.String("host"))
	port := given.Int("port")
	if err != nil || port < 0 || port > 65535 {
		given.Fail(testee.Malformed("host or port is no such"))
	}
	if given.Has("scope") {
		host = host.WithZone(strconv.Itoa(given.Int("scope")))
	}
	return netip.AddrPortFrom(host, uint16(port))
}

// netAddress is what PacketConn.WriteTo wants.
func (a address) netAddress(network string) net.Addr {
	if a.domain == "AF_UNIX" {
		return &net.UnixAddr{Name: a.text, Net: network}
	}
	return net.UDPAddrFromAddrPort(a.port)
}

// withAddress adds an address as net gave it. Its length does not come out of net.
func withAddress(answer testee.Answer, given net.Addr) testee.Answer {
	switch given := given.(type) {
	case *net.TCPAddr:
		answer["address"] = inet(given.AddrPort())
	case *net.UDPAddr:
		answer["address"] = inet(given.AddrPort())
	case *net.UnixAddr:
		answer["address"] = unix(given.Name)
	}
	return answer
}

func inet(given netip.AddrPort) map[string]any {
	host := given.Addr()
	answer := map[string]any{"family": "AF_INET", "port": given.Port()}
	if !host.Unmap().Is4() {
		answer["family"] = "AF_INET6"
	}
	if zone, err := net.InterfaceByName(host.Zone()); err == nil {
		answer["scope"] = zone.Index
	}
	answer["host"] = host.Unmap().WithZone("").String()
	return answer
}

func unix(name string) map[string]any {
	answer := map[string]any{"family": "AF_UNIX"}
	if abstract, is := strings.CutPrefix(name, abstractMark); is {
		answer["abstract"] = []byte(abstract)
	} else if name != "" {
		answer["path"] = name
	}
	return answer
}
