package simulation

// A burden is what the asking costs the asked.
type burden struct {
	mails int
	most  int     // to one customer in a quarter, of any 90 days
	twice float64 // share of all customers who had more than one in a quarter
}

// quarter is in seconds.
const quarter = 90 * daySeconds

func (w *world) burden() burden {
	var b burden
	mails := make([][]int64, len(w.people)) // when each was mailed, in the quarter that ends now
	most := make([]int, len(w.people))
	for j := range w.rows {
		if !asked(&w.rows[j]) {
			continue
		}
		b.mails++
		who, now := w.moments[j].who, w.moments[j].second
		lately := append(mails[who], now)
		for now-lately[0] >= quarter {
			lately = lately[1:]
		}
		mails[who], most[who] = lately, max(most[who], len(lately))
	}
	often := 0
	for _, n := range most {
		b.most = max(b.most, n)
		if n > 1 {
			often++
		}
	}
	b.twice = float64(often) / float64(len(w.people))
	return b
}
