package main

import (
	"net"

	"sockspec/testee"
)

type buffered interface {
	SetReadBuffer(int) error
	SetWriteBuffer(int) error
}

// setsockopt is all that net has: it reads no options.
func setsockopt(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, name := in.Int("fd"), in.String("option")
	switch name {
	case "SO_RCVTIMEO", "SO_SNDTIMEO":
		return setTimeout(fd, name, in.Object("value").Long("micros"))
	case "SO_LINGER":
		return setLinger(fd, in.Object("value").Bool("on"), in.Object("value").Int("seconds"))
	case "SO_REUSEADDR", "SO_BROADCAST":
		if in.Int("value") != 1 {
			in.Fail(testee.Unsupported("clearing what net sets by itself"))
		}
		return setByNet(fd, name)
	default:
		return setOnConnection(fd, name, in.Int("value"))
	}
}

func setLinger(fd int, on bool, seconds int) func(*lane) (testee.Answer, error) {
	if !on {
		seconds = -1
	}
	return func(l *lane) (testee.Answer, error) {
		_, connection, err := l.connection(fd)
		if err != nil {
			return nil, err
		}
		tcp, can := connection.(*net.TCPConn)
		if !can {
			return nil, testee.Unsupported("SO_LINGER")
		}
		return done(tcp.SetLinger(seconds))
	}
}

// setByNet accepts what net sets on each new socket: SO_REUSEADDR on listeners, SO_BROADCAST on datagram sockets.
func setByNet(fd int, name string) func(*lane) (testee.Answer, error) {
	return func(l *lane) (testee.Answer, error) {
		socket, err := l.socket(fd)
		if err != nil {
			return nil, err
		}
		if socket.kind.domain == "AF_UNIX" || socket.kind.isDatagram() != (name == "SO_BROADCAST") {
			return nil, testee.Unsupported(name)
		}
		return done(nil)
	}
}

func setOnConnection(fd int, name string, value int) func(*lane) (testee.Answer, error) {
	return func(l *lane) (testee.Answer, error) {
		_, connection, err := l.connection(fd)
		if err != nil {
			return nil, err
		}
		tcp, isTCP := connection.(*net.TCPConn)
		buffered, isBuffered := connection.(buffered)
		switch {
		case isTCP && name == "SO_KEEPALIVE":
			return done(tcp.SetKeepAlive(value != 0))
		case isTCP && name == "TCP_NODELAY":
			return done(tcp.SetNoDelay(value != 0))
		case isBuffered && name == "SO_RCVBUF":
			return done(buffered.SetReadBuffer(value))
		case isBuffered && name == "SO_SNDBUF":
			return done(buffered.SetWriteBuffer(value))
		default:
			return nil, testee.Unsupported(name)
		}
	}
}
