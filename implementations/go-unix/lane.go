package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

// surelyBlocked is how long a call must have taken where the kernel does not tell what a thread does.
const surelyBlocked = 50 * time.Millisecond

// session knows the descriptors that its calls opened, and its lanes.
type session struct {
	mutex sync.Mutex
	open  map[int]struct{}
	lanes map[string]*lane
}

func newSession() testee.Session[*lane] {
	return &session{open: map[int]struct{}{}, lanes: map[string]*lane{}}
}

// Lane locks the goroutine to its thread, for signals go to threads.
func (s *session) Lane(name string) *lane {
	runtime.LockOSThread()
	s.mutex.Lock()
	defer s.mutex.Unlock()
	new := &lane{session: s, thread: unix.Gettid()}
	s.lanes[name] = new
	return new
}

// Close closes without TIME_WAIT and without lingering; what is not a TCP connection ignores the option.
func (s *session) Close() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for fd := range s.open {
		_ = unix.SetsockoptLinger(fd, unix.SOL_SOCKET, unix.SO_LINGER, &unix.Linger{Onoff: 1})
		_ = unix.Close(fd)
	}
}

func (s *session) opened(fds ...int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, fd := range fds {
		s.open[fd] = struct{}{}
	}
}

// closing must come before close(): after it, the number may be that of another session's descriptor.
func (s *session) closing(fd int) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.open, fd)
}

func (s *session) lane(name string) *lane {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.lanes[name]
}

type lane struct {
	session *session
	thread  int

	mutex sync.Mutex // held while a signal is sent, so that none reaches the thread in a later call
	since time.Time  // when the call began; zero if there is none
}

// during makes a call that may block.
func (l *lane) during(call func() (int, error)) (int, error) {
	l.begin(time.Now())
	defer l.begin(time.Time{})
	return call()
}

func (l *lane) begin(since time.Time) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.since = since
}

// isBlocked tells whether the thread sleeps in the kernel in its call.
// The runtime's own waits do not count; they are all calls of futex().
func (l *lane) isBlocked() bool {
	l.mutex.Lock()
	since := l.since
	l.mutex.Unlock()
	if since.IsZero() {
		return false
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/self/task/%d/syscall", l.thread))
	if err != nil {
		return time.Since(since) > surelyBlocked
	}
	number, _, _ := strings.Cut(string(text), " ")
	return number != "running" && number != "-1" && number != strconv.Itoa(unix.SYS_FUTEX)
}

// interrupt sends a signal to the thread, if its call is still under way.
func (l *lane) interrupt(signal unix.Signal) error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.since.IsZero() {
		return unix.ESRCH
	}
	return unix.Tgkill(unix.Getpid(), l.thread, signal)
}

// Release sends nothing to a thread that is not blocked: a flood of signals could keep it in its call.
func (l *lane) Release() {
	if l.isBlocked() {
		_ = l.interrupt(releaseSignal)
	}
}
