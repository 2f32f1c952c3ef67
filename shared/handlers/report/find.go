package report

import (
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/web"
)

// maxAsked bounds what is posted to find somebody.
const maxAsked = 4 << 10

// errNobody says the same of an address that is nobody's and of one that is known
// but of which nothing is stored here.
var errNobody = heed.Errorf(heed.NotFound, "nothing is stored here under that address or id")

// customersPage asks whom to look for.
func (h *Handler) customersPage(r *http.Request) (screen, error) {
	d := h.seekers()
	return screen{map[string][]string{"sources": d.Sources}, func(w io.Writer) error { return boards.Customers(w, d) }}, nil
}

func (h *Handler) seekers() *boards.CustomersData {
	d := &boards.CustomersData{Frame: boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(boards.CustomersPath)}}
	for i := range h.Config.Sources {
		d.Sources = append(d.Sources, h.Config.Sources[i].Name)
	}
	return d
}

// findCustomer answers with the way to a customer's page. Who they are is posted,
// so that no address is in a URL, and none is written into an answer.
func (h *Handler) findCustomer(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept")
	form, err := posted(r)
	var id heed.Hash
	if err == nil {
		id, err = h.customer(r.Context(), form.Get("who"))
	}
	switch {
	case err == nil:
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Location", boards.CustomersPath+"/"+id.String())
		w.WriteHeader(http.StatusSeeOther)
	case wantsJSON(r) || web.Status(err) >= http.StatusInternalServerError:
		web.Error(w, h.Log, err)
	default:
		d := h.seekers()
		d.Says = heed.MessageOf(err)
		h.draw(w, web.Status(err), func(w io.Writer) error { return boards.Customers(w, d) })
	}
}

// posted reads a form, of a page or of the operator's program.
func posted(r *http.Request) (url.Values, error) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/x-www-form-urlencoded" {
		return nil, heed.Errorf(heed.Unsupported, "a form is expected here")
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, maxAsked+1))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the form cannot be read").Because(err)
	}
	if len(text) > maxAsked {
		return nil, heed.Errorf(heed.TooLarge, "the form is too long")
	}
	form, err := url.ParseQuery(string(text))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the form cannot be read")
	}
	return form, nil
}

// customer finds whom an address or a source's id stands for, among those of whom
// anything is stored.
func (h *Handler) customer(ctx context.Context, who string) (heed.Hash, error) {
	who = strings.TrimSpace(who)
	if who == "" || len(who) > maxAsked {
		return heed.Hash{}, heed.Errorf(heed.Invalid, "who is a mail address, or an id as a source gives it")
	}
	ring, err := h.Ring(ctx)
	if err != nil {
		return heed.Hash{}, fmt.Errorf("read the keys: %w", err)
	}
	candidates, err := h.candidates(ctx, ring, who)
	if err != nil {
		return heed.Hash{}, err
	}
	var found []heed.Hash
	for _, id := range candidates {
		known, err := h.Store.Known(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		if known && !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	switch {
	case len(found) == 0:
		return heed.Hash{}, errNobody
	case len(found) > 1:
		return heed.Hash{}, heed.Errorf(heed.Conflict, "several sources have a customer of that id; say which, as source:id")
	}
	return found[0], nil
}

// candidates are the hashes that who may stand for: of an address one, of an id
// one for each source.
func (h *Handler) candidates(ctx context.Context, ring *keyring.Ring, who string) (list []heed.Hash, err error) {
	named, id, hasSource := strings.Cut(who, ":")
	if hasSource = hasSource && h.Config.Source(named) != nil; !hasSource {
		if strings.Contains(who, "@") {
			return []heed.Hash{ring.Address(who)}, nil
		}
		id = who
	}
	id = strings.TrimSpace(id)
	for i := range h.Config.Sources {
		source := h.Config.Sources[i].Name
		if hasSource && source != named {
			continue
		}
		one, err := h.named(ctx, ring, source, id)
		if err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, nil
}

// named is the customer that a source gives an id: by the address that it told of
// them when it was asked, or else by the id itself.
func (h *Handler) named(ctx context.Context, ring *keyring.Ring, source, id string) (heed.Hash, error) {
	alias, err := h.Store.Alias(ctx, ring, records.CustomerAlias(ring, source, id), h.Now())
	if err != nil {
		return heed.Hash{}, err
	}
	if !alias.Who.IsZero() {
		known, err := h.Store.Known(ctx, alias.Who)
		if err != nil || known {
			return alias.Who, err
		}
	}
	return ring.Person(source, heed.Customer{ID: id}), nil
}
