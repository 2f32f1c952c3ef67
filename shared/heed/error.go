package heed

import (
	"errors"
	"fmt"
)

// A Code tells callers what kind of failure an error is. Each door maps codes
// to its own statuses, once.
type Code string

// The codes, and what whoever receives one should do.
const (
	Invalid      Code = "invalid"      // mend the request
	Unauthorized Code = "unauthorized" // prove who you are
	Forbidden    Code = "forbidden"    // not from here
	NotFound     Code = "not_found"    // no such thing
	TooLarge     Code = "too_large"    // send less
	Unsupported  Code = "unsupported"  // send another media type
	Conflict     Code = "conflict"     // somebody was faster: read again
	Gone         Code = "gone"         // it was there, and its time is over
	Unavailable  Code = "unavailable"  // try again later
	Internal     Code = "internal"     // ours to mend
)

// An Error carries a code and a message fit for whoever caused it. A cause,
// if any, is for the operator alone.
type Error struct {
	Code    Code
	Message string
	cause   error
}

// Errorf returns an Error with a message fit to be shown.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// Because returns a copy of the error with its cause.
func (e *Error) Because(cause error) *Error {
	return &Error{Code: e.Code, Message: e.Message, cause: cause}
}

func (e *Error) Error() string {
	if e.cause != nil {
		return e.Message + ": " + e.cause.Error()
	}
	return e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of the first Error in err's chain, Internal if
// there is none, and "" for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return Internal
}

// MessageOf returns what may be shown of err: the message of the first Error
// in its chain, and of everything else only that it was internal.
func MessageOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Message
	}
	return "internal error"
}
