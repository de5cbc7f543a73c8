package main

import (
	"context"
	"net"
	"sync"
	"time"

	"sockspec/testee"
)

const firstNumber = 3

// session knows its sockets by numbers of its own, for a plan has no descriptor yet.
type session struct {
	context context.Context
	cancel  context.CancelFunc

	mutex   sync.Mutex
	sockets []*socket
	ended   bool
}

func newSession() testee.Session[*lane] {
	ctx, cancel := context.WithCancel(context.Background())
	return &session{context: ctx, cancel: cancel}
}

type lane struct {
	session *session
}

func (s *session) Lane(string) *lane { return &lane{s} }

// Release ends all blocked calls of the session at once, for closing is what net has for that.
func (l *lane) Release() { l.session.Close() }

// Close closes connections without TIME_WAIT and without lingering.
func (s *session) Close() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.ended = true
	s.cancel()
	for _, socket := range s.sockets {
		socket.discard()
	}
}

func (s *session) add(new *socket) int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.sockets = append(s.sockets, new)
	if s.ended {
		new.discard()
	}
	return firstNumber + len(s.sockets) - 1
}

// socket finds a socket, also one that was closed: net keeps it and refuses its calls.
func (l *lane) socket(fd int) (*socket, error) {
	l.session.mutex.Lock()
	defer l.session.mutex.Unlock()
	if i := fd - firstNumber; i >= 0 && i < len(l.session.sockets) {
		return l.session.sockets[i], nil
	}
	return nil, testee.Unsupported("a call on a number that is no socket")
}

// socket is a plan until a call of the library makes it a listener or a connection; never both.
type socket struct {
	kind kind

	mutex      sync.Mutex
	abandoned  bool // a plan that was closed
	listener   listener
	connection net.Conn
	timeouts   timeouts
}

type listener interface {
	net.Listener
	SetDeadline(time.Time) error
}

func (s *socket) discard() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if tcp, ok := s.connection.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	if s.connection != nil {
		_ = s.connection.Close()
	}
	if s.listener != nil {
		silent.remove(s.listener)
		_ = s.listener.Close()
	}
}

func (s *socket) abandon() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.abandoned = true
}

func (s *socket) isPlan() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.listener == nil && s.connection == nil && !s.abandoned
}

// become turns a plan into what the library gave for it; the session may have ended meanwhile.
func (l *lane) become(planned *socket, given any) {
	l.session.mutex.Lock()
	defer l.session.mutex.Unlock()
	planned.mutex.Lock()
	switch given := given.(type) {
	case listener:
		planned.listener = given
	case net.Conn:
		planned.connection = given
	}
	planned.mutex.Unlock()
	if l.session.ended {
		planned.discard()
	}
}

func (l *lane) plan(fd int) (*socket, error) {
	found, err := l.socket(fd)
	if err == nil && !found.isPlan() {
		err = testee.Unsupported("this call on something else than a new socket")
	}
	return found, err
}

func (l *lane) listener(fd int) (*socket, listener, error) {
	found, err := l.socket(fd)
	if err != nil {
		return nil, nil, err
	}
	found.mutex.Lock()
	defer found.mutex.Unlock()
	if found.listener == nil {
		return nil, nil, testee.Unsupported("this call on something else than a listener")
	}
	return found, found.listener, nil
}

func (l *lane) connection(fd int) (*socket, net.Conn, error) {
	found, err := l.socket(fd)
	if err != nil {
		return nil, nil, err
	}
	found.mutex.Lock()
	defer found.mutex.Unlock()
	if found.connection == nil {
		return nil, nil, testee.Unsupported("this call on something else than a connection")
	}
	return found, found.connection, nil
}
