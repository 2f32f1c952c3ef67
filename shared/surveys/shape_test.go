package surveys

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"heed/shared/heed"
	"heed/shared/words"
)

// The shape of surveys.yaml, from which its schema for editors is made. It is
// here and not beside the reader because only editors need it: no function
// carries a schema library. TestSchemaHasTheKeys holds the two together.

type file struct {
	Brand      brandShape     `json:"brand" jsonschema:"Whose name and colour the customer sees."`
	Timezone   string         `json:"timezone,omitempty" jsonschema:"Where days begin, in scores and reports: a name of the IANA time zone database, such as Europe/Berlin. Default: UTC."`
	Mails      *mailsShape    `json:"mails,omitempty" jsonschema:"When mails may go, by the customer's clock where it is known, else by the one of timezone. Default: at any time."`
	Quiet      days           `json:"quiet,omitempty" jsonschema:"How many days one invitation keeps its scope in peace: no other goes to it, from any program. 90d or 90, at most 730. Default: 90d."`
	Holdout    share          `json:"holdout,omitempty" jsonschema:"The share of scopes that is never asked, to compare the others with. 5% or 0.05, at most 50%. Default: none."`
	Scope      string         `json:"scope,omitempty" jsonschema:"Whose peace a quiet period keeps: the customer's, or that of the whole account, which is the customer's company. Default: customer."`
	Exclude    *excludeShape  `json:"exclude,omitempty" jsonschema:"Touchpoints that are counted and never asked about."`
	Issues     []issueShape   `json:"issues,omitempty" jsonschema:"What customers come with or write of, in order, at most 100. It is looked for in subjects, tags and comments. Default: nothing."`
	Dimensions []string       `json:"dimensions,omitempty" jsonschema:"What scores can be broken down by, and all that is kept of a touchpoint for it. Default: stage, team, product, source, channel."`
	Sources    []sourceShape  `json:"sources" jsonschema:"The CRMs and helpdesks that may post webhooks."`
	Programs   []programShape `json:"programs" jsonschema:"The questions and who is asked them, in order of priority: where several are for the same touchpoint, the first decides first."`
	Notify     *notifyShape   `json:"notify,omitempty" jsonschema:"Whom in the team Heed writes to. Default: nobody."`
}

type issueShape struct {
	Name  string   `json:"name" jsonschema:"What pages and exports call the issue, at most 40 characters."`
	Tags  []string `json:"tags,omitempty" jsonschema:"Tags, any of which a touchpoint has that is about it, as the source writes them. This or words is needed."`
	Words []string `json:"words,omitempty" jsonschema:"Words, any of which stands in subjects and comments that are about it, in whatever form: invoice finds invoices and invoiced. Each one word to four that follow each other, in any language. This or tags is needed."`
}

type notifyShape struct {
	Digest   []string `json:"digest,omitempty" jsonschema:"Mail addresses that get the week's scores with their pictures, at most 20."`
	Alerts   []string `json:"alerts,omitempty" jsonschema:"Mail addresses that are told at once of what can't wait: a low score, one of the keywords, a source gone silent, mails that bounce. At most 20."`
	Keywords []string `json:"keywords,omitempty" jsonschema:"Words in a comment that make an alert of it, in whatever form, each one word to four."`
}

type brandShape struct {
	Name    string   `json:"name" jsonschema:"The name on mails and pages, at most 80 characters."`
	Color   string   `json:"color,omitempty" jsonschema:"The colour of buttons, as #rrggbb in quotes. Default: #2457d6."`
	Logo    string   `json:"logo,omitempty" jsonschema:"A picture shown instead of the name, by its https address. Default: the name."`
	Sender  string   `json:"sender,omitempty" jsonschema:"The address that mails come from, at the domain that the deployment sends from. Default: the deployment's own."`
	Address string   `json:"address,omitempty" jsonschema:"Your postal address, at the end of each mail, as some laws want it. At most 160 characters."`
	Locale  string   `json:"locale,omitempty" jsonschema:"The language of customers of whom none is known, such as de. Default: en."`
	Review  string   `json:"review,omitempty" jsonschema:"Where anybody may review you in public, by its https address. It is shown after every answer, whatever the score. Default: nowhere."`
	Domains []string `json:"domains,omitempty" jsonschema:"Your own mail domains. Addresses there and at their subdomains are never asked."`
}

type ownBrand struct {
	Name    string `json:"name,omitempty" jsonschema:"The name on mails and pages, at most 80 characters."`
	Color   string `json:"color,omitempty" jsonschema:"The colour of buttons, as #rrggbb in quotes."`
	Logo    string `json:"logo,omitempty" jsonschema:"A picture shown instead of the name, by its https address."`
	Sender  string `json:"sender,omitempty" jsonschema:"The address that mails come from, at the domain that the deployment sends from."`
	Address string `json:"address,omitempty" jsonschema:"Your postal address, at the end of each mail. At most 160 characters."`
	Locale  string `json:"locale,omitempty" jsonschema:"The language of customers of whom none is known, such as de."`
	Review  string `json:"review,omitempty" jsonschema:"Where anybody may review you in public, by its https address."`
}

type mailsShape struct {
	Hours string   `json:"hours,omitempty" jsonschema:"From when to when of a day: 9:00-18:00."`
	Days  []string `json:"days,omitempty" jsonschema:"On which days of the week: [mon, tue, wed, thu, fri]. Default: on all."`
}

type labelsShape struct {
	Low  says `json:"low,omitempty" jsonschema:"What the lowest score means, at most 40 characters."`
	High says `json:"high,omitempty" jsonschema:"What the highest score means, at most 40 characters."`
}

type thirdsShape struct {
	Low    says `json:"low,omitempty" jsonschema:"After a low score: 0 to 6 of nps, 1 and 2 of csat, 1 to 3 of ces. At most 300 characters."`
	Middle says `json:"middle,omitempty" jsonschema:"After a middling one: 7 and 8 of nps, 3 of csat, 4 of ces."`
	High   says `json:"high,omitempty" jsonschema:"After a high one."`
}

type excludeShape struct {
	Tags []string `json:"tags,omitempty" jsonschema:"Touchpoints with any of these tags are not asked about."`
}

type sourceShape struct {
	Name string `json:"name" jsonschema:"The source posts to /hooks/{name}. 1 to 32 of a-z, 0-9 and -."`
	Type string `json:"type" jsonschema:"Whose deliveries these are; standard for whatever signs by the Standard Webhooks specification, mapped for any other JSON."`

	API          string            `json:"api,omitempty" jsonschema:"Where the vendor is asked for what deliveries leave out: https://acme.zendesk.com. For zendesk, intercom, helpscout, jira, hubspot and pipedrive. Default: the vendor's usual place, if there is one."`
	Organization string            `json:"organization,omitempty" jsonschema:"The id of your own organization, of salesforce alone: 15 or 18 letters and digits that begin with 00D."`
	Product      string            `json:"product,omitempty" jsonschema:"The path of the product in the vendor's event, such as detail.custom_fields.product. For the vendors."`
	Kinds        map[string]string `json:"kinds,omitempty" jsonschema:"What your own stages, statuses or events mean: the vendor's word, and the kind of touchpoint. For all but standard."`
	Verify       *verifyShape      `json:"verify,omitempty" jsonschema:"How the sender proves who it is. For mapped, which needs it."`
	Each         string            `json:"each,omitempty" jsonschema:"The path of the list of events in a body. For mapped. Default: a body is one event."`
	Fields       *fieldsShape      `json:"fields,omitempty" jsonschema:"The paths of a touchpoint's fields in one event. For mapped, which needs it."`
	Amounts      string            `json:"amounts,omitempty" jsonschema:"Whether the sender writes amounts in major units, 12.50, or in minor ones, 1250. For mapped. Default: major."`
}

type verifyShape struct {
	Secret    string `json:"secret,omitempty" jsonschema:"Where the secret itself is shown: the name of a header, basic for the password of Basic authentication, bearer for a bearer token, or url for ?key= in the address."`
	Hmac      string `json:"hmac,omitempty" jsonschema:"The hash of the HMAC that is the signature."`
	Header    string `json:"header,omitempty" jsonschema:"The header of the signature."`
	Prefix    string `json:"prefix,omitempty" jsonschema:"What stands before the signature, or the secret, in its header: sha256=."`
	Encoding  string `json:"encoding,omitempty" jsonschema:"How the signature is written: hex or base64. Default: hex."`
	Timestamp string `json:"timestamp,omitempty" jsonschema:"The header of the time that is signed, in seconds or milliseconds since 1970 or as ISO 8601."`
	ID        string `json:"id,omitempty" jsonschema:"The header of the delivery's id, if that is signed."`
	Signed    string `json:"signed,omitempty" jsonschema:"What is signed: {body} and, where they are signed too, {timestamp}, {id}, {method} and {url}, with what stands between. Default: {body}."`
	Key       string `json:"key,omitempty" jsonschema:"How the secret is written: as text, or as hex or base64 of the key. Default: text."`
}

type fieldsShape struct {
	Kind       string `json:"kind" jsonschema:"What happened: a kind such as ticket.solved, or a word that kinds knows."`
	Object     string `json:"object" jsonschema:"The id of the ticket, deal or contact that it happened to."`
	Occurrence string `json:"occurrence,omitempty" jsonschema:"What tells one time from the next, the same in every retry: how often the ticket was reopened. Default: it happens once."`
	At         string `json:"at" jsonschema:"When it happened: ISO 8601, or seconds or milliseconds since 1970."`
	CustomerID string `json:"customer.id,omitempty" jsonschema:"The sender's id of the customer. This or customer.email is needed."`
	Email      string `json:"customer.email,omitempty" jsonschema:"The customer's address. This or customer.id is needed; nobody without an address is mailed."`
	Name       string `json:"customer.name,omitempty" jsonschema:"The customer's name."`
	Locale     string `json:"customer.locale,omitempty" jsonschema:"The customer's language: BCP 47, or a language's English name."`
	Zone       string `json:"customer.zone,omitempty" jsonschema:"The customer's time zone, as IANA names it: Europe/Berlin."`
	Account    string `json:"customer.account,omitempty" jsonschema:"The id of the customer's company."`
	Team       string `json:"team,omitempty" jsonschema:"The team that did it."`
	Agent      string `json:"agent,omitempty" jsonschema:"Who did it."`
	Product    string `json:"product,omitempty" jsonschema:"The product it was about."`
	Channel    string `json:"channel,omitempty" jsonschema:"How the customer came: email, chat, web."`
	Spoken     string `json:"locale,omitempty" jsonschema:"The language it was held in, where it is not the customer's own."`
	Tags       string `json:"tags,omitempty" jsonschema:"Tags: a list, or a text with spaces or commas between."`
	Subject    string `json:"subject,omitempty" jsonschema:"What it is about, in the customer's or an agent's words: read for issues, and kept nowhere."`
	Created    string `json:"created,omitempty" jsonschema:"When the ticket, deal or contact came to be."`
	Replied    string `json:"replied,omitempty" jsonschema:"When it was first answered."`
	Reopens    string `json:"reopens,omitempty" jsonschema:"How often the ticket was opened again."`
	Handled    string `json:"handled,omitempty" jsonschema:"How long people worked on it, in seconds."`
	Amount     string `json:"amount,omitempty" jsonschema:"What the deal is worth, in the units that amounts says."`
	Currency   string `json:"currency,omitempty" jsonschema:"The currency of the amount: its ISO 4217 code."`
}

type programShape struct {
	Name     string         `json:"name" jsonschema:"What scores and exports call the program. 1 to 32 of a-z, 0-9 and -."`
	Ask      string         `json:"ask" jsonschema:"The kind of question: nps, how likely to recommend, 0 to 10; csat, how satisfied, 1 to 5; ces, how easy, 1 to 7."`
	Style    string         `json:"style,omitempty" jsonschema:"How the answers of csat are shown: numbers, smileys (five faces) or thumbs (down is 1, up is 5). Default: numbers."`
	Brand    *ownBrand      `json:"brand,omitempty" jsonschema:"What this program's mails and pages have of their own instead of what the brand above says."`
	Question says           `json:"question,omitempty" jsonschema:"The question in your own words, at most 300 characters on one line, for all languages or by language: {en: ..., de: ...}. Default: the usual words of its kind, in the customer's language."`
	Subject  says           `json:"subject,omitempty" jsonschema:"The mail's subject in your own words, at most 100 characters. Default: the usual one."`
	Intro    says           `json:"intro,omitempty" jsonschema:"What stands before the question in mails, at most 600 characters. Holes say what stands there where nothing is known: {name|there}, {agent|our team}, {product|our product}. Default: nothing."`
	Labels   *labelsShape   `json:"labels,omitempty" jsonschema:"What the ends of the scale mean, in your own words."`
	Agent    bool           `json:"agent,omitempty" jsonschema:"Whether the question names who helped, where that is a name. Default: false."`
	Follow   *thirdsShape   `json:"follow,omitempty" jsonschema:"What the comment is asked for, by score. Default: the usual words."`
	Thanks   *thirdsShape   `json:"thanks,omitempty" jsonschema:"What is said after the answer, by score. Default: the usual words."`
	Quote    bool           `json:"quote,omitempty" jsonschema:"Whether commenters are asked if the comment may be published. Default: false."`
	When     whenShape      `json:"when" jsonschema:"Which touchpoints the program is for: those that fit every list that is not empty."`
	Stage    string         `json:"stage" jsonschema:"The part of the journey that these touchpoints belong to: pre-sales, onboarding, support, renewal. At most 40 characters."`
	Ceiling  share          `json:"ceiling,omitempty" jsonschema:"No touchpoint's chance of being asked goes above it, so that later ones keep theirs. 30% or 0.3, below 100%. Default: 30%."`
	Rate     share          `json:"rate" jsonschema:"Each touchpoint's chance of being asked, 20% or 0.2, at most the ceiling. 0% asks nobody."`
	Strata   []stratumShape `json:"strata,omitempty" jsonschema:"Parts of these touchpoints with a rate of their own. The first that fits gives the rate; where none does, the program's own."`
	Floor    share          `json:"floor,omitempty" jsonschema:"A budget lowers no rate below it, 1% or 0.01, at most the lowest rate. 0% lets a spent budget ask nobody. Default: 1%, or the lowest rate where that is less."`
	Budget   *budgetShape   `json:"budget,omitempty" jsonschema:"How many mails may be expected at most. Rates are lowered so that it lasts; the draw stays random, so it is kept on average. Default: no bound."`
	Delay    span           `json:"delay,omitempty" jsonschema:"How long after the decision the mail goes: 30m, 1h or 2d, at most 30d. Default: 0."`
	Window   span           `json:"window,omitempty" jsonschema:"How long answers count after the mail: 1h to 90d. Default: 14d."`
	Remind   span           `json:"remind,omitempty" jsonschema:"How long after the mail one reminder goes to who has not answered: 1d to 30d, a day before the window closes at the latest. Default: none."`
	Mails    *mailsShape    `json:"mails,omitempty" jsonschema:"When this program's mails may go, instead of what is said for all."`
	Quiet    days           `json:"quiet,omitempty" jsonschema:"The quiet period that this program's invitations impose, instead of the one for all."`
}

type whenShape struct {
	Kinds   []string `json:"kinds" jsonschema:"What happened, in the source's words: ticket.solved, deal.won, onboarding.done."`
	Sources []string `json:"sources,omitempty" jsonschema:"Names of sources. Default: all."`
	Teams   []string `json:"teams,omitempty" jsonschema:"Names of teams, as the source writes them. Default: all."`
	Tags    []string `json:"tags,omitempty" jsonschema:"Tags, of which the touchpoint must have one. Default: with any tags or none."`
}

type stratumShape struct {
	Name string    `json:"name" jsonschema:"What exports call the stratum. 1 to 32 of a-z, 0-9 and -."`
	When partShape `json:"when" jsonschema:"Which of the program's touchpoints it is for: those that fit every list that is not empty."`
	Rate share     `json:"rate" jsonschema:"Their chance of being asked, 30% or 0.3, at most the program's ceiling. 0% asks nobody."`
}

type partShape struct {
	Kinds   []string `json:"kinds,omitempty" jsonschema:"Some of the program's kinds. Default: all."`
	Sources []string `json:"sources,omitempty" jsonschema:"Names of sources. Default: all."`
	Teams   []string `json:"teams,omitempty" jsonschema:"Names of teams, as the source writes them. Default: all."`
	Tags    []string `json:"tags,omitempty" jsonschema:"Tags, of which the touchpoint must have one. Default: with any tags or none."`
}

type budgetShape struct {
	Day   int `json:"day,omitempty" jsonschema:"Mails a day, in the timezone of the file, at least 1."`
	Month int `json:"month,omitempty" jsonschema:"Mails a calendar month, at least 1."`
}

// Values that may be written as a text or as a number.
type (
	share string
	days  string
	span  string
	says  string // words, or words by language
)

// schema makes the schema of the file's shape. What a schema can't say, such
// as that a source is one of those named above, is left to Load.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.For[file](&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[share](): {AnyOf: []*jsonschema.Schema{
			{Type: "string", Pattern: `^([0-9]+(\.[0-9]+)? *%|[01](\.[0-9]+)?)$`},
			{Type: "number", Minimum: jsonschema.Ptr(0.0), Maximum: jsonschema.Ptr(1.0)},
		}},
		reflect.TypeFor[days](): {AnyOf: []*jsonschema.Schema{
			{Type: "string", Pattern: `^[0-9]{1,3}d?$`},
			{Type: "integer", Minimum: jsonschema.Ptr(0.0), Maximum: jsonschema.Ptr(float64(maxQuiet))},
		}},
		reflect.TypeFor[says](): {AnyOf: []*jsonschema.Schema{
			{Type: "string", MinLength: jsonschema.Ptr(1)},
			{
				Type: "object", MinProperties: jsonschema.Ptr(1), PropertyNames: &jsonschema.Schema{Pattern: `^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`},
				AdditionalProperties: &jsonschema.Schema{Type: "string", MinLength: jsonschema.Ptr(1)},
			},
		}},
		reflect.TypeFor[span](): {AnyOf: []*jsonschema.Schema{
			{Type: "string", Pattern: `^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$`, MinLength: jsonschema.Ptr(2)},
			{Enum: []any{0}},
		}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.Schema = "http://json-schema.org/draft-07/schema#" // what editors know best
	s.Title = "surveys.yaml"
	s.Description = "What Heed asks, whom, when and how often."
	plain(s)
	refine(s)
	return s
}

// plain takes back what Go allows and the file does not: null for a list or
// an object that may be left out.
func plain(s *jsonschema.Schema) {
	if i := slices.Index(s.Types, "null"); i >= 0 {
		s.Type, s.Types = slices.Delete(s.Types, i, i+1)[0], nil
	}
	for _, p := range s.Properties {
		plain(p)
	}
	if s.Items != nil {
		plain(s.Items)
	}
}

// refine adds the bounds that Go's types can't tell.
func refine(s *jsonschema.Schema) {
	at := func(path string) *jsonschema.Schema {
		found := s
		for key := range strings.SplitSeq(path, ".") {
			if found.Items != nil {
				found = found.Items
			}
			found = found.Properties[key]
		}
		return found
	}
	one, text := jsonschema.Ptr(1), func(path string, most int) {
		p := at(path)
		if p.Items != nil {
			p.UniqueItems, p = true, p.Items
		}
		p.MinLength, p.MaxLength = jsonschema.Ptr(1), jsonschema.Ptr(most)
	}
	text("brand.name", maxName)
	text("brand.address", maxAddress)
	text("programs.brand.name", maxName)
	text("programs.brand.address", maxAddress)
	text("programs.stage", maxStage)
	text("programs.when.teams", maxValue)
	text("programs.when.tags", maxValue)
	text("programs.strata.when.teams", maxValue)
	text("programs.strata.when.tags", maxValue)
	text("exclude.tags", maxValue)
	refineIssues(s, at, text)
	at("timezone").Pattern = `^[A-Z]`
	at("timezone").Examples = []any{"UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"}
	refineMails(at)
	at("brand.domains").Items.Pattern = `^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`
	at("scope").Enum = []any{string(Customer), string(Account)}
	at("dimensions").Items.Enum, at("dimensions").UniqueItems = values(heed.Dimensions), true
	at("sources.type").Enum = values(SourceTypes)
	at("programs.ask").Enum = values(asks)
	at("sources").MinItems, at("programs").MinItems = one, one
	at("programs.when.sources").UniqueItems = true
	at("programs.when.kinds").MinItems = one
	for _, path := range []string{"programs.when.kinds", "programs.strata.when.kinds"} {
		kinds := at(path)
		kinds.UniqueItems = true
		kinds.Items.Pattern, kinds.Items.MaxLength = `^[a-z0-9]+([._-][a-z0-9]+)*$`, jsonschema.Ptr(64)
	}
	at("programs.strata").MinItems, at("programs.strata.when.sources").UniqueItems = one, true
	at("programs.strata.when").MinProperties, at("programs.budget").MinProperties = one, one
	for _, path := range []string{"programs.budget.day", "programs.budget.month"} {
		at(path).Minimum, at(path).Maximum = jsonschema.Ptr(1.0), jsonschema.Ptr(float64(maxBudget))
	}
	refineSources(at)
	for _, path := range []string{"sources.name", "programs.name", "programs.strata.name"} {
		at(path).Pattern = `^[a-z0-9][a-z0-9-]{0,31}$`
	}
}

// refineMails adds what holds of brands, and of when mails may go.
func refineMails(at func(string) *jsonschema.Schema) {
	for _, brand := range []string{"brand", "programs.brand"} {
		at(brand + ".color").Pattern = `^#[0-9a-fA-F]{6}$`
		for _, key := range []string{"logo", "review"} {
			at(brand+"."+key).Pattern, at(brand+"."+key).MaxLength = `^https://[A-Za-z0-9.-]+`, jsonschema.Ptr(maxLink)
		}
		at(brand + ".sender").Pattern = `^[^@ ]+@[^@ ]+$`
		at(brand + ".locale").Examples = values(words.Langs())
	}
	at("programs.style").Enum = values([]string{string(Numbers), string(Smileys), string(Thumbs)})
	for _, mails := range []string{"mails", "programs.mails"} {
		at(mails + ".hours").Pattern = `^ *[0-9]{1,2}(:[0-9]{2})? *- *[0-9]{1,2}(:[0-9]{2})? *$`
		days := at(mails + ".days")
		days.Items.Enum, days.UniqueItems, days.MinItems = values(weekdays), true, jsonschema.Ptr(1)
	}
}

// refineIssues adds what holds of issues and of whom is written to.
func refineIssues(s *jsonschema.Schema, at func(string) *jsonschema.Schema, text func(string, int)) {
	one := jsonschema.Ptr(1)
	most := func(path string, n int) {
		at(path).MinItems, at(path).MaxItems, at(path).UniqueItems = one, jsonschema.Ptr(n), true
	}
	text("issues.name", maxIssue)
	text("issues.tags", maxValue)
	text("issues.words", maxPhrase)
	text("notify.keywords", maxPhrase)
	most("issues", maxIssues)
	most("issues.tags", maxPhrases)
	most("issues.words", maxPhrases)
	most("notify.keywords", maxPhrases)
	at("issues").Items.AnyOf = needsAny([]string{"tags", "words"}).AnyOf
	for _, path := range []string{"issues.words", "notify.keywords"} {
		at(path).Items.Pattern = `^\s*\S+(\s+\S+){0,3}\s*$`
	}
	for _, path := range []string{"notify.digest", "notify.alerts"} {
		most(path, maxAddresses)
		at(path).Items.Pattern = `^[^@ ]+@[^@ ]+$`
	}
	notify := at("notify")
	notify.MinProperties, notify.If, notify.Then = one, needsAny([]string{"keywords"}), needsAny([]string{"alerts"})
	issue := jsonschema.Schema{Contains: &jsonschema.Schema{Enum: []any{"issue"}}}
	s.If = &jsonschema.Schema{Required: []string{"dimensions"}, Properties: map[string]*jsonschema.Schema{"dimensions": &issue}}
	s.Then = &jsonschema.Schema{Required: []string{"issues"}}
}

// refineSources adds what holds of a source's settings, and which types take
// them.
func refineSources(at func(string) *jsonschema.Schema) {
	one := jsonschema.Ptr(1)
	at("sources.api").Pattern = `^[Hh][Tt][Tt][Pp][Ss]://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/?$`
	at("sources.organization").Pattern = `^00D[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$`
	kinds := at("sources.kinds")
	kinds.MinProperties = one
	kinds.AdditionalProperties.Pattern, kinds.AdditionalProperties.MaxLength = `^[a-z0-9]+([._-][a-z0-9]+)*$`, jsonschema.Ptr(64)
	at("sources.amounts").Enum = []any{"major", "minor"}
	at("sources.verify.hmac").Enum, at("sources.verify.encoding").Enum = values(hashes), values(encodings)
	at("sources.verify.key").Enum = values(writings)
	at("sources.verify.prefix").MaxLength = jsonschema.Ptr(maxPrefix)
	at("sources.verify.signed").Pattern, at("sources.verify.signed").MaxLength = `\{body\}`, jsonschema.Ptr(maxSigned)
	for _, key := range []string{"secret", "header", "timestamp", "id"} {
		at("sources.verify." + key).Pattern = `^[A-Za-z0-9_-]{1,64}$`
	}
	at("sources.verify").OneOf = []*jsonschema.Schema{
		{Required: []string{"secret"}, Not: needsAny(signing)},
		{Required: []string{"hmac", "header"}, Not: needsAny([]string{"secret"})},
	}
	ways := []*jsonschema.Schema{at("sources.product"), at("sources.each")}
	for _, field := range at("sources.fields").Properties {
		ways = append(ways, field)
	}
	for _, way := range ways {
		way.Pattern, way.MinLength, way.MaxLength = `^[^.]`, one, jsonschema.Ptr(maxWay)
	}
	at("sources.fields").AnyOf = []*jsonschema.Schema{{Required: []string{"customer.id"}}, {Required: []string{"customer.email"}}}
	source := at("sources").Items
	for _, taken := range []struct {
		key   string
		types []string
	}{
		{"api", asked},
		{"organization", named},
		{"product", shaped},
		{"kinds", worded},
		{"verify", mapped},
		{"each", mapped},
		{"fields", mapped},
		{"amounts", mapped},
	} {
		source.AllOf = append(source.AllOf, &jsonschema.Schema{
			If: needsAny([]string{taken.key}), Then: typed(taken.types),
		})
	}
	source.AllOf = append(source.AllOf, &jsonschema.Schema{
		If: typed(mapped), Then: &jsonschema.Schema{Required: []string{"verify", "fields"}},
	})
}

func typed(types []string) *jsonschema.Schema {
	return &jsonschema.Schema{Properties: map[string]*jsonschema.Schema{"type": {Enum: values(types)}}}
}

func needsAny(keys []string) *jsonschema.Schema {
	s := &jsonschema.Schema{}
	for _, key := range keys {
		s.AnyOf = append(s.AnyOf, &jsonschema.Schema{Required: []string{key}})
	}
	return s
}

func values(list []string) []any {
	var all []any
	for _, v := range list {
		all = append(all, v)
	}
	return all
}
