package pages

import (
	"heed/shared/heed"
	"heed/shared/markup"
)

// A Field is what a customer wishes on the preferences pages, by the name that
// it is sent under.
type Field string

// The fields.
const (
	OftenField  Field = "often"  // how often to be asked
	MailField   Field = "mail"   // a link to what is known
	DeleteField Field = "delete" // the end of it
)

// choice and wish make a field belong to a form that is there only where no
// script runs: of what is chosen, and of what one button says.
const (
	choice markup.Markup = ` form="choice"`
	wish   markup.Markup = ` form="wish"`
)

// An option is one value of a field.
type option struct{ value, label string }

func (p *dressed) options(f Field) []option {
	say := &p.say.Peace
	switch f {
	case MailField:
		return []option{{"export", say.Export}, {"forget", say.Forget}}
	case DeleteField:
		return []option{{"yes", say.Delete}}
	}
	return []option{{heed.AsUsual.String(), say.Usual}, {heed.Less.String(), say.Less}, {heed.Never.String(), say.Never}}
}

// option is one that can be chosen. The attribute form is of its radio button.
func (p *dressed) option(f Field, o option, chosen bool, form markup.Markup) {
	p.Put(`<label class="choice"><input type="radio" required name="`).Text(string(f)).Put(`" value="`).Text(o.value).Put(`"`)
	p.When(chosen, ` checked`).Put(form).Put(`><span>`).Text(o.label).Put(`</span></label>`)
}

// blind is a choice that nobody sees, as decoy is on a scale.
func (p *dressed) blind(f Field) {
	p.Put(`<input type="radio" name="`).Text(string(f)).Put(`" value="-" class="none" tabindex="-1" aria-hidden="true"`).Put(choice).Put(`>`)
}

// save is the button that sends what is chosen, in both its kinds.
func (p *dressed) save(label, page string) {
	p.Put(`<button type="button" class="live" data-sends="choice" data-page="`).Text(page).Put(`">`).Text(label)
	p.Put(`</button><noscript><form id="choice" method="post" action="?" autocomplete="off">`)
	p.hidden(page).Put(`</form><button form="choice">`).Text(label).Put(`</button></noscript>`)
}

// wishes are buttons that each send a value of their own, in both their kinds.
func (p *dressed) wishes(f Field, page string, quiet bool) {
	list := p.options(f)
	for _, o := range list {
		p.Put(`<button type="button" class="live`).When(quiet, ` quiet`).Put(`" data-sends="value" data-page="`).Text(page)
		p.Put(`" name="`).Text(string(f)).Put(`" value="`).Text(o.value).Put(`">`).Text(o.label).Put(`</button>`)
	}
	p.Put(`<noscript><form id="wish" method="post" action="?" autocomplete="off">`)
	p.hidden(page).Put(`</form>`)
	for _, o := range list {
		p.Put(`<button form="wish"`).When(quiet, ` class="quiet"`)
		p.Put(` name="`).Text(string(f)).Put(`" value="`).Text(o.value).Put(`">`).Text(o.label).Put(`</button>`)
	}
	p.Put(`</noscript>`)
}
