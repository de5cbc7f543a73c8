package main

import (
	"golang.org/x/sys/unix"

	"sockspec/testee"
)

func socket(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	domain, kind, protocol := socketArguments(in)
	return func(l *lane) (testee.Answer, error) {
		fd, err := unix.Socket(domain, kind, protocol)
		return l.opened(fd, err, testee.Answer{})
	}
}

func socketpair(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	domain, kind, protocol := socketArguments(in)
	return func(l *lane) (testee.Answer, error) {
		fds, err := unix.Socketpair(domain, kind, protocol)
		return l.openedPair(fds, err)
	}
}

func socketArguments(in *testee.Arguments) (domain, kind, protocol int) {
	return testee.Symbol(in, "domain", domains),
		testee.Symbol(in, "type", types) | testee.Flags(in, "flags", socketFlags),
		testee.Symbol(in, "protocol", protocols)
}

func bind(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, name := in.Int("fd"), addressArgument(in, "address")
	return func(*lane) (testee.Answer, error) {
		return returned(rawBind(fd, name))
	}
}

func listen(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, backlog := in.Int("fd"), in.Int("backlog")
	return func(*lane) (testee.Answer, error) {
		return done(unix.Listen(fd, backlog))
	}
}

func accept(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, withAddress := in.Int("fd"), in.Bool("withAddress")
	return func(l *lane) (testee.Answer, error) {
		peer := roomIf(withAddress)
		accepted, err := l.during(func() (int, error) { return rawAccept(fd, peer) })
		return l.opened(accepted, err, peer.addTo(testee.Answer{}))
	}
}

func accept4(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, withAddress, flags := in.Int("fd"), in.Bool("withAddress"), testee.Flags(in, "flags", socketFlags)
	return func(l *lane) (testee.Answer, error) {
		peer := roomIf(withAddress)
		accepted, err := l.during(func() (int, error) { return rawAccept4(fd, peer, flags) })
		return l.opened(accepted, err, peer.addTo(testee.Answer{}))
	}
}

func connect(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, peer := in.Int("fd"), addressArgument(in, "address")
	return func(l *lane) (testee.Answer, error) {
		return returned(l.during(func() (int, error) { return rawConnect(fd, peer) }))
	}
}

func getsockname(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(*lane) (testee.Answer, error) {
		name := newRoom()
		ret, err := rawGetsockname(fd, name)
		return stored(ret, err, name.addTo(testee.Answer{}))
	}
}

func getpeername(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd := in.Int("fd")
	return func(*lane) (testee.Answer, error) {
		peer := newRoom()
		ret, err := rawGetpeername(fd, peer)
		return stored(ret, err, peer.addTo(testee.Answer{}))
	}
}

func shutdown(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, how := in.Int("fd"), testee.Symbol(in, "how", hows)
	return func(*lane) (testee.Answer, error) {
		return done(unix.Shutdown(fd, how))
	}
}
