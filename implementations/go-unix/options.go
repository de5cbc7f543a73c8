package main

import (
	"encoding/binary"
	"strconv"
	"unsafe"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

type option struct {
	level, number int
	form          form
}

// form is the way between the bytes of an option and its value in the protocol.
type form struct {
	size int
	read func(memory []byte) any
}

var (
	integer = form{sizeofInt, func(memory []byte) any { return number(memory) }}
	linger  = form{unix.SizeofLinger, func(memory []byte) any {
		value := (*unix.Linger)(start(memory))
		return map[string]any{"on": value.Onoff != 0, "seconds": value.Linger}
	}}
	timeval = form{int(unsafe.Sizeof(unix.Timeval{})), func(memory []byte) any {
		return map[string]any{"micros": (*unix.Timeval)(start(memory)).Nano() / 1000}
	}}
	errnoSymbol = form{sizeofInt, func(memory []byte) any {
		if errno := unix.Errno(number(memory)); errno != 0 {
			return errnoName(errno)
		}
		return "0"
	}}
	domainSymbol   = symbol(domains)
	typeSymbol     = symbol(types)
	protocolSymbol = symbol(map[string]int{"IPPROTO_TCP": unix.IPPROTO_TCP, "IPPROTO_UDP": unix.IPPROTO_UDP})
)

var options = map[string]option{
	"SO_ACCEPTCONN":    {unix.SOL_SOCKET, unix.SO_ACCEPTCONN, integer},
	"SO_BROADCAST":     {unix.SOL_SOCKET, unix.SO_BROADCAST, integer},
	"SO_DOMAIN":        {unix.SOL_SOCKET, unix.SO_DOMAIN, domainSymbol},
	"SO_ERROR":         {unix.SOL_SOCKET, unix.SO_ERROR, errnoSymbol},
	"SO_KEEPALIVE":     {unix.SOL_SOCKET, unix.SO_KEEPALIVE, integer},
	"SO_LINGER":        {unix.SOL_SOCKET, unix.SO_LINGER, linger},
	"SO_OOBINLINE":     {unix.SOL_SOCKET, unix.SO_OOBINLINE, integer},
	"SO_PROTOCOL":      {unix.SOL_SOCKET, unix.SO_PROTOCOL, protocolSymbol},
	"SO_RCVBUF":        {unix.SOL_SOCKET, unix.SO_RCVBUF, integer},
	"SO_RCVLOWAT":      {unix.SOL_SOCKET, unix.SO_RCVLOWAT, integer},
	"SO_RCVTIMEO":      {unix.SOL_SOCKET, unix.SO_RCVTIMEO, timeval},
	"SO_REUSEADDR":     {unix.SOL_SOCKET, unix.SO_REUSEADDR, integer},
	"SO_REUSEPORT":     {unix.SOL_SOCKET, unix.SO_REUSEPORT, integer},
	"SO_SNDBUF":        {unix.SOL_SOCKET, unix.SO_SNDBUF, integer},
	"SO_SNDTIMEO":      {unix.SOL_SOCKET, unix.SO_SNDTIMEO, timeval},
	"SO_TYPE":          {unix.SOL_SOCKET, unix.SO_TYPE, typeSymbol},
	"TCP_KEEPCNT":      {unix.IPPROTO_TCP, unix.TCP_KEEPCNT, integer},
	"TCP_KEEPIDLE":     {unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, integer},
	"TCP_KEEPINTVL":    {unix.IPPROTO_TCP, unix.TCP_KEEPINTVL, integer},
	"TCP_NODELAY":      {unix.IPPROTO_TCP, unix.TCP_NODELAY, integer},
	"TCP_SYNCNT":       {unix.IPPROTO_TCP, unix.TCP_SYNCNT, integer},
	"TCP_USER_TIMEOUT": {unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, integer},
	"IPV6_V6ONLY":      {unix.IPPROTO_IPV6, unix.IPV6_V6ONLY, integer},
}

func getsockopt(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, option := in.Int("fd"), testee.Symbol(in, "option", options)
	return func(*lane) (testee.Answer, error) {
		value := make([]byte, option.form.size)
		length := uint32(len(value))
		ret, err := rawGetsockopt(fd, option, value, &length)
		return stored(ret, err, testee.Answer{"option": option.form.read(value)})
	}
}

func setsockopt(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, option := in.Int("fd"), testee.Symbol(in, "option", options)
	value := valueArgument(in, "value")
	return func(*lane) (testee.Answer, error) {
		return returned(rawSetsockopt(fd, option, value))
	}
}

// valueArgument takes the form that is given, not the one that suits the option.
func valueArgument(in *testee.Arguments, name string) []byte {
	switch {
	case testee.Is[string](in, name):
		return numberBytes(symbolNumber(in, in.String(name)))
	case testee.Is[int32](in, name):
		return numberBytes(in.Int(name))
	case in.Object(name).Has("micros"):
		micros := in.Object(name).Long("micros")
		value := unix.Timeval{Sec: micros / 1e6, Usec: micros % 1e6}
		return unsafe.Slice((*byte)(unsafe.Pointer(&value)), unsafe.Sizeof(value))
	default:
		value := unix.Linger{Linger: int32(in.Object(name).Int("seconds"))}
		if in.Object(name).Bool("on") {
			value.Onoff = 1
		}
		return unsafe.Slice((*byte)(unsafe.Pointer(&value)), unsafe.Sizeof(value))
	}
}

func symbolNumber(in *testee.Arguments, symbol string) int {
	if number, err := strconv.Atoi(symbol); err == nil {
		return number
	}
	for _, table := range []map[string]int{types, domains, protocols} {
		if number, known := table[symbol]; known {
			return number
		}
	}
	in.Fail(testee.Unsupported(symbol))
	return 0
}

func symbol(table map[string]int) form {
	return form{sizeofInt, func(memory []byte) any {
		return name(table, number(memory), strconv.Itoa(number(memory)))
	}}
}

func number(memory []byte) int {
	return int(int32(binary.NativeEndian.Uint32(memory)))
}

func numberBytes(number int) []byte {
	return binary.NativeEndian.AppendUint32(nil, uint32(number))
}
