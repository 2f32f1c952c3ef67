package boards

import (
	"cmp"
	"io"
	"strconv"
	"time"

	"heed/shared/heed"
	"heed/shared/markup"
)

// SourcesData is what came to the doors of all sources.
type SourcesData struct {
	Frame
	Sources []SourceData
}

// SourceData is what came to a source's door.
type SourceData struct {
	Name, Type string
	Address    string     // to which it posts
	Delivered  time.Time  // when its last delivery came, shown in its own location; zero if none did in 35 days
	Happened   time.Time  // when its newest touchpoint happened, likewise
	Today      heed.Tally // so far
	Week       heed.Tally // of seven days, today included
	Trouble    heed.Trouble
	Troubled   time.Time // when its vendor was last asked in vain, likewise; why is in Trouble
	Recent     bool      // that is not long ago
}

// Sources shows of each source where it posts, what came of it, and what to do
// about what did not.
func Sources(w io.Writer, d *SourcesData) error {
	p := &board{}
	p.begin(&d.Frame, "Sources")
	p.Put(`<p class="soft">What came in by webhooks`)
	if d.Zone != "" {
		p.Put(`, days as in `).Text(d.Zone)
	}
	p.Put(`</p>`)
	if len(d.Sources) == 0 {
		p.Put(`<p class="empty">Nobody may post anything yet. Sources are written in <code>surveys.yaml</code>.</p>`)
	}
	for i := range d.Sources {
		p.source(&d.Sources[i], i)
	}
	p.Put(`<footer class="soft"><p>Counts come in with the first, second, fourth, eighth … delivery of a minute; what came since, at most as many again, waits for the next of them. What a process has counted and not handed on when it ends is missing here; nothing else is: every touchpoint is stored before its delivery is answered.</p>`)
	p.Put(`<p>The delay is from when a touchpoint happened, by the source’s clock, to when it came here. In half of all cases it was this or less.</p></footer>`)
	p.end()
	return p.To(w)
}

// vendors are the types of sources as their makers write them.
var vendors = map[string]string{
	"freshdesk": "Freshdesk", "helpscout": "Help Scout", "hubspot": "HubSpot", "intercom": "Intercom",
	"jira": "Jira Service Management", "mapped": "Mapped by surveys.yaml", "pipedrive": "Pipedrive", "salesforce": "Salesforce",
	"standard": "Standard Webhooks", "zendesk": "Zendesk",
}

func (p *board) source(d *SourceData, i int) {
	p.Put(`<article class="source" aria-labelledby="s`).Num(i).Put(`"><div class="what"><h2 id="s`).Num(i).Put(`">`).Text(d.Name)
	p.Put(`</h2><p class="ask">`).Text(cmp.Or(vendors[d.Type], d.Type)).Put(`</p></div>`)
	p.missing(d)
	p.unasked(d)
	p.Put(`<div class="where"><h3>Posts to</h3><pre>`).Text(d.Address).Put(`</pre><dl>`)
	p.instant("Last delivery", d.Delivered, "none in 35 days")
	p.instant("Newest touchpoint", d.Happened, "none in 35 days")
	p.Put(`<dt>Median delay</dt><dd>`).Text(delay(d.Week.Median())).Put(`</dd></dl></div>`)
	if !d.Delivered.IsZero() {
		p.came(d)
	}
	if d.Week.AllRejected() > 0 {
		p.rejected(d)
	}
	p.Put(`</article>`)
}

func (p *board) instant(name string, at time.Time, never string) {
	p.Put(`<dt>`).Text(name).Put(`</dt><dd>`)
	if at.IsZero() {
		p.Text(never).Put(`</dd>`)
		return
	}
	p.Put(`<time datetime="`).Text(at.Format(time.RFC3339)).Put(`">`).Text(at.Format("2 Jan 2006, 15:04")).Put(`</time></dd>`)
}

// aheadOfUs is how far a source's clock may be ahead of ours unremarked.
const aheadOfUs = 5 * time.Minute

// missing says what a source still lacks.
func (p *board) missing(d *SourceData) {
	page := "docs/sources/" + d.Type + ".md"
	switch {
	case d.Delivered.IsZero():
		p.Put(`<p class="notice" role="note">Nothing has come yet. <code>`).Text(page).Put(`</code> says where to put the address below, and the source’s secret.</p>`)
	case d.Week.Deliveries > 0 && d.Week.AllRejected() == d.Week.Deliveries:
		p.Put(`<p class="notice" role="note">Every delivery of these seven days was rejected. Why, and what to do, stands below.</p>`)
	case d.Today.Deliveries > 0 && d.Today.AllRejected() == d.Today.Deliveries:
		p.Put(`<p class="notice" role="note">Every delivery of today was rejected. Why, and what to do, stands below.</p>`)
	case d.Week.Deliveries == 0:
		p.Put(`<p class="notice" role="note">Nothing has come for seven days. Vendors stop posting where deliveries failed for long: see whether the webhook is still switched on there.</p>`)
	case d.Happened.Sub(d.Delivered) > aheadOfUs:
		p.Put(`<p class="notice" role="note">The newest touchpoint lies in the future of the last delivery: the source’s clock is wrong, or the one here.</p>`)
	case d.Week.Touchpoints == 0 && d.Week.Kept > 0:
		p.Put(`<p class="notice" role="note">Deliveries come, and none says what happened to a customer. <a href="/api/kept">Here</a> is what is missing in each; <code>`).Text(page).Put(`</code> says what to post.</p>`)
	case d.Week.Touchpoints == 0:
		p.Put(`<p class="notice" role="note">Deliveries come, but nothing that happened to a customer. <code>`).Text(page).Put(`</code> says which events to subscribe to.</p>`)
	}
}

// came is the table of what became of the deliveries.
func (p *board) came(d *SourceData) {
	p.Put(`<table class="came"><thead><tr><th scope="col"><span class="away">What</span></th><th scope="col">Today</th><th scope="col">7 days</th></tr></thead><tbody>`)
	p.counts(`Deliveries`, ``, d.Today.Deliveries, d.Week.Deliveries)
	p.counts(`Touchpoints`, `that they made`, d.Today.Touchpoints, d.Week.Touchpoints)
	p.counts(`Of no interest`, `understood, and nothing to ask about`, d.Today.Idle, d.Week.Idle)
	var kept markup.Markup = `not, or not all of it, understood`
	if d.Week.Kept > 0 {
		kept = `not, or not all of it, understood: <a href="/api/kept">they are listed here</a>, each for 30 days; <code>heed replay ID</code> reads one anew`
	}
	p.counts(`Kept`, kept, d.Today.Kept, d.Week.Kept)
	p.counts(`Rejected`, ``, d.Today.AllRejected(), d.Week.AllRejected())
	if asked := d.Week.AllVain(); asked > 0 {
		p.counts(`Asked in vain`, `times that a touchpoint waited for the vendor to say whose it is`, d.Today.AllVain(), asked)
		p.counts(`Unresolved`, `touchpoints that waited in vain for hours: nobody is asked about them`, d.Today.Unresolved, d.Week.Unresolved)
	}
	p.Put(`</tbody></table>`)
}

func (p *board) counts(name, note markup.Markup, today, week uint64) {
	p.Put(`<tr><th scope="row">`).Put(name)
	if note != "" {
		p.Put(` <span class="soft">`).Put(note).Put(`</span>`)
	}
	p.Put(`</th><td>`).Text(count(today)).Put(`</td><td>`).Text(count(week)).Put(`</td></tr>`)
}

// refusals say each rejection as an operator would, and what to do about it.
var refusals = [heed.Rejections]struct{ name, do markup.Markup }{
	heed.RejectedUnsigned: {`Not signed`, `The signature, or the secret, was not there or could not be read. Give the vendor’s webhook its secret, and see that nothing on the way takes headers off.`},
	heed.RejectedForged:   {`Signature does not match`, `The secret there and the one here differ, or somebody else posts. If it was changed there, change it here too.`},
	heed.RejectedStale:    {`Timestamp too far off`, `A very late retry, somebody who repeats what they overheard, or a sender whose clock is wrong.`},
	heed.RejectedType:     {`Not JSON, XML or a form`, `Set the webhook’s content type to application/json, in UTF-8.`},
	heed.RejectedSize:     {`Too large`, `A delivery has at most 1 MiB. Post fewer events at once, or a shorter template.`},
	heed.RejectedBody:     {`Broken off`, `The body did not arrive whole. The vendor posts it again.`},
	heed.RejectedSecret:   {`No secret here`, `This source has no signing secret that can be read. Set it; until then the vendor is told to try again later.`},
	heed.RejectedTrouble:  {`Trouble here`, `It could not be stored, or something else went wrong; the log says what. The vendor is told to try again later.`},
}

// rejected lists why deliveries were.
func (p *board) rejected(d *SourceData) {
	p.Put(`<table class="why"><thead><tr><th scope="col">Rejected because</th><th scope="col">Today</th><th scope="col">7 days</th></tr></thead><tbody>`)
	for i, n := range d.Week.Rejected {
		if n > 0 {
			p.counts(refusals[i].name, refusals[i].do, d.Today.Rejected[i], n)
		}
	}
	p.Put(`</tbody></table>`)
}

// delay says in which span of heed.DelaySpan half of the delays are.
func delay(i int) string {
	if i < 0 {
		return "not known"
	}
	from, until := heed.DelaySpan(i)
	unit, name := time.Second, "s"
	switch {
	case from >= 48*time.Hour:
		unit, name = 24*time.Hour, "days"
	case from >= time.Hour:
		unit, name = time.Hour, "h"
	case from >= time.Minute:
		unit, name = time.Minute, "min"
	}
	in := func(d time.Duration) string { return strconv.Itoa(int(d.Round(unit) / unit)) }
	switch {
	case from == 0:
		return "under a second"
	case until == 0:
		return "more than " + in(from) + " " + name
	}
	return "about " + in(from) + " to " + in(until) + " " + name
}
