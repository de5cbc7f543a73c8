package testee

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"sync"
)

// Answer is the result of a call, by the names of its members.
type Answer map[string]any

// Failed is the answer of a call that failed.
func Failed(errno string) Answer {
	return Answer{"ret": -1, "errno": errno}
}

// Unsupported says that the implementation cannot express a call, and that it was not made.
type Unsupported string

func (u Unsupported) Error() string { return string(u) }

// Malformed says what is wrong with a request.
type Malformed string

func (m Malformed) Error() string { return string(m) }

func code(err error) int {
	switch {
	case errors.As(err, new(Unsupported)):
		return -32601
	case errors.As(err, new(Malformed)):
		return -32600
	default:
		return -32603
	}
}

type output struct {
	mutex sync.Mutex
}

func (o *output) answer(id int64, result Answer) {
	o.write(map[string]any{"jsonrpc": "2.0", "id": id, "result": result})
}

func (o *output) fail(id *int64, err error) {
	o.write(map[string]any{
		"jsonrpc": "2.0", "id": id, "error": map[string]any{"code": code(err), "message": err.Error()},
	})
}

func (o *output) write(reply map[string]any) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line) // ends the line, too
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(reply); err != nil {
		panic(err)
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if _, err := os.Stdout.Write(line.Bytes()); err != nil {
		os.Exit(1) // nobody is there to read
	}
}
