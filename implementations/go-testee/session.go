package testee

import (
	"fmt"
	"sync"
	"time"
)

const (
	patience = 5 * time.Second
	between  = time.Millisecond
)

type session[L Lane] struct {
	world  Session[L]
	output *output
	lanes  map[string]*lane[L]
}

func newSession[L Lane](world Session[L], output *output) *session[L] {
	return &session[L]{world: world, output: output, lanes: map[string]*lane[L]{}}
}

func (s *session[L]) lane(name string) *lane[L] {
	found, known := s.lanes[name]
	if !known {
		found = newLane[L]()
		s.lanes[name] = found
		go found.serve(func() L { return s.world.Lane(name) }, s.output)
	}
	return found
}

// end tells how many lanes could not be made to return.
func (s *session[L]) end() int {
	for _, lane := range s.lanes {
		lane.drop()
	}
	stuck := 0
	deadline := time.Now().Add(patience)
	for _, lane := range s.lanes {
		if !lane.released(deadline) {
			stuck++
		}
	}
	s.world.Close()
	return stuck
}

type task[L Lane] struct {
	id  int64
	run func(L) (Answer, error)
}

type lane[L Lane] struct {
	mutex   sync.Mutex
	changed *sync.Cond
	waiting []task[L]
	ended   bool

	begun chan struct{}
	self  L // set once begun is closed
	done  chan struct{}
}

func newLane[L Lane]() *lane[L] {
	new := &lane[L]{begun: make(chan struct{}), done: make(chan struct{})}
	new.changed = sync.NewCond(&new.mutex)
	return new
}

func (l *lane[L]) add(call task[L]) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.waiting = append(l.waiting, call)
	l.changed.Signal()
}

func (l *lane[L]) drop() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.ended = true
	l.changed.Signal()
}

func (l *lane[L]) next() (task[L], bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for len(l.waiting) == 0 && !l.ended {
		l.changed.Wait()
	}
	if l.ended {
		return task[L]{}, false
	}
	call := l.waiting[0]
	l.waiting = l.waiting[1:]
	return call, true
}

func (l *lane[L]) serve(begin func() L, output *output) {
	defer close(l.done)
	l.self = begin()
	close(l.begun)
	for {
		call, more := l.next()
		if !more {
			return
		}
		if answer, err := l.make(call); err != nil {
			output.fail(&call.id, err)
		} else {
			output.answer(call.id, answer)
		}
	}
}

func (l *lane[L]) make(call task[L]) (answer Answer, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%v", broken)
		}
	}()
	return call.run(l.self)
}

func (l *lane[L]) released(deadline time.Time) bool {
	<-l.begun
	for time.Now().Before(deadline) {
		l.self.Release()
		select {
		case <-l.done:
			return true
		case <-time.After(between):
		}
	}
	return false
}
