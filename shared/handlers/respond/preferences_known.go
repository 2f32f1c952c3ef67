package respond

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"heed/shared/heed"
	"heed/shared/pages"
)

// What a page or file of what is known holds at most: rows, and bytes of them.
const (
	mostKnown  = 500
	mostBytes  = 3 << 20
	knownsFile = "stored-about-me.json"
)

// known shows all that is known of the customer, or has it downloaded. A machine
// that opens the link has only looked.
func (v *visit) known() {
	k, err := v.knowledge()
	switch {
	case err != nil:
		v.trouble(err)
	case v.r.URL.Query().Has("file"):
		v.file(k)
	default:
		list := []pages.Entry{{Fields: fields(&k.about)}}
		for i := range k.Touchpoints {
			t := &k.Touchpoints[i]
			list = append(list, pages.Entry{At: t.At, Title: t.Kind, Fields: fields(t)})
		}
		v.own(http.StatusOK, func(w io.Writer) error { return pages.Known(w, v.dress(), "?file", list) })
	}
}

// file hands it over as JSON.
func (v *visit) file(k *knowledge) {
	text, err := json.MarshalIndent(k, "", "  ")
	if err != nil {
		v.trouble(fmt.Errorf("write what is known: %w", err))
		return
	}
	v.headers()
	v.w.Header().Set("Content-Type", "application/json; charset=utf-8")
	v.w.Header().Set("Content-Disposition", `attachment; filename="`+knownsFile+`"`)
	err = packed(v.w, v.r, http.StatusOK, func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		v.Log.Warn("file not sent whole", "cause", err.Error())
	}
}

// knowledge gathers what is known, the latest first.
func (v *visit) knowledge() (*knowledge, error) {
	ctx := v.r.Context()
	often, _, err := v.Store.Often(ctx, v.row.Customer)
	if err != nil {
		return nil, err
	}
	past, err := v.Store.Past(ctx, v.row)
	if err != nil {
		return nil, err
	}
	k := &knowledge{about: about{
		Brand: v.dress().Brand.Name, Made: v.now.UTC().Truncate(time.Second), Address: v.row.Invitation.To, Often: often.String(), Complete: true,
	}}
	size := 0
	for row, err := range past.Rows(ctx) {
		if err != nil {
			return nil, err
		}
		if len(k.Touchpoints) == mostKnown || size > mostBytes {
			k.Complete = false
			break
		}
		size += weight(row)
		k.Touchpoints = append(k.Touchpoints, tell(row))
	}
	return k, nil
}

// weight is about how many bytes a row takes.
func weight(r *heed.Row) int {
	n := 1000
	if r.Response != nil {
		n += len(r.Response.Comment)
	}
	for i := range r.Suspects {
		n += len(r.Suspects[i].Comment)
	}
	for i := range r.Notes {
		n += len(r.Notes[i].Text)
	}
	return n
}

// fields lists what JSON says of a value, names and values, in its order. What
// lies deeper has the names on the way to it; what there is several of comes
// several times.
func fields(v any) (list [][2]string) {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain values always have a JSON text
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	walk(d, "", &list)
	return list
}

func walk(d *json.Decoder, name string, list *[][2]string) {
	token, err := d.Token()
	if err != nil {
		return
	}
	delim, deeper := token.(json.Delim)
	if !deeper {
		value := fmt.Sprint(token)
		if at, err := time.Parse(time.RFC3339, value); err == nil {
			value = at.UTC().Format("2006-01-02 15:04:05 UTC")
		}
		*list = append(*list, [2]string{name, value})
		return
	}
	for d.More() {
		inner := name
		if delim == '{' {
			key, err := d.Token()
			if err != nil {
				return
			}
			if inner != "" {
				inner += "."
			}
			inner += fmt.Sprint(key)
		}
		walk(d, inner, list)
	}
	_, _ = d.Token() // the end of it
}
