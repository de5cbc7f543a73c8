// Counts how often a raw poll() is interrupted while the runtime preempts goroutines that run for long before it.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

const callers = 4

func main() {
	runtime.GOMAXPROCS(2)
	counts := make(chan [2]int)
	end := time.Now().Add(5 * time.Second)
	for range callers {
		go func() {
			runtime.LockOSThread()
			var count [2]int
			for time.Now().Before(end) {
				count[0]++
				for start := time.Now(); time.Since(start) < 10*time.Millisecond; {
					_ = make([]byte, 1<<10)
				}
				if _, err := unix.Poll(nil, 1); errors.Is(err, unix.EINTR) {
					count[1]++
				}
			}
			counts <- count
		}()
	}
	var calls, interrupted int
	for range callers {
		count := <-counts
		calls, interrupted = calls+count[0], interrupted+count[1]
	}
	fmt.Printf("%d of %d calls of poll() failed with EINTR\n", interrupted, calls)
}
