package former

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// all reads a file to its end.
func all(t *testing.T, text string) ([]Person, *File) {
	t.Helper()
	f, err := Open(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var people []Person
	for p, err := range f.People() {
		if err != nil {
			t.Fatal(err)
		}
		people = append(people, p)
	}
	return people, f
}

func unix(s int64) time.Time { return time.Unix(s, 0).UTC() }

// The files hold the fields that Delighted's API names.
func TestDelighted(t *testing.T) {
	for name, want := range map[string][]Person{
		"people": {
			{2, "gabriel@example.com", 0, unix(1710560657)},
			{5, "unanswered@example.com", 0, unix(1709959457)},
		},
		"unsubscribes": {
			{2, "leslie.wong@example.com", sampling.Unsubscribed, time.Time{}},
			{3, "JRRYonk@example.com", sampling.Unsubscribed, time.Time{}},
		},
		"bounces":   {{2, "leslie.wong@example.com", sampling.AddressBounced, time.Time{}}},
		"responses": {{2, "a@example.com", 0, unix(1713418460)}, {4, "b@example.com", 0, unix(1713418461)}},
	} {
		text, err := os.ReadFile("testdata/delighted-" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		got, f := all(t, string(text))
		if diff := cmp.Diff(want, got); diff != "" || f.Bad > 0 {
			t.Errorf("%s: %+v\n%s", name, f.Report, diff)
		}
	}
}

func TestReport(t *testing.T) {
	text, err := os.ReadFile("testdata/delighted-people.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, f := all(t, string(text))
	want := Report{
		Rows: 4, People: 2, Silent: 1, Nameless: 1, Delimiter: ',',
		Unread: []string{"id", "name", "created_at", "phone_number", "next_survey_scheduled_at"},
	}
	if diff := cmp.Diff(want, f.Report); diff != "" {
		t.Error(diff)
	}
}

func TestHeaders(t *testing.T) {
	day := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, text string
		want       Person
	}{
		{"plain", "email,asked_at\na@b.example,2026-03-01\n", Person{2, "a@b.example", 0, day}},
		{"another order and case", "Asked At;EMAIL\n2026-03-01;a@b.example\n", Person{2, "a@b.example", 0, day}},
		{"tabs and quotes", "\"email\"\t\"asked_at\"\n\"a@b.example\"\t\"2026-03-01\"", Person{2, "a@b.example", 0, day}},
		{"a mark", "\ufeffemail,asked_at\r\na@b.example,2026-03-01\r\n", Person{2, "a@b.example", 0, day}},
		{"a name with the address", "email,asked_at\n\"A B <a@b.example>\",2026-03-01\n", Person{2, "a@b.example", 0, day}},
		{"two times", "email,asked_at,last_sent_at\na@b.example,2026-03-01,2026-02-01\n", Person{2, "a@b.example", 0, day}},
		{"two reasons", "email,bounced_at,unsubscribed_at\na@b.example,2026-03-01,yes\n", Person{2, "a@b.example", sampling.Unsubscribed, time.Time{}}},
		{"spam", "email,complained_at,bounced_at\na@b.example,2026-03-01,2026-02-01\n", Person{2, "a@b.example", sampling.ReportedSpam, time.Time{}}},
		{"not left", "email,unsubscribed,asked_at\na@b.example,false,2026-03-01\n", Person{2, "a@b.example", 0, day}},
		{"a comma in a name", "name;email;bounced\n\"B, A\";a@b.example;TRUE\n", Person{2, "a@b.example", sampling.AddressBounced, time.Time{}}},
		{"became known, not asked", "email,created_at,asked_at\na@b.example,2026-09-01,2026-03-01\n", Person{2, "a@b.example", 0, day}},
	} {
		got, f := all(t, c.text)
		if diff := cmp.Diff([]Person{c.want}, got); diff != "" || f.Bad > 0 {
			t.Errorf("%s: %+v\n%s", c.name, f.Report, diff)
		}
	}
}

func TestTimes(t *testing.T) {
	at := time.Date(2026, 3, 1, 13, 14, 15, 0, time.UTC)
	for text, want := range map[string]time.Time{
		"2026-03-01T13:14:15Z": at, "2026-03-01T14:14:15+01:00": at, "2026-03-01 13:14:15 UTC": at, "2026-03-01 13:14:15": at,
		"2026-03-01 15:14:15 +0200": at, "2026-03-01T13:14:15": at, "1772370855": at, "1772370855.0": at, " 2026-03-01T13:14:15Z ": at,
		"2026-03-01": at.Truncate(24 * time.Hour), "2026-03-01 13:14": at.Truncate(time.Minute),
		"": {}, "-": {}, "NULL": {}, "never": {},
	} {
		if got, ok := Time(text); !ok || !got.Equal(want) {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
	for _, text := range []string{"03/01/2026", "1.3.2026", "1999-12-31", "0", "1772370855000", "2026-03-01 13:14:15 EST", "yesterday", "2101-01-01"} {
		if got, ok := Time(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestRefusedFiles(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "no header": "secret@b.example,2026-03-01\n", "no address": "name,asked_at\nA,2026-03-01\n",
		"nothing to take over": "email,name\nsecret@b.example,A\n", "a workbook": "PK\x03\x04\x00\x00", "UTF-16": "\xff\xfee\x00m\x00",
		"a broken header": "email,\"asked_at\n",
	} {
		_, err := Open(strings.NewReader(text))
		if heed.CodeOf(err) != heed.Invalid || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A row that cannot be read is told by its line and nothing of its own; what
// can be read of it is, and those around it are.
func TestBadRows(t *testing.T) {
	people, f := all(t, strings.Join([]string{
		"email,asked_at,unsubscribed_at",
		"secret,2026-03-01,",
		"secret@b.example,2026-03-01",
		"secret@b.example,soon,2026-03-01",
		`sec"ret@b.example,2026-03-01,`,
		"secret@b.example,soon,",
		"",
		"good@b.example,2026-03-01,",
	}, "\n"))
	want := []Person{
		{4, "secret@b.example", sampling.Unsubscribed, time.Time{}},
		{8, "good@b.example", 0, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)},
	}
	if diff := cmp.Diff(want, people); diff != "" {
		t.Error(diff)
	}
	var lines []int
	for _, fault := range f.Faults {
		lines = append(lines, fault.Line)
		if strings.Contains(fault.Why, "sec") && !strings.Contains(fault.Why, "seconds") || strings.Contains(fault.Why, "soon") {
			t.Errorf("the fault repeats the row: %q", fault.Why)
		}
	}
	if diff := cmp.Diff([]int{2, 3, 4, 5, 6}, lines); diff != "" || f.Bad != 5 || f.Rows != 6 {
		t.Errorf("%+v\n%s", f.Report, diff)
	}
}

// Whatever stands where a suppression does, but for a blank and a clear no, is
// one, and told if it is odd: Excel writes days as its country does.
func TestOddSuppressions(t *testing.T) {
	for value, want := range map[string]struct {
		suppressed bool
		bad        int
	}{
		"21/11/2026 10:00": {true, 1}, "11/21/26": {true, 1}, "45982.4167": {true, 1}, "oui": {true, 1}, "0000-00-00": {true, 1}, "#####": {true, 1},
		"2026-11-21": {true, 0}, "yes": {true, 0}, "1": {true, 0},
		"": {false, 0}, " - ": {false, 0}, "NULL": {false, 0}, "no": {false, 0}, "False": {false, 0}, "0": {false, 0},
	} {
		for _, column := range []string{"unsubscribed_at", "bounced", "complained_at"} {
			people, f := all(t, "email;"+column+";asked_at\na@b.example;"+value+";2026-03-01\n")
			if len(people) != 1 || people[0].Suppressed != 0 != want.suppressed || f.Bad != want.bad {
				t.Errorf("%s %q: %+v, %d bad", column, value, people, f.Bad)
			}
			if want.bad > 0 && (f.Faults[0].Line != 2 || !strings.Contains(f.Faults[0].Why, column)) {
				t.Errorf("%s %q: told as %+v", column, value, f.Faults)
			}
		}
	}
}

func TestManyBadRows(t *testing.T) {
	_, f := all(t, "email,asked_at\n"+strings.Repeat("x,y\n", 30))
	if f.Bad != 30 || len(f.Faults) != MostFaults {
		t.Errorf("%d bad, %d listed", f.Bad, len(f.Faults))
	}
}

// A quotation left open would swallow the rows after it: the file is no good.
func TestSwallowedRows(t *testing.T) {
	for name, text := range map[string]string{
		"to the end":  "email,asked_at\n\"secret@b.example,2026-03-01\nb@b.example,2026-03-01\n",
		"to the next": "email,asked_at\n\"secret@b.example,2026-03-01\n\"b@b.example\",2026-03-01\n",
		"for long":    "email,asked_at\n\"secret@b.example," + strings.Repeat("x,y\n", maxRow/2),
	} {
		f, err := Open(strings.NewReader(text))
		if err != nil {
			t.Fatal(name, err)
		}
		for _, err = range f.People() {
		}
		if heed.CodeOf(err) != heed.Invalid || strings.Contains(fmt.Sprint(err), "secret") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever comes, what is yielded could be sent on, and the counts add up.
func FuzzPeople(f *testing.F) {
	for _, name := range []string{"people", "unsubscribes", "bounces", "responses"} {
		text, err := os.ReadFile("testdata/delighted-" + name + ".csv")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("email,asked_at,unsubscribed\n\"a\"b,1,2\n")
	f.Add("email,unsubscribed\n\"\"\"a b\"\"@c\",1\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Open(strings.NewReader(text))
		if err != nil {
			if heed.CodeOf(err) != heed.Invalid {
				t.Fatal(err)
			}
			return
		}
		people, line := 0, 1
		for p, err := range file.People() {
			if err != nil {
				return
			}
			if again, ok := Address(p.Email); !ok || again != p.Email {
				t.Fatalf("an address that is none: %q", p.Email)
			}
			if p.Suppressed == 0 && p.Asked.IsZero() || p.Line <= line {
				t.Fatalf("after line %d: %+v", line, p)
			}
			people, line = people+1, p.Line
		}
		if r := file.Report; r.People != people || r.Rows > people+r.Silent+r.Nameless+r.Bad || len(r.Faults) > MostFaults {
			t.Fatalf("%d people of %+v", people, r)
		}
	})
}
