package main

import (
	"runtime"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

const (
	// releaseSignal is SIGRTMIN+6, which neither the runtime nor libc uses.
	releaseSignal = unix.Signal(40)

	untilBlocked = 8 * time.Second

	sigDefault = 0
	sigIgnore  = 1
	saRestart  = 0x10000000
)

// action is the kernel's struct sigaction, as amd64 and arm64 have it.
type action struct {
	handler, flags, restorer uintptr
	mask                     uint64
}

// runtimeActions are the ones that the Go runtime installed at start.
// Its handler does nothing for these signals as long as nobody asks os/signal for them.
var runtimeActions = map[unix.Signal]action{}

// setUpSignals gives the signals the actions that the protocol demands.
// The runtime catches all of them, SIGURG to preempt goroutines that run for long; it does without if SIGURG is ignored.
func setUpSignals() error {
	for _, signal := range signals {
		installed, err := getAction(signal)
		if err != nil {
			return err
		}
		runtimeActions[signal] = installed
		initial := action{handler: sigDefault}
		if signal == unix.SIGPIPE {
			initial.handler = sigIgnore
		}
		if err := setAction(signal, initial); err != nil {
			return err
		}
	}
	release, err := getAction(releaseSignal)
	if err != nil {
		return err
	}
	release.flags &^= saRestart
	return setAction(releaseSignal, release)
}

func getAction(signal unix.Signal) (action, error) {
	var old action
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION,
		uintptr(signal), 0, uintptr(unsafe.Pointer(&old)), unsafe.Sizeof(old.mask), 0, 0)
	_, err := result(0, errno)
	return old, err
}

func setAction(signal unix.Signal, new action) error {
	_, _, errno := unix.RawSyscall6(unix.SYS_RT_SIGACTION,
		uintptr(signal), uintptr(unsafe.Pointer(&new)), 0, unsafe.Sizeof(new.mask), 0, 0)
	_, err := result(0, errno)
	return err
}

func sigaction(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	signal, restart := testee.Symbol(in, "signal", signals), in.Bool("restart")
	return func(*lane) (testee.Answer, error) {
		caught := runtimeActions[signal]
		if !restart {
			caught.flags &^= saRestart
		}
		return done(setAction(signal, caught))
	}
}

func pthreadKill(in *testee.Arguments) func(*lane) (testee.Answer, error) {
	target, signal := in.String("target"), testee.Symbol(in, "signal", signals)
	return func(l *lane) (testee.Answer, error) {
		other := l.session.lane(target)
		if other == nil {
			return done(unix.ESRCH)
		}
		for end := time.Now().Add(untilBlocked); !other.isBlocked() && time.Now().Before(end); {
			runtime.Gosched()
		}
		return done(other.interrupt(signal))
	}
}
