// Package testee speaks the testee protocol of sockspec: lines, sessions and lanes.
// What the calls do is up to the implementation.
package testee

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"runtime"
)

const (
	protocol    = "1"
	begun       = "begun"
	longestLine = 8 << 20
)

// Implementation is what a testee exposes. L is its idea of a lane.
type Implementation[L Lane] struct {
	Name    string
	Version string
	Level   string
	// Lacks names what cases may need and the implementation cannot give.
	Lacks    []string
	Sessions int
	Domains  []string
	Types    []string
	Calls    map[string]Call[L]
	// Begin is called with the first request of a session.
	Begin func() Session[L]
}

// Session is one case's world inside an implementation.
type Session[L Lane] interface {
	// Lane is called in the goroutine of the new lane.
	Lane(name string) L
	// Close closes all that the session opened. No lane is making a call, unless it is stuck.
	Close()
}

// Lane is one thread of calls inside a session.
type Lane interface {
	// Release makes a call that blocks return. It is called repeatedly, also when there is no call.
	Release()
}

// Call takes its arguments, without judging any but their form, and returns what makes the call.
// What it returns is not used if the arguments turn out to be malformed or unsupported.
type Call[L Lane] func(in *Arguments) func(lane L) (Answer, error)

// Serve answers requests until standard input ends, and then ends the process.
func Serve[L Lane](implementation Implementation[L]) {
	server := server[L]{implementation: implementation, sessions: map[string]*session[L]{}}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, longestLine+len("\r\n"))
	for lines.Scan() {
		server.handle(lines.Bytes())
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	os.Exit(0)
}

type server[L Lane] struct {
	implementation Implementation[L]
	sessions       map[string]*session[L]
	output         output
}

func (s *server[L]) handle(line []byte) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(line, &members); err != nil {
		s.output.fail(nil, Malformed("a request is an object"))
		return
	}
	request := newArguments(members)
	id := request.Long("id")
	if err := request.Err(); err != nil {
		s.output.fail(nil, err)
		return
	}
	method, in := request.String("method"), request.Object("params")
	if err := request.Err(); err != nil {
		s.output.fail(&id, err)
		return
	}
	switch method {
	case "hello":
		s.output.answer(id, s.hello())
	case "end_session":
		s.end(id, in)
	case begun:
		s.lane(id, in, func(lane *lane[L]) { lane.latest.ask(id, &s.output) })
	default:
		s.lane(id, in, func(lane *lane[L]) { lane.add(id, s.prepared(method, in)) })
	}
}

func (s *server[L]) hello() Answer {
	names := []string{begun}
	for name := range s.implementation.Calls {
		names = append(names, name)
	}
	return Answer{
		"protocol": protocol,
		"name":     s.implementation.Name,
		"version":  s.implementation.Version,
		"level":    s.implementation.Level,
		"lacks":    append([]string{}, s.implementation.Lacks...),
		"platform": runtime.GOOS + "/" + runtime.GOARCH,
		"sessions": s.implementation.Sessions,
		"domains":  s.implementation.Domains,
		"types":    s.implementation.Types,
		"calls":    names,
	}
}

func (s *server[L]) end(id int64, in *Arguments) {
	name := in.String("session")
	if err := in.Err(); err != nil {
		s.output.fail(&id, err)
		return
	}
	ending, known := s.sessions[name]
	if !known {
		s.output.answer(id, Answer{"stuck": 0})
		return
	}
	delete(s.sessions, name)
	go func() { s.output.answer(id, Answer{"stuck": ending.end()}) }()
}

func (s *server[L]) lane(id int64, in *Arguments, use func(*lane[L])) {
	session, lane := in.String("session"), in.String("lane")
	if err := in.Err(); err != nil {
		s.output.fail(&id, err)
		return
	}
	use(s.session(session).lane(lane))
}

// prepared returns what makes the call, or what says why it cannot be made.
func (s *server[L]) prepared(method string, in *Arguments) func(L) (Answer, error) {
	prepare, known := s.implementation.Calls[method]
	if !known {
		in.Fail(Unsupported(method))
	} else if run := prepare(in); in.Err() == nil {
		return run
	}
	return func(L) (Answer, error) { return nil, in.Err() }
}

func (s *server[L]) session(name string) *session[L] {
	found, known := s.sessions[name]
	if !known {
		found = newSession(s.implementation.Begin(), &s.output)
		s.sessions[name] = found
	}
	return found
}
