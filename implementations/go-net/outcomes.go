package main

import (
	"context"
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"

	"sockspec/testee"
)

// libraryErrors are errors that net gives without a call of the kernel, in the words of the sockets API.
// io.EOF is none: the answer is 0 and no bytes.
var libraryErrors = []struct {
	is    error
	errno string
}{
	{net.ErrClosed, "EBADF"},
	{os.ErrDeadlineExceeded, "EAGAIN"},
	{net.ErrWriteToConnected, "EISCONN"},
	{context.Canceled, "ECANCELED"}, // only where the session ends
}

// errnos are the kernel's; net wraps them in os.SyscallError and net.OpError.
var errnos = map[syscall.Errno]string{
	syscall.EACCES:          "EACCES",
	syscall.EADDRINUSE:      "EADDRINUSE",
	syscall.EADDRNOTAVAIL:   "EADDRNOTAVAIL",
	syscall.EAFNOSUPPORT:    "EAFNOSUPPORT",
	syscall.EAGAIN:          "EAGAIN",
	syscall.EALREADY:        "EALREADY",
	syscall.EBADF:           "EBADF",
	syscall.ECONNABORTED:    "ECONNABORTED",
	syscall.ECONNREFUSED:    "ECONNREFUSED",
	syscall.ECONNRESET:      "ECONNRESET",
	syscall.EDESTADDRREQ:    "EDESTADDRREQ",
	syscall.EHOSTDOWN:       "EHOSTDOWN",
	syscall.EHOSTUNREACH:    "EHOSTUNREACH",
	syscall.EINPROGRESS:     "EINPROGRESS",
	syscall.EINTR:           "EINTR",
	syscall.EINVAL:          "EINVAL",
	syscall.EIO:             "EIO",
	syscall.EISCONN:         "EISCONN",
	syscall.EISDIR:          "EISDIR",
	syscall.ELOOP:           "ELOOP",
	syscall.EMFILE:          "EMFILE",
	syscall.EMSGSIZE:        "EMSGSIZE",
	syscall.ENAMETOOLONG:    "ENAMETOOLONG",
	syscall.ENETDOWN:        "ENETDOWN",
	syscall.ENETUNREACH:     "ENETUNREACH",
	syscall.ENFILE:          "ENFILE",
	syscall.ENOBUFS:         "ENOBUFS",
	syscall.ENOENT:          "ENOENT",
	syscall.ENOMEM:          "ENOMEM",
	syscall.ENOPROTOOPT:     "ENOPROTOOPT",
	syscall.ENOTCONN:        "ENOTCONN",
	syscall.ENOTDIR:         "ENOTDIR",
	syscall.ENOTSOCK:        "ENOTSOCK",
	syscall.EOPNOTSUPP:      "EOPNOTSUPP",
	syscall.EPERM:           "EPERM",
	syscall.EPIPE:           "EPIPE",
	syscall.EPROTO:          "EPROTO",
	syscall.EPROTONOSUPPORT: "EPROTONOSUPPORT",
	syscall.EPROTOTYPE:      "EPROTOTYPE",
	syscall.EROFS:           "EROFS",
	syscall.ETIMEDOUT:       "ETIMEDOUT",
}

// outcome adds the number that a call gave to what it stored, or answers with the name of its error.
func outcome(ret int, err error, stored testee.Answer) (testee.Answer, error) {
	if err == nil {
		stored["ret"] = ret
		return stored, nil
	}
	for _, each := range libraryErrors {
		if errors.Is(err, each.is) {
			return testee.Failed(each.errno), nil
		}
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		name, known := errnos[errno]
		if !known {
			name = "ERRNO_" + strconv.Itoa(int(errno))
		}
		return testee.Failed(name), nil
	}
	return nil, err
}

func done(err error) (testee.Answer, error) {
	return outcome(0, err, testee.Answer{})
}
