package dynalite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
)

// proxy stands before the server at addr and adds what DynamoDB has and
// dynalite has not: with ReturnValuesOnConditionCheckFailure, a refused write
// says what item it met.
func proxy(addr string) string {
	target := &url.URL{Scheme: "http", Host: addr}
	through := &httputil.ReverseProxy{
		Rewrite:        func(r *httputil.ProxyRequest) { r.SetURL(target) },
		ModifyResponse: addItem,
	}
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(http.ErrAbortHandler)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
		through.ServeHTTP(w, r)
	})).URL
}

// A write is what is read of a PutItem or DeleteItem request.
type write struct {
	TableName string
	Item, Key map[string]json.RawMessage
	Wants     string `json:"ReturnValuesOnConditionCheckFailure"`
}

// addItem puts the item that is there into the answer to a refused write that
// asked for it.
func addItem(answer *http.Response) error {
	if answer.StatusCode != http.StatusBadRequest {
		return nil
	}
	var said map[string]any
	if err := read(answer.Body, &said); err != nil {
		return err
	}
	if kind, _ := said["__type"].(string); strings.HasSuffix(kind, "ConditionalCheckFailedException") {
		item, err := there(answer.Request)
		if err != nil {
			return err
		}
		if item != nil {
			said["Item"] = item
		}
	}
	b, err := json.Marshal(said)
	if err != nil {
		return err
	}
	answer.Body, answer.ContentLength = io.NopCloser(bytes.NewReader(b)), int64(len(b))
	answer.Header.Set("Content-Length", fmt.Sprint(len(b)))
	answer.Header.Del("X-Amz-Crc32") // of the body as it was
	return nil
}

// there reads the item that a write was about.
func there(r *http.Request) (json.RawMessage, error) {
	if r.GetBody == nil {
		return nil, errors.New("the request's body can't be read again")
	}
	body, err := r.GetBody()
	if err != nil {
		return nil, err
	}
	var w write
	if err := read(body, &w); err != nil || w.Wants != "ALL_OLD" {
		return nil, err
	}
	if w.Key == nil {
		w.Key = map[string]json.RawMessage{"pk": w.Item["pk"], "sk": w.Item["sk"]}
	}
	b, err := json.Marshal(map[string]any{"TableName": w.TableName, "Key": w.Key, "ConsistentRead": true})
	if err != nil {
		return nil, err
	}
	get, err := http.NewRequestWithContext(r.Context(), http.MethodPost, r.URL.String(), bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	get.Header = r.Header.Clone()
	get.Header.Set("X-Amz-Target", "DynamoDB_20120810.GetItem")
	answer, err := http.DefaultClient.Do(get)
	if err != nil {
		return nil, err
	}
	var found struct{ Item json.RawMessage }
	err = read(answer.Body, &found)
	return found.Item, err
}

func read(body io.ReadCloser, into any) error {
	defer body.Close()
	return json.NewDecoder(body).Decode(into)
}
