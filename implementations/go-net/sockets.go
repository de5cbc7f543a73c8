package main

import (
	"net"

	"sockspec/testee"
)

// create only makes a plan: net creates a socket where it listens, dials, or begins to receive datagrams.
func create(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	domain, kindName := in.String("domain"), in.String("type")
	network, known := networks[domain][kindName]
	if !known || in.String("protocol") != "DEFAULT" {
		in.Fail(testee.Unsupported("a socket of this kind"))
	}
	for _, flag := range in.Strings("flags") {
		if flag != "SOCK_CLOEXEC" { // which net sets on all
			in.Fail(testee.Unsupported(flag))
		}
	}
	return func(l *lane) (testee.Answer, error) {
		return outcome(l.session.add(&socket{kind: kind{domain, network}}), nil, testee.Answer{})
	}
}

// bind listens, too, where connections are accepted: net has no function that only binds.
func bind(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, name := in.Int("fd"), addressArgument(in, "address")
	return func(l *lane) (testee.Answer, error) {
		planned, err := l.plan(fd)
		if err != nil {
			return nil, err
		}
		if planned.kind.domain != name.domain {
			return nil, testee.Unsupported("an address of another domain")
		}
		return done(l.listenAt(planned, name.text))
	}
}

func (l *lane) listenAt(planned *socket, address string) error {
	config := net.ListenConfig{}
	var given any
	var err error
	if planned.kind.isDatagram() {
		given, err = config.ListenPacket(l.session.context, planned.kind.network, address)
	} else {
		given, err = config.Listen(l.session.context, planned.kind.network, address)
	}
	if err != nil {
		return err
	}
	if listener, is := given.(net.Listener); is {
		silent.add(listener)
	}
	l.become(planned, given)
	return nil
}

// listen has nothing left to do where bind has listened. net chooses the backlog itself.
func listen(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	in.Int("backlog")
	return func(l *lane) (testee.Answer, error) {
		_, listener, err := l.listener(fd)
		if err != nil {
			return nil, err
		}
		silent.remove(listener)
		return done(nil)
	}
}

func accept(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	requireAddress(in)
	return func(l *lane) (testee.Answer, error) {
		socket, listener, err := l.listener(fd)
		if err != nil {
			return nil, err
		}
		if err := start(socket.receiveTimer(), listener.SetDeadline); err != nil {
			return done(err)
		}
		connection, err := listener.Accept()
		if err != nil {
			return done(err)
		}
		return outcome(l.accepted(socket.kind, connection), nil, withAddress(testee.Answer{}, connection.RemoteAddr()))
	}
}

func (l *lane) accepted(kind kind, connection net.Conn) int {
	return l.session.add(&socket{kind: kind, connection: connection})
}

func connect(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, peer := in.Int("fd"), addressArgument(in, "address")
	return func(l *lane) (testee.Answer, error) {
		planned, err := l.plan(fd)
		if err != nil {
			return nil, err
		}
		if planned.kind.domain != peer.domain {
			return nil, testee.Unsupported("an address of another domain")
		}
		if silent.has(peer.text) {
			return nil, testee.Unsupported("a connect to a socket that is bound and does not listen")
		}
		var dialer net.Dialer
		connection, err := dialer.DialContext(l.session.context, planned.kind.network, peer.text)
		if err == nil {
			l.become(planned, connection)
		}
		return done(err)
	}
}

func getsockname(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(l *lane) (testee.Answer, error) {
		if _, listener, err := l.listener(fd); err == nil {
			return outcome(0, nil, withAddress(testee.Answer{}, listener.Addr()))
		}
		_, connection, err := l.connection(fd)
		if err != nil {
			return nil, err
		}
		return outcome(0, nil, withAddress(testee.Answer{}, connection.LocalAddr()))
	}
}

// getpeername is unsupported where net gives nil, which may mean more than one thing.
func getpeername(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(l *lane) (testee.Answer, error) {
		_, connection, err := l.connection(fd)
		if err != nil {
			return nil, err
		}
		peer := connection.RemoteAddr()
		if peer == nil {
			return nil, testee.Unsupported("the peer's name where there is none")
		}
		return outcome(0, nil, withAddress(testee.Answer{}, peer))
	}
}

type halves interface {
	CloseRead() error
	CloseWrite() error
}

// shutdown of both directions would take two calls.
func shutdown(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, how := in.Int("fd"), in.String("how")
	return func(l *lane) (testee.Answer, error) {
		_, connection, err := l.connection(fd)
		if err != nil {
			return nil, err
		}
		switch halves, can := connection.(halves); {
		case can && how == "SHUT_RD":
			return done(halves.CloseRead())
		case can && how == "SHUT_WR":
			return done(halves.CloseWrite())
		default:
			return nil, testee.Unsupported(how)
		}
	}
}

func closeSocket(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(l *lane) (testee.Answer, error) {
		if _, listener, err := l.listener(fd); err == nil {
			silent.remove(listener)
			return done(listener.Close())
		}
		if _, connection, err := l.connection(fd); err == nil {
			return done(connection.Close())
		}
		planned, err := l.plan(fd)
		if err != nil {
			return nil, err
		}
		planned.abandon()
		return done(nil)
	}
}

// requireAddress refuses null pointers, for net always asks for the peer's name.
func requireAddress(in *testee.Arguments) {
	if !in.Bool("withAddress") {
		in.Fail(testee.Unsupported("null pointers for the address"))
	}
}
