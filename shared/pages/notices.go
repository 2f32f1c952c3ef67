package pages

import (
	"io"

	"heed/shared/words"
)

// Answered is for whoever opens a survey that has its answer, and can't show
// that they gave it.
func Answered(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.Answered })
}

// Elsewhere is for whoever answers a survey that has its answer from another
// browser, or by mail.
func Elsewhere(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.Elsewhere })
}

// Expired is for a survey whose time is over.
func Expired(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.Expired })
}

// NotFound is for a token that is none, or none of ours.
func NotFound(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.NotFound })
}

// Trouble is for whatever went wrong on our side. It doesn't say what: that is
// the operator's to know.
func Trouble(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.Trouble })
}

// Unsubscribed follows an unsubscription, the first and any further one.
func Unsubscribed(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Page.Stopped })
}

// Unsubscribe asks before it does anything: mail programs open every link, and
// some press what they find. The button posts to the page's own path what a
// mail program's own button posts there by RFC 8058.
func Unsubscribe(w io.Writer, l Look) error {
	p := l.begin()
	p.notice(p.say.Page.Ask)
	p.alarm().Put(`<button type="button" class="live" data-sends="leave" data-page="">`).Text(p.say.Page.StopIt)
	p.Put(`</button><noscript><form method="post" action="?"><button name="List-Unsubscribe" value="One-Click">`)
	p.Text(p.say.Page.StopIt).Put(`</button></form></noscript>`)
	return p.script().Put(`</main>`).To(w)
}

// notice is a page that says one thing.
func (l Look) notice(w io.Writer, which func(*words.Words) words.Notice) error {
	p := l.begin()
	p.notice(which(p.say))
	return p.Put(`</main>`).To(w)
}

func (p *dressed) notice(n words.Notice) {
	p.Put(`<h1>`)
	p.phrase(n.Title)
	p.Put(`</h1><p>`)
	p.phrase(n.Text)
	p.Put(`</p>`)
}
