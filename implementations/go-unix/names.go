package main

import (
	"strconv"

	"golang.org/x/sys/unix"
)

var domains = map[string]int{
	"AF_INET":    unix.AF_INET,
	"AF_INET6":   unix.AF_INET6,
	"AF_UNIX":    unix.AF_UNIX,
	"AF_UNSPEC":  unix.AF_UNSPEC,
	"AF_UNKNOWN": 255,
}

var types = map[string]int{
	"SOCK_STREAM":    unix.SOCK_STREAM,
	"SOCK_DGRAM":     unix.SOCK_DGRAM,
	"SOCK_SEQPACKET": unix.SOCK_SEQPACKET,
	"SOCK_RAW":       unix.SOCK_RAW,
	"SOCK_UNKNOWN":   15, // the highest that leaves the flags alone
}

var protocols = map[string]int{
	"DEFAULT":              0,
	"IPPROTO_TCP":          unix.IPPROTO_TCP,
	"IPPROTO_UDP":          unix.IPPROTO_UDP,
	"IPPROTO_UNKNOWN":      254, // 255 is IPPROTO_RAW
	"IPPROTO_OUT_OF_RANGE": 300,
}

var socketFlags = map[string]int{
	"SOCK_NONBLOCK":     unix.SOCK_NONBLOCK,
	"SOCK_CLOEXEC":      unix.SOCK_CLOEXEC,
	"SOCK_FLAG_UNKNOWN": 0x100,
}

var messageFlags = map[string]int{
	"MSG_PEEK":         unix.MSG_PEEK,
	"MSG_OOB":          unix.MSG_OOB,
	"MSG_WAITALL":      unix.MSG_WAITALL,
	"MSG_DONTWAIT":     unix.MSG_DONTWAIT,
	"MSG_NOSIGNAL":     unix.MSG_NOSIGNAL,
	"MSG_EOR":          unix.MSG_EOR,
	"MSG_TRUNC":        unix.MSG_TRUNC,
	"MSG_CTRUNC":       unix.MSG_CTRUNC,
	"MSG_CMSG_CLOEXEC": unix.MSG_CMSG_CLOEXEC,
	"MSG_DONTROUTE":    unix.MSG_DONTROUTE,
}

var statusFlags = map[string]int{
	"O_NONBLOCK": unix.O_NONBLOCK,
	"O_RDWR":     unix.O_RDWR,
	"O_ASYNC":    unix.O_ASYNC,
}

var descriptorFlags = map[string]int{"FD_CLOEXEC": unix.FD_CLOEXEC}

var fcntlCommands = map[string]int{
	"F_GETFD": unix.F_GETFD,
	"F_SETFD": unix.F_SETFD,
	"F_GETFL": unix.F_GETFL,
	"F_SETFL": unix.F_SETFL,
	"F_DUPFD": unix.F_DUPFD,
}

var hows = map[string]int{
	"SHUT_RD":   unix.SHUT_RD,
	"SHUT_WR":   unix.SHUT_WR,
	"SHUT_RDWR": unix.SHUT_RDWR,
}

var pollEvents = map[string]int{
	"POLLIN":    unix.POLLIN,
	"POLLPRI":   unix.POLLPRI,
	"POLLOUT":   unix.POLLOUT,
	"POLLERR":   unix.POLLERR,
	"POLLHUP":   unix.POLLHUP,
	"POLLNVAL":  unix.POLLNVAL,
	"POLLRDHUP": unix.POLLRDHUP,
}

var signals = map[string]unix.Signal{
	"SIGUSR1": unix.SIGUSR1,
	"SIGPIPE": unix.SIGPIPE,
	"SIGURG":  unix.SIGURG,
	"SIGIO":   unix.SIGIO,
}

var fileTypes = map[string]int{
	"S_IFSOCK": unix.S_IFSOCK,
	"S_IFIFO":  unix.S_IFIFO,
	"S_IFREG":  unix.S_IFREG,
	"S_IFDIR":  unix.S_IFDIR,
	"S_IFCHR":  unix.S_IFCHR,
	"S_IFBLK":  unix.S_IFBLK,
	"S_IFLNK":  unix.S_IFLNK,
}

// names is the way back from bits; those without a name are left out.
func names(table map[string]int, bits int) []string {
	found := []string{}
	for name, bit := range table {
		if bits&bit != 0 {
			found = append(found, name)
		}
	}
	return found
}

// name is the way back from a number; one without a name is given by the fallback.
func name(table map[string]int, number int, fallback string) string {
	for name, value := range table {
		if value == number {
			return name
		}
	}
	return fallback
}

func errnoName(errno unix.Errno) string {
	if errno == unix.EOPNOTSUPP {
		return "EOPNOTSUPP" // the module prefers ENOTSUP, which has the same number
	}
	if name := unix.ErrnoName(errno); name != "" {
		return name
	}
	return "ERRNO_" + strconv.Itoa(int(errno))
}
