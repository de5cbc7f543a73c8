package main

import (
	"time"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

func poll(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	timeout := in.Int("timeout")
	var fds []unix.PollFd
	for _, entry := range in.Objects("fds") {
		events := testee.Flags(entry, "events", pollEvents)
		fds = append(fds, unix.PollFd{Fd: int32(entry.Int("fd")), Events: int16(events)})
	}
	return func(l *lane) (testee.Answer, error) {
		ret, err := l.during(func() (int, error) { return unix.Poll(fds, timeout) })
		revents := [][]string{}
		for _, entry := range fds {
			revents = append(revents, names(pollEvents, int(entry.Revents)))
		}
		return stored(ret, err, testee.Answer{"revents": revents})
	}
}

func selectFds(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	sets, timeout := in.Object("sets"), in.Int("timeout")
	read, write, except := newFdSet(sets, "read"), newFdSet(sets, "write"), newFdSet(sets, "except")
	return func(l *lane) (testee.Answer, error) {
		highest := max(read.highest(), write.highest(), except.highest())
		ret, err := l.during(func() (int, error) {
			return unix.Select(highest+1, read.bits, write.bits, except.bits, timevalOf(timeout))
		})
		ready := map[string]any{"read": read.left(), "write": write.left(), "except": except.left()}
		return stored(ret, err, testee.Answer{"ready": ready})
	}
}

// fdSet keeps what was given beside the bits; a set without descriptors is a null pointer.
type fdSet struct {
	given []int
	bits  *unix.FdSet
}

func newFdSet(in *testee.Arguments, name string) fdSet {
	set := fdSet{given: in.Ints(name)}
	if len(set.given) > 0 {
		set.bits = &unix.FdSet{}
	}
	for _, fd := range set.given {
		switch {
		case fd < 0:
			in.Fail(testee.Malformed("a set has a negative descriptor"))
		case fd >= unix.FD_SETSIZE:
			in.Fail(testee.Unsupported("descriptors of FD_SETSIZE and more in a set"))
		default:
			set.bits.Set(fd)
		}
	}
	return set
}

func (s fdSet) highest() int {
	highest := -1
	for _, fd := range s.given {
		highest = max(highest, fd)
	}
	return highest
}

func (s fdSet) left() []int {
	left := []int{}
	for _, fd := range s.given {
		if s.bits.IsSet(fd) {
			left = append(left, fd)
		}
	}
	return left
}

func timevalOf(milliseconds int) *unix.Timeval {
	if milliseconds < 0 {
		return nil
	}
	value := unix.NsecToTimeval((time.Duration(milliseconds) * time.Millisecond).Nanoseconds())
	return &value
}
