package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"heed/shared/heed"
)

func TestWhatCannotBeWrittenIsAFaultOfOurs(t *testing.T) {
	var log bytes.Buffer
	w := httptest.NewRecorder()
	JSON(w, slog.New(slog.NewTextHandler(&log, nil)), http.StatusOK, map[string]float64{"p": math.NaN()})
	var said struct{ Error struct{ Code heed.Code } }
	if err := json.Unmarshal(w.Body.Bytes(), &said); err != nil || w.Code != http.StatusInternalServerError || said.Error.Code != heed.Internal {
		t.Errorf("answered %d %q (%v)", w.Code, w.Body, err)
	}
	if !strings.Contains(log.String(), "NaN") || strings.Contains(w.Body.String(), "NaN") {
		t.Errorf("logged %q and said %q: the cause is for the log alone", log.String(), w.Body)
	}
}

func TestJSON(t *testing.T) {
	w := httptest.NewRecorder()
	JSON(w, slog.New(slog.DiscardHandler), http.StatusCreated, map[string]string{"a": "<b>"})
	if w.Code != http.StatusCreated || w.Body.String() != "{\"a\":\"<b>\"}\n" || w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("answered %d %q %v", w.Code, w.Body, w.Header())
	}
}

func TestErrorSaysNothingOfItsCause(t *testing.T) {
	var log bytes.Buffer
	w := httptest.NewRecorder()
	Error(w, slog.New(slog.NewTextHandler(&log, nil)), errors.New("table on fire"))
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "fire") || !strings.Contains(log.String(), "fire") {
		t.Errorf("answered %d %q, logged %q", w.Code, w.Body, log.String())
	}
}
