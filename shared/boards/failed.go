package boards

import "io"

// FailedData is why a page can't be shown.
type FailedData struct {
	Frame
	Says  string // a sentence without its full stop
	Again string // path of the page as it is by itself
}

// Failed says why there is no page.
func Failed(w io.Writer, d *FailedData) error {
	p := &board{}
	p.begin(&d.Frame, "This can’t be shown")
	p.Put(`<p class="empty">`).Text(sentence(d.Says)).Put(`. <a href="`).Text(d.Again).Put(`">Show the page as it is by itself.</a></p>`)
	p.end()
	return p.To(w)
}
