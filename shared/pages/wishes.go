package pages

import "heed/shared/heed"

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
	choice markup = ` form="choice"`
	wish   markup = ` form="wish"`
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
func (p *dressed) option(f Field, o option, chosen bool, form markup) {
	p.put(`<label class="choice"><input type="radio" required name="`).text(string(f)).put(`" value="`).text(o.value).put(`"`)
	p.when(chosen, ` checked`).put(form).put(`><span>`).text(o.label).put(`</span></label>`)
}

// blind is a choice that nobody sees, as decoy is on a scale.
func (p *dressed) blind(f Field) {
	p.put(`<input type="radio" name="`).text(string(f)).put(`" value="-" class="none" tabindex="-1" aria-hidden="true"`).put(choice).put(`>`)
}

// save is the button that sends what is chosen, in both its kinds.
func (p *dressed) save(label, page string) {
	p.put(`<button type="button" class="live" data-sends="choice" data-page="`).text(page).put(`">`).text(label)
	p.put(`</button><noscript><form id="choice" method="post" action="?" autocomplete="off">`)
	p.hidden(page).put(`</form><button form="choice">`).text(label).put(`</button></noscript>`)
}

// wishes are buttons that each send a value of their own, in both their kinds.
func (p *dressed) wishes(f Field, page string, quiet bool) {
	list := p.options(f)
	for _, o := range list {
		p.put(`<button type="button" class="live`).when(quiet, ` quiet`).put(`" data-sends="value" data-page="`).text(page)
		p.put(`" name="`).text(string(f)).put(`" value="`).text(o.value).put(`">`).text(o.label).put(`</button>`)
	}
	p.put(`<noscript><form id="wish" method="post" action="?" autocomplete="off">`).hidden(page).put(`</form>`)
	for _, o := range list {
		p.put(`<button form="wish"`).when(quiet, ` class="quiet"`)
		p.put(` name="`).text(string(f)).put(`" value="`).text(o.value).put(`">`).text(o.label).put(`</button>`)
	}
	p.put(`</noscript>`)
}
