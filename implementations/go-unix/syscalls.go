package main

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// The calls that the module's functions cannot make as they are given: its addresses are never wrong,
// accept() always asks for the peer's name, send() does not tell how much was sent, options have the one form
// that suits them, and messages that carry nothing but descriptors get a byte of data.

func rawBind(fd int, name address) (int, error) {
	_, _, errno := unix.Syscall(unix.SYS_BIND, uintptr(fd), uintptr(start(name.memory)), uintptr(name.length))
	return result(0, errno)
}

func rawConnect(fd int, peer address) (int, error) {
	_, _, errno := unix.Syscall(unix.SYS_CONNECT, uintptr(fd), uintptr(start(peer.memory)), uintptr(peer.length))
	return result(0, errno)
}

func rawAccept(fd int, peer *room) (int, error) {
	accepted, _, errno := unix.Syscall(unix.SYS_ACCEPT,
		uintptr(fd), uintptr(start(peer.memory)), uintptr(peer.lengthPointer()))
	return result(accepted, errno)
}

func rawAccept4(fd int, peer *room, flags int) (int, error) {
	accepted, _, errno := unix.Syscall6(unix.SYS_ACCEPT4,
		uintptr(fd), uintptr(start(peer.memory)), uintptr(peer.lengthPointer()), uintptr(flags), 0, 0)
	return result(accepted, errno)
}

func rawGetsockname(fd int, name *room) (int, error) {
	_, _, errno := unix.Syscall(unix.SYS_GETSOCKNAME,
		uintptr(fd), uintptr(start(name.memory)), uintptr(name.lengthPointer()))
	return result(0, errno)
}

func rawGetpeername(fd int, peer *room) (int, error) {
	_, _, errno := unix.Syscall(unix.SYS_GETPEERNAME,
		uintptr(fd), uintptr(start(peer.memory)), uintptr(peer.lengthPointer()))
	return result(0, errno)
}

func rawSendto(fd int, data []byte, flags int, peer address) (int, error) {
	sent, _, errno := unix.Syscall6(unix.SYS_SENDTO, uintptr(fd), uintptr(start(data)), uintptr(len(data)),
		uintptr(flags), uintptr(start(peer.memory)), uintptr(peer.length))
	return result(sent, errno)
}

func rawRecvfrom(fd int, data []byte, flags int, peer *room) (int, error) {
	received, _, errno := unix.Syscall6(unix.SYS_RECVFROM, uintptr(fd), uintptr(start(data)), uintptr(len(data)),
		uintptr(flags), uintptr(start(peer.memory)), uintptr(peer.lengthPointer()))
	return result(received, errno)
}

func rawSendmsg(fd int, message *unix.Msghdr, flags int) (int, error) {
	sent, _, errno := unix.Syscall(unix.SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(message)), uintptr(flags))
	return result(sent, errno)
}

func rawRecvmsg(fd int, message *unix.Msghdr, flags int) (int, error) {
	received, _, errno := unix.Syscall(unix.SYS_RECVMSG, uintptr(fd), uintptr(unsafe.Pointer(message)), uintptr(flags))
	return result(received, errno)
}

func rawGetsockopt(fd int, of option, value []byte, length *uint32) (int, error) {
	_, _, errno := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(fd), uintptr(of.level), uintptr(of.number),
		uintptr(start(value)), uintptr(unsafe.Pointer(length)), 0)
	return result(0, errno)
}

func rawSetsockopt(fd int, of option, value []byte) (int, error) {
	_, _, errno := unix.Syscall6(unix.SYS_SETSOCKOPT, uintptr(fd), uintptr(of.level), uintptr(of.number),
		uintptr(start(value)), uintptr(len(value)), 0)
	return result(0, errno)
}

// start is the null pointer for a nil slice, and no null pointer for an empty one.
func start(memory []byte) unsafe.Pointer {
	return unsafe.Pointer(unsafe.SliceData(memory))
}

func (r *room) lengthPointer() unsafe.Pointer {
	if r.memory == nil {
		return nil
	}
	return unsafe.Pointer(&r.length)
}

func result(ret uintptr, errno unix.Errno) (int, error) {
	if errno != 0 {
		return -1, errno
	}
	return int(ret), nil
}
