package boards

import (
	"net/url"
	"strconv"

	"heed/shared/markup"
)

// AuditData is how many the draw chose, and how many it should have chosen.
type AuditData struct {
	Drawn    uint64
	Expected float64
	Alarm    bool // chance does not explain the difference
}

// RatesData is how evenly those asked answered. Spread, the standard deviation
// of the rates, and Evenness, the R-indicator, are nil where there are too few
// classes.
type RatesData struct {
	Classes          []ClassData
	Spread, Evenness *float64
}

// ClassData is the touchpoints of one kind whose customers were equally busy.
type ClassData struct {
	Kind                         string
	Band                         uint8 // of heed.Decision.Band
	Touchpoints, Asked, Answered uint64
	Rate                         float64 // 0 to 1
}

// bands says how busy the customers of each band are.
var bands = []markup.Markup{"0", "1–2", "3–5", "6–12", "13–29", "30 and more"}

// rates is the response by class, which few want to see each day.
func (p *board) rates(d *RatesData, behind string) {
	if len(d.Classes) == 0 {
		return
	}
	p.Put(`<details><summary>Who answers, and who does not</summary>`)
	if d.Evenness != nil && d.Spread != nil {
		p.Put(`<p>Beyond what chance makes of small numbers, response rates differ by `).Text(points(100 * *d.Spread))
		p.Put(` (standard deviation). Their evenness is `).Text(strconv.FormatFloat(*d.Evenness, 'f', 2, 64))
		p.Put(`; at 1 all answer alike (R-indicator).</p>`)
	}
	p.Put(`<table class="classes"><caption class="away">Answers by kind of touchpoint and by how busy the customer was</caption><thead><tr><th scope="col">Touchpoint</th><th scope="col">In 90 days before</th><th scope="col" class="rate">Touchpoints</th><th scope="col">Asked</th><th scope="col">Answered</th><th scope="col">Rate</th></tr></thead><tbody>`)
	for _, c := range d.Classes {
		p.Put(`<tr><th scope="row"><bdi>`).Text(c.Kind).Put(`</bdi></th><td>`).Put(bands[min(int(c.Band), len(bands)-1)]).Put(`</td><td class="rate">`)
		of := ofClass(behind, &c)
		p.number(count(c.Touchpoints), of, all)
		p.Put(`</td><td>`)
		p.number(count(c.Asked), of, asked)
		p.Put(`</td><td>`)
		p.number(count(c.Answered), of, answered)
		p.Put(`</td><td>`).Text(rate(c.Rate)).Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></details>`)
}

// ofClass is where the touchpoints of a class are.
func ofClass(behind string, c *ClassData) string {
	if behind == "" {
		return ""
	}
	return behind + "&" + url.Values{"kind": {c.Kind}, "band": {strconv.Itoa(int(c.Band))}}.Encode()
}

// points writes a number of percentage points.
func points(x float64) string {
	if s := strconv.FormatFloat(x, 'f', 0, 64); s != "1" {
		return s + " points"
	}
	return "1 point"
}
