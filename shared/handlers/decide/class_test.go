package decide_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/handlers/decide"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/topics"
)

var _ decide.Topics = (*topics.Topics)(nil)

const taxonomy = "issues: [{name: refund, words: [money back]}, {name: export, words: [export]}]\n"

// classing is a scene whose rows keep issues and cohorts.
func classing(t *testing.T, extra string) scene {
	t.Helper()
	p := story{}.begin(t)
	text := strings.Replace(fmt.Sprintf(programs, taxonomy+extra), "[team, tag]", "[team, tag, issue, cohort]", 1)
	config, err := surveys.Load([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	p.config = config
	return p.scene()
}

// dim is the value of a dimension of a touchpoint's rows, "" for none.
func (c scene) dim(at time.Time, t *heed.Touchpoint, name string) string {
	c.Helper()
	rows, err := c.store().Touchpoint(c.Context(), heed.DayOf(at, c.config.Zone), t.ID())
	if err != nil || len(rows) == 0 {
		c.Fatal(len(rows), err)
	}
	values := map[string]bool{}
	for _, r := range rows {
		i := slices.IndexFunc(r.Dims, func(d heed.Dim) bool { return d.Name == name })
		if i < 0 {
			values[""] = true
			continue
		}
		values[r.Dims[i].Value] = true
	}
	if len(values) != 1 {
		c.Fatalf("its rows say %v", values)
	}
	for value := range maps.Keys(values) {
		return value
	}
	return ""
}

// Of a subject its issues are kept and nothing else, asked or not, wherever the
// table writes to.
func TestSubjectIsKeptNowhere(t *testing.T) {
	t.Parallel()
	s := classing(t, "")
	const words = "Mondschein-7741 wants money back"
	for n := range 3 {
		touchpoint := of("old", n)
		touchpoint.Subject = words
		h := s.handler(noon, s.table)
		h.Topics = topics.New(s.config)
		if err := h.Touchpoint(t.Context(), touchpoint); err != nil {
			t.Fatal(err)
		}
		if got := s.dim(noon, touchpoint, "issue"); got != "refund" {
			t.Errorf("its issue is %q", got)
		}
		if touchpoint.Subject != words || touchpoint.Issues != nil {
			t.Error("the caller's touchpoint was altered")
		}
	}
	s.close()
	files, err := filepath.Glob(filepath.Join(s.folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	found := false
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found = found || bytes.Contains(data, []byte("ticket:old2"))
		for _, word := range []string{"Mondschein", "7741", "wants"} {
			if bytes.Contains(data, []byte(word)) {
				t.Errorf("%q is in %s", word, filepath.Base(name))
			}
		}
	}
	if !found {
		t.Error("nothing of the touchpoint is found at all")
	}
}

// What a vendor says that a ticket is about is kept as its issues, also where what
// it said is kept sealed: who crashes between the two still knows them.
func TestSubjectIsNotSealedEither(t *testing.T) {
	t.Parallel()
	b := seat(t, "hubspot", taxonomy+"dimensions: [issue]")
	touchpoint := solved("crm", 1, "")
	h := b.process(b.table)
	h.Topics = topics.New(b.config)
	if failed := work(t, h, 1, touchpoint); failed != nil {
		t.Fatal(failed, b.log.String())
	}
	alias, err := b.store().Alias(t.Context(), b.ring, records.TouchpointAlias(b.ring, &touchpoint), b.now)
	if err != nil || alias.Touchpoint.Subject != "" || !slices.Equal(alias.Touchpoint.Issues, []string{"export"}) {
		t.Errorf("sealed with %q about %v (%v)", alias.Touchpoint.Subject, alias.Touchpoint.Issues, err)
	}
	if got := b.dim(b.now, &touchpoint, "issue"); got != "export" {
		t.Errorf("its issue is %q", got)
	}
}

// All touchpoints of a scope are of the quarter in which its first was decided,
// however long its list has become, and whoever they were before.
func TestCohort(t *testing.T) {
	t.Parallel()
	for _, zone := range []string{"", "timezone: Pacific/Auckland", "timezone: America/Los_Angeles"} {
		s := classing(t, zone)
		last := time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC)
		for n, step := range []struct {
			at     time.Time
			of     string
			former []string
			want   string
		}{
			{last, "old", nil, "2026-Q4"},
			{last.Add(hour), "old", nil, "2026-Q4"},
			{last.Add(hour), "new", nil, "2027-Q1"},
			{last.AddDate(0, 4, 0), "other", nil, "2027-Q2"},
			{last.AddDate(0, 4, 0), "new", nil, "2027-Q1"},
			{last.AddDate(0, 5, 0), "new", []string{"nobody"}, "2027-Q1"},
			{last.AddDate(0, 5, 0), "latest", []string{"nobody", "nobody-either"}, "2027-Q2"},
			{last.AddDate(0, 6, 0), "new", []string{"old"}, "2026-Q4"},
			{last.AddDate(0, 9, 0), "new", nil, "2026-Q4"},
		} {
			touchpoint := of(step.of, n, step.former...)
			s.decide(step.at, touchpoint)
			if got := s.dim(step.at, touchpoint, "cohort"); got != step.want {
				t.Errorf("%s, step %d: %s is of %s, want %s", zone, n, step.of, got, step.want)
			}
		}
		for n := range 70 {
			s.decide(last.AddDate(1, 0, n), of("other", 100+n))
		}
		touchpoint := of("other", 200)
		s.decide(last.AddDate(1, 6, 0), touchpoint)
		if got := s.dim(last.AddDate(1, 6, 0), touchpoint, "cohort"); got != "2027-Q2" {
			t.Errorf("%s: with pages it is of %s", zone, got)
		}
		s.close()
	}
}
