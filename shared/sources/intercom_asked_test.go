package sources_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/sources/standin"
)

// A tokenAPI shows a token: the credential itself, or one that it is
// exchanged for.
type tokenAPI struct {
	sources.Access
	base string
}

func (a tokenAPI) Get(ctx context.Context, path string) ([]byte, error) {
	token := standin.Credential
	if a.Scheme == sources.Client {
		id, secret, _ := strings.Cut(token, ":")
		body, err := read(http.PostForm(a.base+a.Token, url.Values{"grant_type": {"client_credentials"}, "client_id": {id}, "client_secret": {secret}}))
		if err != nil {
			return nil, err
		}
		var given struct {
			Token string `json:"access_token"`
		}
		if err := json.Unmarshal(body, &given); err != nil {
			return nil, err
		}
		token = given.Token
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, a.base+path, nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("Authorization", "Bearer "+token)
	return read(http.DefaultClient.Do(r))
}

func read(answer *http.Response, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	switch answer.StatusCode {
	case http.StatusOK:
		return io.ReadAll(answer.Body)
	case http.StatusNotFound:
		return nil, heed.Errorf(heed.NotFound, "no such thing")
	}
	return nil, errors.New(answer.Status)
}

// errAPI is an API that never answers.
var errAPI = errors.New("out of order")

type brokenAPI struct{ body string }

func (a brokenAPI) Get(context.Context, string) ([]byte, error) {
	if a.body == "" {
		return nil, errAPI
	}
	return []byte(a.body), nil
}

// TestContactsAreAskedFor: who is named by an id alone is found at the
// stand-in, which checks how it is asked.
func TestContactsAreAskedFor(t *testing.T) {
	for typ, id := range map[string]string{"intercom": "6915c41d8be02f66d07a19c3", "helpscout": "604981"} {
		f := find(t, typ).(sources.Fetcher)
		server := httptest.NewServer(standin.Handler(typ, standin.Credential))
		api := tokenAPI{f.Access(), server.URL}
		p := standin.Of(id)
		want := heed.Customer{ID: id, Email: p.Email, Name: p.First + " " + p.Last, Locale: p.Locale, Account: "5f3b1c" + id}
		if typ == "helpscout" {
			want.Locale, want.Account = "", "Halden Optics"
		}
		got, err := f.Customer(t.Context(), api, id)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v (%v), want %+v", typ, got, err, want)
		}
		if _, err := f.Customer(t.Context(), api, "gone-1"); heed.CodeOf(err) != heed.NotFound {
			t.Errorf("%s: one who is gone: %v", typ, err)
		}
		// An id is one part of a path, whatever it holds.
		if got, err := f.Customer(t.Context(), api, "../a?b#c"); err != nil || got.ID != "../a?b#c" || got.Name == "" {
			t.Errorf("%s: got %+v (%v)", typ, got, err)
		}
		if _, err := f.Customer(t.Context(), brokenAPI{}, id); !errors.Is(err, errAPI) {
			t.Errorf("%s: got %v", typ, err)
		}
		if _, err := f.Customer(t.Context(), brokenAPI{"<html>"}, id); err == nil {
			t.Errorf("%s: a page is read as somebody", typ)
		}
		if got, err := f.Customer(t.Context(), brokenAPI{`{"id":1,"email":"","emails":[{"value":"none"}]}`}, id); err != nil || got.Email != "" || got.ID != id {
			t.Errorf("%s: without an address: %+v (%v)", typ, got, err)
		}
		server.Close()
	}
}
