package boards

import (
	"io"
	"time"

	"heed/shared/heed"
)

// CustomersData is where a customer is looked for.
type CustomersData struct {
	Frame
	Sources []string // names of all
	Says    string   // why the one looked for was not found; "" if nobody was
}

// Customers asks whom to look for.
func Customers(w io.Writer, d *CustomersData) error {
	p := &board{}
	p.begin(&d.Frame, "Customers")
	if d.Says != "" {
		p.Put(`<p class="notice" role="alert">`).Text(sentence(d.Says)).Put(`.</p>`)
	}
	p.Put(`<form method="post" action="/customers" class="choice"><label>Mail address, or an id as a source gives it <input name="who" required maxlength="320" size="36" autocomplete="off" spellcheck="false" autocapitalize="none"></label><button>Find</button></form>`)
	p.Put(`<footer class="soft"><p>Who was never asked is known by a keyed hash alone: an address finds them, and nobody finds their address.</p>`)
	p.Put(`<p>An id finds customers of sources that send no addresses. Where several sources may give the same id, write which one, as in <code>source:42</code>`)
	for i, name := range d.Sources {
		if i == 0 {
			p.Put(`. Sources: `)
		} else {
			p.Put(`, `)
		}
		p.Put(`<bdi>`).Text(name).Put(`</bdi>`)
	}
	p.Put(`.</p><p>Where peace is kept by account, a customer is found once their account asked them, or they said how often they want to be asked.</p></footer>`)
	p.end()
	return p.To(w)
}

// CustomerData is what is known of one customer. Days are written out, "" where
// there is none.
type CustomerData struct {
	Frame
	Hash             heed.Hash
	Addresses, Names []string
	Often            string // usual, less or never
	Suppressed       string // unsubscribed, bounced or complained; "" if nothing keeps them
	QuietUntil       string
	Since            string
	GoesOn           string // path of the page of who they have become; "" if they are themselves
	Sums             *LifeSums
	Life             []LivedData
	Later            bool   // it is not the first page
	Next             string // path of the next page; "" if this is the last
}

// LifeSums are of the latest touchpoints, as many as were looked at.
type LifeSums struct {
	Looked    int
	All       bool     // there are no others
	Value     []string // what they bought for, by currency
	Purchases int
	Left      time.Time // when they last did; zero if they did not
}

// LivedData is a touchpoint, what its source measured, and what became of it.
type LivedData struct {
	RowData
	Facts     [][2]string
	Decisions []DecisionData
}

// oftens says how often a customer is asked.
var oftens = map[string]string{"usual": "as others are", "less": "less than others, as they wished", "never": "never"}

// ForgottenData is what forgetting a customer did.
type ForgottenData struct {
	Frame
	Rows  int
	Stays []string
	Hash  heed.Hash
}

// Forgotten says that a customer is forgotten, and what stays.
func Forgotten(w io.Writer, d *ForgottenData) error {
	p := &board{}
	p.begin(&d.Frame, "Forgotten")
	p.Put(`<p>What named this customer and what they said is taken out of `).Text(count(uint64(d.Rows))).Put(` rows.</p><p>What stays:</p><ul>`)
	for _, s := range d.Stays {
		p.Put(`<li>`).Text(s).Put(`</li>`)
	}
	p.Put(`</ul><p><a href="`).Text(CustomersPath + "/" + d.Hash.String()).Put(`">What is left of them</a></p>`)
	p.end()
	return p.To(w)
}
