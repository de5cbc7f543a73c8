package main

import (
	"time"

	"sockspec/testee"
)

// timeouts are SO_RCVTIMEO and SO_SNDTIMEO. In net they are deadlines, which each call has to be given anew.
type timeouts struct {
	receive, send time.Duration
}

func setTimeout(fd int, name string, micros int64) func(*lane) (testee.Answer, error) {
	timeout := time.Duration(micros) * time.Microsecond
	return func(l *lane) (testee.Answer, error) {
		socket, err := l.socket(fd)
		if err != nil {
			return nil, err
		}
		socket.mutex.Lock()
		defer socket.mutex.Unlock()
		if name == "SO_RCVTIMEO" {
			socket.timeouts.receive = timeout
		} else {
			socket.timeouts.send = timeout
		}
		return done(socket.clearDeadlines())
	}
}

// clearDeadlines takes back what earlier calls were given. The next one gets its own.
func (s *socket) clearDeadlines() error {
	switch {
	case s.connection != nil:
		return s.connection.SetDeadline(time.Time{})
	case s.listener != nil:
		return s.listener.SetDeadline(time.Time{})
	default:
		return nil
	}
}

func (s *socket) receiveTimer() time.Duration {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.timeouts.receive
}

func (s *socket) sendTimer() time.Duration {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.timeouts.send
}

// start sets the deadline of a call that begins now, if there is a timeout.
func start(timeout time.Duration, setDeadline func(time.Time) error) error {
	if timeout == 0 {
		return nil
	}
	return setDeadline(time.Now().Add(timeout))
}
