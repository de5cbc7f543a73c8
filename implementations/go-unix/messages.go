package main

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unsafe"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

const (
	sizeofInt   = 4
	credentials = "SCM_CREDENTIALS"
)

func sendmsg(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, buffers, flags := in.Int("fd"), in.Buffers("iov"), testee.Flags(in, "flags", messageFlags)
	control := controlArgument(in, "control")
	peer := address{}
	if in.Has("address") {
		peer = addressArgument(in, "address")
	}
	return func(l *lane) (testee.Answer, error) {
		message := newMessage(buffers, control)
		message.Name, message.Namelen = unsafe.SliceData(peer.memory), uint32(peer.length)
		return returned(l.during(func() (int, error) { return rawSendmsg(fd, message, flags) }))
	}
}

func recvmsg(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, sizes, flags := in.Int("fd"), sizesArgument(in), testee.Flags(in, "flags", messageFlags)
	controlLength := in.Size("controlLength")
	return func(l *lane) (testee.Answer, error) {
		buffers := buffersOf(sizes)
		control, peer := make([]byte, controlLength), newRoom()
		message := newMessage(buffers, control)
		message.Name, message.Namelen = unsafe.SliceData(peer.memory), peer.length
		ret, err := l.during(func() (int, error) { return rawRecvmsg(fd, message, flags) })
		if err != nil {
			return done(err)
		}
		messages, err := l.received(control[:message.Controllen])
		if err != nil {
			return nil, err
		}
		peer.length = message.Namelen
		answer := testee.Answer{"messageFlags": names(messageFlags, int(message.Flags)), "control": messages}
		return received(ret, nil, slices.Concat(buffers...), peer.addTo(answer))
	}
}

func writev(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, buffers := in.Int("fd"), in.Buffers("iov")
	return func(l *lane) (testee.Answer, error) {
		return returned(l.during(func() (int, error) { return unix.Writev(fd, buffers) }))
	}
}

func readv(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	fd, sizes := in.Int("fd"), sizesArgument(in)
	return func(l *lane) (testee.Answer, error) {
		buffers := buffersOf(sizes)
		ret, err := l.during(func() (int, error) { return unix.Readv(fd, buffers) })
		return received(ret, err, slices.Concat(buffers...), testee.Answer{})
	}
}

func sizesArgument(in *testee.Arguments) []int {
	sizes := in.Ints("iov")
	if slices.ContainsFunc(sizes, func(size int) bool { return size < 0 }) {
		in.Fail(testee.Malformed("iov has a negative size"))
	}
	return sizes
}

func buffersOf(sizes []int) [][]byte {
	buffers := make([][]byte, len(sizes))
	for i, size := range sizes {
		buffers[i] = make([]byte, size)
	}
	return buffers
}

func newMessage(buffers [][]byte, control []byte) *unix.Msghdr {
	message := &unix.Msghdr{}
	vector := make([]unix.Iovec, len(buffers))
	for i, buffer := range buffers {
		vector[i].Base = unsafe.SliceData(buffer)
		vector[i].SetLen(len(buffer))
	}
	if len(vector) > 0 {
		message.Iov = &vector[0]
	}
	message.SetIovlen(len(vector))
	if len(control) > 0 {
		message.Control = &control[0]
	}
	message.SetControllen(len(control))
	return message
}

func controlArgument(in *testee.Arguments, name string) []byte {
	var control []byte
	for _, message := range in.Objects(name) {
		if message.Has("rights") {
			control = append(control, unix.UnixRights(message.Ints("rights")...)...)
			continue
		}
		level, kind := unix.SOL_SOCKET, unix.SCM_CREDENTIALS
		if name := message.String("name"); name != credentials {
			if _, err := fmt.Sscanf(name, "%d:%d", &level, &kind); err != nil {
				in.Fail(testee.Unsupported(name))
			}
		}
		control = append(control, controlMessage(level, kind, message.Bytes("data"))...)
	}
	return control
}

func controlMessage(level, kind int, data []byte) []byte {
	message := make([]byte, unix.CmsgSpace(len(data)))
	header := (*unix.Cmsghdr)(unsafe.Pointer(&message[0]))
	header.Level, header.Type = int32(level), int32(kind)
	header.SetLen(unix.CmsgLen(len(data)))
	copy(message[unix.CmsgLen(0):], data)
	return message
}

func (l *lane) received(control []byte) ([]map[string]any, error) {
	messages := []map[string]any{}
	for len(control) >= unix.SizeofCmsghdr {
		header, data, rest, err := unix.ParseOneSocketControlMessage(control)
		if err != nil {
			return nil, err
		}
		messages = append(messages, l.controlAnswer(header, data))
		control = rest
	}
	return messages, nil
}

func (l *lane) controlAnswer(header unix.Cmsghdr, data []byte) map[string]any {
	switch {
	case header.Level == unix.SOL_SOCKET && header.Type == unix.SCM_RIGHTS:
		fds := []int{}
		for ; len(data) >= sizeofInt; data = data[sizeofInt:] {
			fds = append(fds, int(int32(binary.NativeEndian.Uint32(data))))
		}
		l.session.opened(fds...)
		return map[string]any{"rights": fds}
	case header.Level == unix.SOL_SOCKET && header.Type == unix.SCM_CREDENTIALS:
		return map[string]any{"name": credentials, "data": data}
	default:
		return map[string]any{"name": fmt.Sprintf("%d:%d", header.Level, header.Type), "data": data}
	}
}
