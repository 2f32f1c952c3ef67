package respond

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
)

// soonest is how long a person needs, at least, to see the page and press;
// freshly how soon after a mail's delivery none has opened it; hasty how many
// clicks and keys at machine speed are no accident; slack is how far a
// browser's clock may run ahead of ours meanwhile.
const (
	soonest = 700 * time.Millisecond
	slack   = 500 * time.Millisecond
	freshly = 10 * time.Second
	hasty   = 2
)

// A pressing is all that is judged of what was sent.
type pressing struct {
	form   url.Values
	header http.Header
	who    visitor
	sent   *heed.Invitation
	now    time.Time
}

// signs are what each piece of evidence is seen by, in the order of their bits.
var signs = [...]struct {
	heed.Evidence
	shows func(*pressing) bool
}{
	{heed.Unscripted, func(p *pressing) bool { return !p.scripted() }},
	{heed.NoCookie, func(p *pressing) bool { return !p.who.cookie }},
	{heed.BadPage, func(p *pressing) bool { return !p.who.known }},
	{heed.TooEarly, (*pressing).early},
	{heed.Untrusted, func(p *pressing) bool { return p.scripted() && p.form.Get("trusted") != "1" }},
	{heed.Trapped, func(p *pressing) bool { return p.form.Get("reference") != "" }},
	{heed.AtDelivery, (*pressing).fresh},
	{heed.KnownAgent, func(p *pressing) bool { return scanner(p.header.Get("User-Agent")) }},
	{heed.Hasty, func(p *pressing) bool { return p.number("quick") >= hasty }},
}

// evidence is what speaks for a machine, of what was sent alone. Whether the
// answers of a visit contradict each other is seen where they are kept.
func (p *pressing) evidence() (e heed.Evidence) {
	for _, sign := range signs {
		if sign.shows(p) {
			e |= sign.Evidence
		}
	}
	return e
}

func (p *pressing) scripted() bool { return p.form.Get("from") == "script" }

// early goes by our own clock and, where a script tells it, by the browser's:
// the page may have stood in the background until just now. A browser can't
// have seen it for longer than it is out, unless its clock was put forward.
func (p *pressing) early() bool {
	out, dwell := p.now.Sub(p.who.page.Shown), time.Duration(p.number("dwell"))*time.Millisecond
	if p.scripted() && (dwell < soonest || p.who.known && dwell > out+slack) {
		return true
	}
	return p.who.known && out < soonest
}

// fresh reports whether a mail with the question has only just arrived or, as
// long as nobody said that it did, gone. Of further mails nobody says it.
func (p *pressing) fresh() bool {
	if i := p.sent; p.just(i.Delivered, i.Sent, i.Claimed) {
		return true
	}
	for _, f := range p.sent.Further {
		if asks := f.Kind == heed.Reminder || f.Kind == heed.QuestionBack; asks && p.just(f.Sent, f.Claimed) {
			return true
		}
	}
	return false
}

// just reports whether the first of those times that is known was a moment ago.
func (p *pressing) just(times ...time.Time) bool {
	for _, at := range times {
		if !at.IsZero() {
			return p.now.Sub(at) < freshly
		}
	}
	return false
}

// number reads a count that the script made; -1 if it is none.
func (p *pressing) number(name string) int {
	n, err := strconv.ParseUint(p.form.Get(name), 10, 31)
	if err != nil {
		return -1
	}
	return int(n)
}

// agents are what scanners call themselves, in lower case. Most call themselves
// what people's browsers do, so the list is short, and nothing leans on it.
var agents = []string{
	"barracuda sentinel",                                               // https://github.com/JayBizzle/Crawler-Detect/issues/552
	"bingpreview",                                                      // of Outlook.com: https://github.com/phpList/phplist3/issues/415
	"gmail-content-sampling",                                           // https://github.com/mssola/user_agent/issues/71
	"googleimageproxy",                                                 // the same
	"headlesschrome",                                                   // what Chromium says of itself where nobody sees it
	"curl/", "wget/", "python-", "go-http-client/", "okhttp/", "java/", // what libraries say unless they are told otherwise
}

// scanner reports whether a browser calls itself what scanners do. Every
// browser says something.
func scanner(agent string) bool {
	agent = strings.ToLower(agent)
	for _, known := range agents {
		if strings.Contains(agent, known) {
			return true
		}
	}
	return agent == ""
}
