package main

import (
	"golang.org/x/sys/unix"

	"sockspec/testee"
)

func send(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, data, flags := in.Int("fd"), in.Bytes("data"), testee.Flags(in, "flags", messageFlags)
	return func(l *lane) (testee.Answer, error) {
		return returned(l.send(fd, data, flags))
	}
}

func sendto(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, data, flags := in.Int("fd"), in.Bytes("data"), testee.Flags(in, "flags", messageFlags)
	peer := addressArgument(in, "address")
	return func(l *lane) (testee.Answer, error) {
		return returned(l.during(func() (int, error) { return rawSendto(fd, data, flags, peer) }))
	}
}

func write(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, data := in.Int("fd"), in.Bytes("data")
	return func(l *lane) (testee.Answer, error) {
		return returned(l.during(func() (int, error) { return unix.Write(fd, data) }))
	}
}

func recv(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, length, flags := in.Int("fd"), in.Size("length"), testee.Flags(in, "flags", messageFlags)
	return func(l *lane) (testee.Answer, error) {
		data := make([]byte, length)
		ret, err := l.recv(fd, data, flags)
		return received(ret, err, data, testee.Answer{})
	}
}

func recvfrom(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, length, flags := in.Int("fd"), in.Size("length"), testee.Flags(in, "flags", messageFlags)
	withAddress := in.Bool("withAddress")
	return func(l *lane) (testee.Answer, error) {
		data, peer := make([]byte, length), roomIf(withAddress)
		ret, err := l.during(func() (int, error) { return rawRecvfrom(fd, data, flags, peer) })
		return received(ret, err, data, peer.addTo(testee.Answer{}))
	}
}

func read(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, length := in.Int("fd"), in.Size("length")
	return func(l *lane) (testee.Answer, error) {
		data := make([]byte, length)
		ret, err := l.during(func() (int, error) { return unix.Read(fd, data) })
		return received(ret, err, data, testee.Answer{})
	}
}

func sendPattern(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, seed, length := in.Int("fd"), in.Long("seed"), in.Long("length")
	return func(l *lane) (testee.Answer, error) {
		return testee.SendPattern(seed, length, func(piece []byte) (int, error) {
			return l.send(fd, piece, unix.MSG_NOSIGNAL)
		}), nil
	}
}

func recvPattern(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, seed := in.Int("fd"), in.Long("seed")
	return func(l *lane) (testee.Answer, error) {
		answer, err := testee.ReceivePattern(seed, func(piece []byte) (int, error) { return l.recv(fd, piece, 0) })
		if err != nil {
			return done(err)
		}
		return answer, nil
	}
}

func (l *lane) send(fd int, data []byte, flags int) (int, error) {
	return l.during(func() (int, error) { return rawSendto(fd, data, flags, address{}) })
}

func (l *lane) recv(fd int, data []byte, flags int) (int, error) {
	return l.during(func() (int, error) { return rawRecvfrom(fd, data, flags, &room{}) })
}

// received adds the data. With MSG_TRUNC, the number may be more than there is data.
func received(ret int, err error, data []byte, answer testee.Answer) (testee.Answer, error) {
	answer["data"] = data[:max(0, min(ret, len(data)))]
	return stored(ret, err, answer)
}
