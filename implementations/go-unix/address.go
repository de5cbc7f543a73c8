package main

import (
	"bytes"
	"encoding/binary"
	"net/netip"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

const (
	sizeofFamily = 2
	atPort       = 2
	atHost4      = 4
	atHost6      = 8
	atScope      = 24
)

// address is struct sockaddr as it is in memory, and the length to claim.
type address struct {
	memory []byte // nil for a null pointer
	length int
}

func addressArgument(in *testee.Arguments, name string) address {
	given := in.Object(name)
	if !given.Has("family") {
		return address{}
	}
	memory := sockaddr(given)
	claimed := address{memory: memory, length: len(memory)}
	if given.Has("asFamily") {
		putFamily(memory, testee.Symbol(given, "asFamily", domains))
	}
	if given.Has("length") {
		claimed.length = given.Int("length")
	}
	if room := unix.SizeofSockaddrAny; len(memory) < room {
		claimed.memory = append(memory, make([]byte, room-len(memory))...)
	}
	return claimed
}

func sockaddr(given *testee.Arguments) []byte {
	family := testee.Symbol(given, "family", domains)
	switch {
	case family == unix.AF_INET:
		memory := newSockaddr(family, unix.SizeofSockaddrInet4)
		putPort(memory, given)
		host(given, memory[atHost4:][:4])
		return memory
	case family == unix.AF_INET6:
		memory := newSockaddr(family, unix.SizeofSockaddrInet6)
		putPort(memory, given)
		host(given, memory[atHost6:][:16])
		if given.Has("scope") {
			binary.NativeEndian.PutUint32(memory[atScope:], uint32(given.Int("scope")))
		}
		return memory
	case family == unix.AF_UNIX && given.Has("path"):
		return append(newSockaddr(family, sizeofFamily), given.String("path")+"\x00"...)
	case family == unix.AF_UNIX && given.Has("abstract"):
		return append(newSockaddr(family, sizeofFamily+1), given.Bytes("abstract")...)
	case family == unix.AF_UNIX:
		return newSockaddr(family, sizeofFamily)
	default:
		return newSockaddr(family, unix.SizeofSockaddrInet4)
	}
}

func newSockaddr(family, size int) []byte {
	memory := make([]byte, size)
	putFamily(memory, family)
	return memory
}

func putFamily(memory []byte, family int) {
	binary.NativeEndian.PutUint16(memory, uint16(family))
}

func putPort(memory []byte, given *testee.Arguments) {
	port := given.Int("port")
	if port < 0 || port > 65535 {
		given.Fail(testee.Malformed("port is out of range"))
	}
	binary.BigEndian.PutUint16(memory[atPort:], uint16(port))
}

func host(given *testee.Arguments, memory []byte) {
	host, err := netip.ParseAddr(given.String("host"))
	if err != nil || host.BitLen() != 8*len(memory) {
		given.Fail(testee.Malformed("host is no address of the family"))
		return
	}
	copy(memory, host.AsSlice())
}

// room is where a call stores an address. Without memory, address and length are null pointers.
type room struct {
	memory []byte
	length uint32
}

func newRoom() *room {
	return &room{memory: make([]byte, unix.SizeofSockaddrAny), length: unix.SizeofSockaddrAny}
}

func roomIf(wanted bool) *room {
	if wanted {
		return newRoom()
	}
	return &room{}
}

// addTo adds what the call stored to its answer.
func (r *room) addTo(answer testee.Answer) testee.Answer {
	if r.memory == nil {
		return answer
	}
	answer["addressLength"] = r.length
	if r.length >= sizeofFamily {
		answer["address"] = r.address()
	}
	return answer
}

func (r *room) address() map[string]any {
	switch family := int(binary.NativeEndian.Uint16(r.memory)); family {
	case unix.AF_INET:
		return r.inet("AF_INET", r.memory[atHost4:][:4])
	case unix.AF_INET6:
		inet := r.inet("AF_INET6", r.memory[atHost6:][:16])
		if scope := binary.NativeEndian.Uint32(r.memory[atScope:]); scope != 0 {
			inet["scope"] = scope
		}
		return inet
	case unix.AF_UNIX:
		return unixAddress(r.memory[sizeofFamily:min(int(r.length), len(r.memory))])
	default:
		return map[string]any{"family": name(domains, family, "AF_UNKNOWN")}
	}
}

func (r *room) inet(family string, host []byte) map[string]any {
	parsed, _ := netip.AddrFromSlice(host)
	return map[string]any{
		"family": family, "host": parsed.String(), "port": binary.BigEndian.Uint16(r.memory[atPort:]),
	}
}

func unixAddress(stored []byte) map[string]any {
	answer := map[string]any{"family": "AF_UNIX"}
	switch {
	case len(stored) == 0:
	case stored[0] == 0:
		answer["abstract"] = stored[1:]
	default:
		path, _, _ := bytes.Cut(stored, []byte{0})
		answer["path"] = string(path)
	}
	return answer
}
