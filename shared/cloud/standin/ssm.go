package standin

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"testing"
)

// SSM keeps parameters, all of them secure strings.
type SSM struct {
	URL string

	mu     sync.Mutex
	values map[string]string
	calls  int
	fail   []Failure
}

// A Failure is an answer other than yes.
type Failure struct {
	Status int
	Code   string // ThrottlingException, InternalServerError ...
}

// NewSSM starts one that ends with the test.
func NewSSM(t testing.TB, values map[string]string) *SSM {
	s := &SSM{values: values}
	s.URL = serve(t, "ssm", s).URL
	return s
}

// Fail makes the next requests fail so, one after the other.
func (s *SSM) Fail(f ...Failure) { s.mu.Lock(); s.fail = f; s.mu.Unlock() }

// Calls is how many requests came.
func (s *SSM) Calls() int { s.mu.Lock(); defer s.mu.Unlock(); return s.calls }

func (s *SSM) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls++
	if len(s.fail) > 0 {
		f := s.fail[0]
		s.fail = s.fail[1:]
		refuse(w, f.Status, f.Code, "told to fail")
		return
	}
	var in struct {
		Names          []string
		WithDecryption bool
	}
	err := json.NewDecoder(r.Body).Decode(&in)
	switch {
	case r.Header.Get("X-Amz-Target") != "AmazonSSM.GetParameters":
		refuse(w, http.StatusBadRequest, "UnknownOperationException", r.Header.Get("X-Amz-Target"))
	case r.Header.Get("Content-Type") != "application/x-amz-json-1.1" || err != nil:
		refuse(w, http.StatusBadRequest, "SerializationException", fmt.Sprint(err))
	case len(in.Names) == 0 || len(in.Names) > 10:
		refuse(w, http.StatusBadRequest, "ValidationException", fmt.Sprint(len(in.Names), " names"))
	case !in.WithDecryption:
		refuse(w, http.StatusBadRequest, "ValidationException", "secure strings are of no use without WithDecryption")
	default:
		answer(w, s.get(in.Names))
	}
}

func (s *SSM) get(names []string) map[string]any {
	found, invalid := []map[string]any{}, []string{}
	for _, name := range names {
		if value, ok := s.values[name]; ok {
			found = append(found, map[string]any{"Name": name, "Type": "SecureString", "Value": value, "Version": 1})
		} else {
			invalid = append(invalid, name)
		}
	}
	return map[string]any{"Parameters": found, "InvalidParameters": invalid}
}
