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
	id    int64
	run   func(L) (Answer, error)
	begun *beginning
}

// beginning tells those who ask, by the ids of their requests, when a task begins.
type beginning struct {
	mutex sync.Mutex
	isNow bool
	asked []int64
}

func (b *beginning) ask(id int64, output *output) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	if b.isNow {
		output.answer(id, Answer{"begun": true})
	} else {
		b.asked = append(b.asked, id)
	}
}

func (b *beginning) happen(output *output) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.isNow = true
	for _, id := range b.asked {
		output.answer(id, Answer{"begun": true})
	}
}

type lane[L Lane] struct {
	mutex   sync.Mutex
	changed *sync.Cond
	waiting []task[L]
	latest  *beginning // of the reader of requests alone
	ended   bool

	ready chan struct{}
	self  L // set once ready is closed
	done  chan struct{}
}

func newLane[L Lane]() *lane[L] {
	new := &lane[L]{latest: &beginning{isNow: true}, ready: make(chan struct{}), done: make(chan struct{})}
	new.changed = sync.NewCond(&new.mutex)
	return new
}

func (l *lane[L]) add(id int64, run func(L) (Answer, error)) {
	l.latest = &beginning{}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.waiting = append(l.waiting, task[L]{id, run, l.latest})
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
	close(l.ready)
	for {
		call, more := l.next()
		if !more {
			return
		}
		call.begun.happen(output)
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
	<-l.ready
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
