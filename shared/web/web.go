// Package web is what the doors that speak HTTP share: one status for each
// code of error, and answers in JSON. What a door shows or takes is its own.
package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"

	"heed/shared/heed"
)

var statuses = map[heed.Code]int{
	heed.Invalid:      http.StatusBadRequest,
	heed.Unauthorized: http.StatusUnauthorized,
	heed.Forbidden:    http.StatusForbidden,
	heed.NotFound:     http.StatusNotFound,
	heed.TooLarge:     http.StatusRequestEntityTooLarge,
	heed.Unsupported:  http.StatusUnsupportedMediaType,
	heed.Conflict:     http.StatusConflict,
	heed.Gone:         http.StatusGone,
	heed.Unavailable:  http.StatusServiceUnavailable,
	heed.Internal:     http.StatusInternalServerError,
}

// Status returns the HTTP status of an error.
func Status(err error) int { return statuses[heed.CodeOf(err)] }

// JSON answers with v. What cannot be written, which is a fault of ours, is
// answered 500 instead, and its cause goes to the operator's log.
func JSON(w http.ResponseWriter, log *slog.Logger, status int, v any) {
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		Error(w, log, fmt.Errorf("write the answer: %w", err))
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(body.Bytes()) // whoever asked has gone
}

// Error answers with the code and message of err and nothing of its cause,
// which goes to the operator's log if the fault is not the sender's.
func Error(w http.ResponseWriter, log *slog.Logger, err error) {
	status := Status(err)
	if status >= http.StatusInternalServerError {
		log.Error("request failed", "code", heed.CodeOf(err), "cause", err.Error())
		w.Header().Set("Retry-After", "30")
	}
	JSON(w, log, status, map[string]any{"error": map[string]string{
		"code": string(heed.CodeOf(err)), "message": heed.MessageOf(err),
	}})
}
