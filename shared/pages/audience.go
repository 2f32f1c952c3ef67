package pages

import "strconv"

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
var bands = []markup{"0", "1–2", "3–5", "6–12", "13–29", "30 and more"}

// rates is the response by class, which few want to see each day.
func (p *board) rates(d *RatesData) {
	if len(d.Classes) == 0 {
		return
	}
	p.put(`<details><summary>Who answers</summary>`)
	if d.Evenness != nil && d.Spread != nil {
		p.put(`<p>Beyond what chance makes of small numbers, response rates differ by `).text(points(100 * *d.Spread))
		p.put(` (standard deviation). Their evenness is `).text(strconv.FormatFloat(*d.Evenness, 'f', 2, 64))
		p.put(`; at 1 all answer alike (R-indicator).</p>`)
	}
	p.put(`<table class="classes"><thead><tr><th scope="col">Touchpoint</th><th scope="col">In 90 days before</th><th scope="col" class="rate">Touchpoints</th><th scope="col">Asked</th><th scope="col">Answered</th><th scope="col">Rate</th></tr></thead><tbody>`)
	for _, c := range d.Classes {
		p.put(`<tr><th scope="row"><bdi>`).text(c.Kind).put(`</bdi></th><td>`).put(bands[min(int(c.Band), len(bands)-1)]).put(`</td><td class="rate">`)
		p.text(count(c.Touchpoints)).put(`</td><td>`).text(count(c.Asked)).put(`</td><td>`).text(count(c.Answered)).put(`</td><td>`).text(rate(c.Rate)).put(`</td></tr>`)
	}
	p.put(`</tbody></table></details>`)
}

// points writes a number of percentage points.
func points(x float64) string {
	if s := strconv.FormatFloat(x, 'f', 0, 64); s != "1" {
		return s + " points"
	}
	return "1 point"
}
