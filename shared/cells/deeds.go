package cells

import (
	"bytes"

	"heed/shared/heed"
)

// Deeds counts what customers did (heed.Bought, heed.Left), each touchpoint once.
type Deeds struct {
	Joined  uint64            // scopes that were first heard of (heed.Row.First), whatever they did
	Left    uint64            // times somebody left
	Bought  uint64            // times somebody bought
	Again   uint64            // of these, not by somebody first heard of then
	Joining uint64            // sum of the days, since 1970, on which they joined
	Leaving uint64            // likewise left
	Amounts map[string]Amount // what was bought for, by currency
}

// An Amount is the sums of some amounts above 0, in minor units.
type Amount struct {
	N       uint64
	Sum     Uint128
	Squares Uint128
}

// A happening is a touchpoint on the day it was decided, in any program.
type happening struct {
	day heed.Day
	id  heed.TouchpointID
}

// A deed is what one touchpoint says of its customer.
type deed struct {
	row      heed.RowID // that it was taken from
	did      heed.Deed
	first    bool
	amount   int64
	currency string
	dims     [len(doers)]string
}

// doers are the dimensions that cells of heed.EveryProgram are of.
var doers = [...]string{"cohort", "product", "stage"}

// note remembers what the row's customer did. Of several rows of one touchpoint,
// which differ in nothing but their programs' stages, the one whose id comes
// first speaks, so that their order does not matter.
func (m *making) note(row *heed.Row) {
	did := heed.DeedOf(row.Kind)
	if did != heed.Bought && did != heed.Left && !row.First {
		return
	}
	what := happening{row.Day, row.ID.Touchpoint()}
	was, known := m.deeds[what]
	if known && bytes.Compare(was.row[:], row.ID[:]) <= 0 {
		was.first = was.first || row.First
		m.deeds[what] = was
		return
	}
	d := deed{row: row.ID, did: did, first: row.First || was.first, amount: row.Amount, currency: row.Currency}
	for i, name := range doers {
		d.dims[i] = valueOf(row.Dims, name)
	}
	m.deeds[what] = d
}

// do adds a deed to the cells of its day.
func (m *making) do(day heed.Day, d *deed) {
	key := Key{Program: heed.EveryProgram, Day: day}
	m.at(key).Deeds.count(day, d)
	for i, value := range d.dims {
		if value != "" {
			key.Dim, key.Value = doers[i], value
			m.at(key).Deeds.count(day, d)
		}
	}
}

func (d *Deeds) count(day heed.Day, one *deed) {
	if one.first {
		d.Joined++
		d.Joining += uint64(day)
	}
	switch one.did {
	case heed.Left:
		d.Left++
		d.Leaving += uint64(day)
	case heed.Bought:
		d.Bought++
		if !one.first {
			d.Again++
		}
		if one.amount > 0 && one.currency != "" {
			n := uint64(one.amount)
			put(&d.Amounts, one.currency, d.Amounts[one.currency].plus(Amount{1, Uint128{Lo: n}, Mul64(n, n)}))
		}
	}
}

// counts lists the counts in the order they are stored in.
func (d *Deeds) counts() [6]*uint64 {
	return [...]*uint64{&d.Joined, &d.Left, &d.Bought, &d.Again, &d.Joining, &d.Leaving}
}

func (d *Deeds) merge(o *Deeds) {
	mine, theirs := d.counts(), o.counts()
	addAll(mine[:], theirs[:])
	join(&d.Amounts, o.Amounts, Amount.plus)
}

// subtract reports whether nothing fell below 0.
func (d *Deeds) subtract(o *Deeds) bool {
	mine, theirs := d.counts(), o.counts()
	return takeAll(mine[:], theirs[:]) && take(d.Amounts, o.Amounts, Amount.minus)
}

func (d *Deeds) empty() bool {
	for _, n := range d.counts() {
		if *n > 0 {
			return false
		}
	}
	return hollow(d.Amounts)
}

func (d *Deeds) append(data []byte) []byte {
	for _, n := range d.counts() {
		data = appendCount(data, *n)
	}
	currencies := held(d.Amounts)
	data = appendCount(data, uint64(len(currencies)))
	for _, currency := range currencies {
		a := d.Amounts[currency]
		data = append(appendCount(data, uint64(len(currency))), currency...)
		data = appendNumber(appendNumber(appendCount(data, a.N), a.Sum), a.Squares)
	}
	return data
}

func (d *Deeds) read(r *reader) {
	for _, n := range d.counts() {
		*n = r.count()
	}
	last := ""
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		currency := r.text(r.count())
		a := Amount{r.count(), r.number(), r.number()}
		r.must((i == 0 || last < currency) && a != Amount{})
		put(&d.Amounts, currency, a)
		last = currency
	}
}

func (a Amount) plus(o Amount) Amount {
	return Amount{a.N + o.N, a.Sum.Add(o.Sum), a.Squares.Add(o.Squares)}
}

func (a Amount) minus(o Amount) (Amount, bool) {
	held := a.N >= o.N && a.Sum.Cmp(o.Sum) >= 0 && a.Squares.Cmp(o.Squares) >= 0
	return Amount{a.N - o.N, a.Sum.Sub(o.Sum), a.Squares.Sub(o.Squares)}, held
}
