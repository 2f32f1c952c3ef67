package surveys

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// SourceTypes lists what a source can be: what signs its deliveries, and in
// which words they are written.
var SourceTypes = []string{
	"zendesk", "freshdesk", "intercom", "helpscout", "jira", "hubspot", "salesforce", "pipedrive", "standard", "mapped",
}

// Which types take which keys; every type takes name and type. The payload of
// standard is Heed's own, so there is nothing to say of it.
var (
	asked  = []string{"zendesk", "intercom", "helpscout", "jira", "hubspot", "pipedrive"} // an API
	named  = []string{"salesforce"}                                                       // an organization
	worded = without("standard")                                                          // words of its own
	shaped = without("standard", "mapped")                                                // a shape of its own
	mapped = []string{"mapped"}
)

func without(others ...string) []string {
	return slices.DeleteFunc(slices.Clone(SourceTypes), func(typ string) bool { return slices.Contains(others, typ) })
}

func (c *Config) readSources(s spot) {
	items := s.items()
	if items != nil && len(items) == 0 {
		s.wrong("is empty; name at least one: - {name: zendesk, type: zendesk}")
	}
	seen := names{}
	for _, item := range items {
		c.Sources = append(c.Sources, readSource(item, seen))
	}
}

func readSource(s spot, seen names) Source {
	var src Source
	var m Mapping
	typ := ""
	if at, ok := s.peek("type"); ok {
		typ, _ = at.written()
	}
	s.object(
		field{"name", "it becomes the address /hooks/{name}", func(s spot) { src.Name = seen.read(s, "source") }},
		field{"type", "write " + strings.Join(SourceTypes, " or "), func(s spot) { src.Type = s.one(SourceTypes) }},
		of(typ, asked, field{"api", "", func(s spot) { src.API = s.api() }}),
		of(typ, named, field{"organization", "", func(s spot) { src.Organization = s.organization() }}),
		of(typ, shaped, field{"product", "", func(s spot) { src.Product = s.way() }}),
		of(typ, worded, field{"kinds", "", func(s spot) { src.Kinds = s.kinds() }}),
		of(typ, mapped, field{"verify", "say how it signs, or where it shows its secret: verify: {secret: X-Webhook-Secret}", func(s spot) { m.Recipe = readRecipe(s) }}),
		of(typ, mapped, field{"each", "", func(s spot) { m.Each = s.way() }}),
		of(typ, mapped, field{"fields", "say where a touchpoint's fields are: fields: {kind: event, object: id, at: time, customer.email: email}", func(s spot) { m.Fields = readFields(s) }}),
		of(typ, mapped, field{"amounts", "", func(s spot) { m.Minor = s.one([]string{"major", "minor"}) == "minor" }}),
	)
	if src.Type == "mapped" {
		src.Mapping = &m
	}
	return src
}

// of is the field where the source's type is one that takes it, and else one
// that says so. Of a type that nobody knows nothing is said but that.
func of(typ string, types []string, f field) field {
	switch {
	case slices.Contains(types, typ):
		return f
	case !slices.Contains(SourceTypes, typ):
		return field{f.key, "", f.read}
	}
	return field{f.key, "", func(s spot) {
		if f.key == "product" && typ == "mapped" {
			s.wrong("a mapped source has its product among the fields; write fields: {product: ...}")
			return
		}
		s.wrong("a source of type %s has no use for it; remove it (it is for %s)", typ, enumerated(types))
	}}
}

// enumerated writes words as people list them: a, b and c.
func enumerated(words []string) string {
	n := len(words) - 1
	if n == 0 {
		return words[0]
	}
	return strings.Join(words[:n], ", ") + " and " + words[n]
}

// kinds reads which kind each of the vendor's words stands for. A word may be
// a number, as stages and statuses often are: it counts as it is written.
func (s spot) kinds() map[string]string {
	m, ok := s.node.(*ast.MappingNode)
	if !ok {
		s.wrong("must be the vendor's words and kinds, such as {closedwon: deal.won}, is %s%s", what(s.node), s.unspaced())
		return nil
	}
	if len(m.Values) == 0 {
		s.wrong("is empty; write the vendor's words and their kinds, such as {closedwon: deal.won}, or leave the key out")
	}
	kinds, lines := make(map[string]string, len(m.Values)), map[string]int{}
	for _, v := range m.Values {
		t := v.Key.GetToken()
		word := strings.TrimSpace(t.Value)
		at := spot{v.Value, join(s.path, label(word)), s.problems}
		line, double := lines[word]
		switch {
		case double:
			s.wrongAt(t, at.path, "is given twice, first at line %d; keep one", line)
		case word == "" || len(word) > maxValue || control(word):
			s.wrongAt(t, at.path, "is no word of a vendor's; write 1 to %d bytes of text", maxValue)
		}
		lines[word], _ = position(t)
		kinds[word] = at.kind()
	}
	return kinds
}

// MappedFields are the fields of a touchpoint that a mapped source can fill,
// as the file calls them.
var MappedFields = []string{
	"kind", "object", "occurrence", "at",
	"customer.id", "customer.email", "customer.name", "customer.locale", "customer.zone", "customer.account",
	"team", "agent", "product", "channel", "locale", "tags", "subject",
	"created", "replied", "reopens", "handled", "amount", "currency",
}

// needed is what to write where a field is missing without which there is no
// touchpoint.
var needed = map[string]string{
	"kind":   "write the path of what happened; kinds says what its words mean",
	"object": "write the path of the id of the ticket or the deal",
	"at":     "write the path of when it happened",
}

func readFields(s spot) map[string]string {
	paths := map[string]string{}
	fields := make([]field, 0, len(MappedFields))
	for _, name := range MappedFields {
		fields = append(fields, field{name, needed[name], func(s spot) { paths[name] = s.way() }})
	}
	meant := s.object(fields...)
	has := func(name string) bool {
		_, ok := s.peek(name)
		return ok || slices.Contains(meant, name)
	}
	if _, ok := s.node.(*ast.MappingNode); ok && !has("customer.id") && !has("customer.email") {
		s.wrong("names no customer; write the path of customer.email or customer.id, or both")
	}
	if at, ok := s.peek("amount"); ok && !has("currency") {
		at.wrong("says nothing without its currency; write the path of currency, or the currency itself: '!\"EUR\"'")
	}
	return paths
}
