package call

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// A Refusal is an answer other than yes.
type Refusal struct {
	Status  int
	Code    string // AccessDeniedException ...; "" if it said none
	Message string
}

func refusalOf(status int, body []byte) *Refusal {
	var said struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	_ = json.Unmarshal(body, &said) // without a code the status alone must do
	code := said.Type[strings.LastIndexByte(said.Type, '#')+1:]
	return &Refusal{Status: status, Code: code, Message: said.Message}
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("status %d %s: %s", r.Status, r.Code, r.Message)
}

// passing reports whether the same call may do better a little later.
func (r *Refusal) passing() bool {
	return r.Status >= 500 || r.Status == http.StatusTooManyRequests || strings.Contains(r.Code, "Throttl")
}
