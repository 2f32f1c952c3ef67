package report

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/web"
)

// A page is what one path answers: to programs as JSON, to people as HTML.
type page struct {
	takes []string // parameters of the query; others are refused
	show  func(r *http.Request) (screen, error)
}

// A screen is what a page shows. Value is what it says as JSON, Draw writes the
// same as HTML.
type screen struct {
	Value any
	Draw  func(w io.Writer) error
}

// pages are all that there are, those for readers among them.
func (h *Handler) pages() map[string]page {
	read := page{[]string{"period", "from", "to", "by"}, h.readPage}
	return map[string]page{
		"GET /{$}":                                {[]string{"period", "from", "to", "by", "program"}, h.scoresPage},
		"GET /read/{$}":                           read,
		"GET /read/scores":                        read,
		"GET " + boards.TouchpointsPath:           {append([]string{"after"}, drillTakes...), h.touchpointsPage},
		"GET " + boards.TouchpointsPath + "/{id}": {[]string{"day"}, h.touchpointPage},
		"GET " + boards.CustomersPath:             {nil, h.customersPage},
		"GET " + boards.CustomersPath + "/{id}":   {[]string{"after", "sums"}, h.customerPage},
		"GET " + boards.AnswersPath:               {[]string{"period", "from", "to", "program", "only", "limit"}, h.answersPage},
		"GET " + boards.WhyPath:                   {[]string{"period", "program"}, h.whyPage},
		"GET " + boards.LoyaltyPath:               {nil, h.loyaltyPage},
		"GET " + boards.SupportPath:               {[]string{"period", "from", "to", "by", "program"}, h.supportPage},
		"GET " + boards.AgentsPath:                {[]string{"period", "order", "program"}, h.agentsPage},
		"GET " + boards.SourcesPath:               {nil, h.sourcesPage},
	}
}

// serve answers with a page, or says in the same way why there is none.
func (h *Handler) serve(p page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept")
		if r.Method == http.MethodHead {
			w = bodiless{w}
		}
		asked, err := params(r.URL.RawQuery, p.takes)
		var s screen
		if err == nil {
			r.URL.RawQuery = asked.Encode()
			s, err = p.show(r)
		}
		switch {
		case err != nil && wantsJSON(r):
			web.Error(w, h.Log, err)
		case err != nil:
			h.refuse(w, r, err)
		case wantsJSON(r):
			web.JSON(w, h.Log, http.StatusOK, s.Value)
		default:
			h.draw(w, http.StatusOK, s.Draw)
		}
	}
}

// params reads a query, which may name each of these once. What is given empty is
// as if it were not.
func params(query string, takes []string) (url.Values, error) {
	q, err := url.ParseQuery(query)
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the address's query cannot be read")
	}
	for name, values := range q {
		switch {
		case !slices.Contains(takes, name):
			return nil, heed.Errorf(heed.Invalid, "%s is nothing that can be asked for here", strconv.Quote(name))
		case len(values) > 1:
			return nil, heed.Errorf(heed.Invalid, "%s is given more than once", name)
		case values[0] == "":
			delete(q, name)
		}
	}
	return q, nil
}

// draw writes a page, in one piece or not at all.
func (h *Handler) draw(w http.ResponseWriter, status int, draw func(io.Writer) error) {
	var body bytes.Buffer
	if err := draw(&body); err != nil {
		web.Error(w, h.Log, err)
		return
	}
	boards.OperatorHeaders(w.Header())
	w.WriteHeader(status)
	if _, err := w.Write(body.Bytes()); err != nil {
		h.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

// refuse says on a page why there is none. What is no fault of who asks goes to
// the log with its cause.
func (h *Handler) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status := web.Status(err)
	if status >= http.StatusInternalServerError {
		h.Log.Error("request failed", "code", heed.CodeOf(err), "cause", err.Error())
		w.Header().Set("Retry-After", "30")
	}
	d := boards.FailedData{Frame: boards.Frame{Brand: h.Config.Brand.Name}, Says: heed.MessageOf(err), Again: r.URL.Path}
	if !strings.HasPrefix(r.URL.Path, "/read/") {
		d.Nav = h.nav(r.URL.Path)
	}
	h.draw(w, status, func(w io.Writer) error { return boards.Failed(w, &d) })
}

// frame is what stands around a page at a path, which is of the days of p.
func (h *Handler) frame(ctx context.Context, path string, p period) (boards.Frame, error) {
	f := boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(path), Zone: h.Config.Zone.String(), From: p.first, To: p.last}
	rolled, err := h.Store.RolledUp(ctx)
	if err != nil {
		return f, err
	}
	f.AsOf = in(rolled, h.Config.Zone)
	f.Notices, err = h.notices(ctx)
	return f, err
}

// bodiless answers a HEAD: as a GET would be, without what follows the headers.
type bodiless struct{ http.ResponseWriter }

func (b bodiless) Write(body []byte) (int, error) { return len(body), nil }

// notices is what the operator should know before any number.
func (h *Handler) notices(ctx context.Context) ([]string, error) {
	var out []string
	if h.Observe {
		out = append(out, "Heed only observes: it decides and records, and invites nobody.")
	}
	paused, err := h.Store.Paused(ctx, h.Home)
	if paused {
		out = append(out, "Sending is paused. Invitations lapse 48 hours after they were due.")
	}
	return out, err
}
