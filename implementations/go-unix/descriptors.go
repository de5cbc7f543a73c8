package main

import (
	"fmt"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

// opened remembers the descriptor that a call returned, and answers with it.
func (l *lane) opened(fd int, err error, answer testee.Answer) (testee.Answer, error) {
	if err == nil {
		l.session.opened(fd)
	}
	return stored(fd, err, answer)
}

func (l *lane) openedPair(fds [2]int, err error) (testee.Answer, error) {
	if err == nil {
		l.session.opened(fds[0], fds[1])
	}
	return stored(0, err, testee.Answer{"fds": fds})
}

func closeFd(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(l *lane) (testee.Answer, error) {
		l.session.closing(fd)
		return returned(l.during(func() (int, error) { return 0, unix.Close(fd) }))
	}
}

func dup(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(l *lane) (testee.Answer, error) {
		duplicate, err := unix.Dup(fd)
		return l.opened(duplicate, err, testee.Answer{})
	}
}

func pipe(*testee.Arguments) func(*lane) (testee.Answer, error) {
	return func(l *lane) (testee.Answer, error) {
		var fds [2]int
		err := unix.Pipe(fds[:])
		return l.openedPair(fds, err)
	}
}

func fcntl(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, command := in.Int("fd"), testee.Symbol(in, "command", fcntlCommands)
	table := statusFlags
	if command == unix.F_GETFD || command == unix.F_SETFD {
		table = descriptorFlags
	}
	argument := 0
	if command == unix.F_SETFD || command == unix.F_SETFL {
		argument = testee.Flags(in, "flags", table)
	}
	return func(l *lane) (testee.Answer, error) {
		ret, err := unix.FcntlInt(uintptr(fd), command, argument)
		switch command {
		case unix.F_DUPFD:
			return l.opened(ret, err, testee.Answer{})
		case unix.F_GETFD, unix.F_GETFL:
			return stored(0, err, testee.Answer{"fileFlags": names(table, ret)})
		default:
			return returned(ret, err)
		}
	}
}

func fstat(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(*lane) (testee.Answer, error) {
		var file unix.Stat_t
		err := unix.Fstat(fd, &file)
		kind := int(file.Mode & unix.S_IFMT)
		return stored(0, err, testee.Answer{"mode": name(fileTypes, kind, fmt.Sprintf("%o", kind))})
	}
}

// setrlimit changes only the soft limit; the call takes both.
func setrlimit(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	limit := in.Size("limit")
	return func(*lane) (testee.Answer, error) {
		var limits unix.Rlimit
		if err := unix.Prlimit(0, unix.RLIMIT_NOFILE, nil, &limits); err != nil {
			return done(err)
		}
		limits.Cur = uint64(limit)
		return done(unix.Prlimit(0, unix.RLIMIT_NOFILE, &limits, nil))
	}
}
