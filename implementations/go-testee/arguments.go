package testee

import (
	"encoding/json"
	"fmt"
)

// Arguments reads the parameters of a request by name.
// The first one that is wrong is kept as the error; what the methods return after that is of no use.
type Arguments struct {
	members map[string]json.RawMessage
	err     *error
}

func newArguments(members map[string]json.RawMessage) *Arguments {
	return &Arguments{members: members, err: new(error)}
}

// Err is nil if all that was asked for is there and well formed.
func (a *Arguments) Err() error { return *a.err }

// Fail keeps an error, unless there is one already.
func (a *Arguments) Fail(err error) {
	if *a.err == nil {
		*a.err = err
	}
}

// Has tells whether there is a parameter of that name.
func (a *Arguments) Has(name string) bool {
	_, has := a.members[name]
	return has
}

// Int reads a 32-bit integer.
func (a *Arguments) Int(name string) int { return int(read[int32](a, name)) }

// Long reads a 64-bit integer.
func (a *Arguments) Long(name string) int64 { return read[int64](a, name) }

// Bool reads a boolean.
func (a *Arguments) Bool(name string) bool { return read[bool](a, name) }

// String reads a string.
func (a *Arguments) String(name string) string { return read[string](a, name) }

// Bytes reads bytes in base64.
func (a *Arguments) Bytes(name string) []byte { return read[[]byte](a, name) }

// Size reads an integer that is 0 or more.
func (a *Arguments) Size(name string) int {
	size := a.Int(name)
	if size < 0 {
		a.Fail(Malformed(name + " is negative"))
		return 0
	}
	return size
}

// Ints reads an array of 32-bit integers.
func (a *Arguments) Ints(name string) []int {
	var numbers []int
	for _, number := range read[[]int32](a, name) {
		numbers = append(numbers, int(number))
	}
	return numbers
}

// Buffers reads an array of bytes in base64.
func (a *Arguments) Buffers(name string) [][]byte { return read[[][]byte](a, name) }

// Strings reads an array of strings.
func (a *Arguments) Strings(name string) []string { return read[[]string](a, name) }

// Object reads an object. Its errors are kept with those of a.
func (a *Arguments) Object(name string) *Arguments {
	return &Arguments{members: read[map[string]json.RawMessage](a, name), err: a.err}
}

// Objects reads an array of objects. Their errors are kept with those of a.
func (a *Arguments) Objects(name string) []*Arguments {
	var objects []*Arguments
	for _, members := range read[[]map[string]json.RawMessage](a, name) {
		objects = append(objects, &Arguments{members: members, err: a.err})
	}
	return objects
}

// Is tells whether the parameter has the form of T.
func Is[T any](a *Arguments, name string) bool {
	return json.Unmarshal(a.members[name], new(T)) == nil
}

// Symbol reads a name that stands for a value. A name that is not in the table is unsupported.
func Symbol[V any](a *Arguments, name string, table map[string]V) V {
	value, known := table[a.String(name)]
	if !known {
		a.Fail(Unsupported(a.String(name)))
	}
	return value
}

// Flags reads an array of names that stand for bits.
func Flags(a *Arguments, name string, table map[string]int) int {
	bits := 0
	for _, flag := range a.Strings(name) {
		bit, known := table[flag]
		if !known {
			a.Fail(Unsupported(flag))
		}
		bits |= bit
	}
	return bits
}

func read[T any](a *Arguments, name string) T {
	var value *T // tells null from a value
	if err := json.Unmarshal(a.members[name], &value); err != nil || value == nil {
		a.Fail(Malformed(fmt.Sprintf("%s: %s", name, a.members[name])))
		return *new(T)
	}
	return *value
}
