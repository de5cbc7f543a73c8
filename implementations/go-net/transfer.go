package main

import (
	"errors"
	"io"
	"net"

	"sockspec/testee"
)

// send writes with or without MSG_NOSIGNAL: a Go program never dies of SIGPIPE on a socket.
func send(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	for _, flag := range in.Strings("flags") {
		if flag != "MSG_NOSIGNAL" {
			in.Fail(testee.Unsupported(flag))
		}
	}
	return write(in)
}

func write(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, data := in.Int("fd"), in.Bytes("data")
	return func(l *lane) (testee.Answer, error) {
		writer, err := l.writer(fd)
		if err != nil {
			return nil, err
		}
		sent, err := writer(data)
		return outcome(sent, err, testee.Answer{})
	}
}

// sendto on a plan binds first, as net demands; the kernel would do so by itself.
func sendto(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, data, peer := in.Int("fd"), in.Bytes("data"), addressArgument(in, "address")
	requireNoFlags(in)
	return func(l *lane) (testee.Answer, error) {
		planned, err := l.socket(fd)
		if err != nil {
			return nil, err
		}
		if planned.isPlan() && planned.kind.domain != "AF_UNIX" && planned.kind.isDatagram() {
			if err := l.listenAt(planned, ":0"); err != nil {
				return done(err)
			}
		}
		socket, packets, err := l.packets(fd)
		if err != nil {
			return nil, err
		}
		if err := start(socket.sendTimer(), packets.SetWriteDeadline); err != nil {
			return done(err)
		}
		sent, err := packets.WriteTo(data, peer.netAddress(planned.kind.network))
		return outcome(sent, err, testee.Answer{})
	}
}

func recv(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	requireNoFlags(in)
	return read(in)
}

func read(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, length := in.Int("fd"), in.Size("length")
	return func(l *lane) (testee.Answer, error) {
		reader, err := l.reader(fd)
		if err != nil {
			return nil, err
		}
		data := make([]byte, length)
		received, err := reader(data)
		return outcome(received, err, testee.Answer{"data": data[:received]})
	}
}

func recvfrom(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, length := in.Int("fd"), in.Size("length")
	requireNoFlags(in)
	requireAddress(in)
	return func(l *lane) (testee.Answer, error) {
		socket, packets, err := l.packets(fd)
		if err != nil {
			return nil, err
		}
		if err := start(socket.receiveTimer(), packets.SetReadDeadline); err != nil {
			return done(err)
		}
		data := make([]byte, length)
		received, peer, err := packets.ReadFrom(data)
		return outcome(received, err, withAddress(testee.Answer{"data": data[:received]}, peer))
	}
}

func sendPattern(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, seed, length := in.Int("fd"), in.Long("seed"), in.Long("length")
	return func(l *lane) (testee.Answer, error) {
		writer, err := l.writer(fd)
		if err != nil {
			return nil, err
		}
		return testee.SendPattern(seed, length, writer), nil
	}
}

func recvPattern(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, seed := in.Int("fd"), in.Long("seed")
	return func(l *lane) (testee.Answer, error) {
		reader, err := l.reader(fd)
		if err != nil {
			return nil, err
		}
		answer, err := testee.ReceivePattern(seed, reader)
		if err != nil {
			return done(err)
		}
		return answer, nil
	}
}

func (l *lane) writer(fd int) (func([]byte) (int, error), error) {
	socket, connection, err := l.connection(fd)
	return func(data []byte) (int, error) {
		if err := start(socket.sendTimer(), connection.SetWriteDeadline); err != nil {
			return 0, err
		}
		return connection.Write(data)
	}, err
}

// reader answers the end of file with 0.
func (l *lane) reader(fd int) (func([]byte) (int, error), error) {
	socket, connection, err := l.connection(fd)
	return func(data []byte) (int, error) {
		if err := start(socket.receiveTimer(), connection.SetReadDeadline); err != nil {
			return 0, err
		}
		received, err := connection.Read(data)
		if errors.Is(err, io.EOF) {
			return 0, nil
		}
		return received, err
	}, err
}

func (l *lane) packets(fd int) (*socket, net.PacketConn, error) {
	socket, connection, err := l.connection(fd)
	if err != nil {
		return nil, nil, err
	}
	packets, can := connection.(net.PacketConn)
	if !can {
		return nil, nil, testee.Unsupported("addresses on a connection without datagrams")
	}
	return socket, packets, nil
}

func requireNoFlags(in *testee.Arguments) {
	if len(in.Strings("flags")) > 0 {
		in.Fail(testee.Unsupported("flags"))
	}
}
