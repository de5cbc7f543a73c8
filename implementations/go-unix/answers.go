package main

import (
	"errors"

	"golang.org/x/sys/unix"

	"sockspec/testee"
)

// returned answers with the number that a call returned.
func returned(ret int, err error) (testee.Answer, error) {
	return stored(ret, err, testee.Answer{})
}

// done answers for a call that returns nothing but 0.
func done(err error) (testee.Answer, error) {
	return returned(0, err)
}

// stored adds the number that a call returned to what it stored.
func stored(ret int, err error, answer testee.Answer) (testee.Answer, error) {
	var errno unix.Errno
	switch {
	case err == nil:
		answer["ret"] = ret
		return answer, nil
	case errors.As(err, &errno):
		return testee.Failed(errnoName(errno)), nil
	default:
		return nil, err
	}
}
