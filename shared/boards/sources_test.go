package boards_test

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/markup/proof"
)

// said is what a page says of each source, in one line each.
func said(t *testing.T, d *boards.SourcesData) (articles []string) {
	t.Helper()
	var b strings.Builder
	if err := boards.Sources(&b, d); err != nil {
		t.Fatal(err)
	}
	for n := range proof.Tree(t, b.String()).Descendants() {
		if n.Type != html.ElementNode || n.Data != "article" {
			continue
		}
		var words []string
		for m := range n.Descendants() {
			if m.Type == html.TextNode {
				words = append(words, strings.Fields(m.Data)...)
			}
		}
		articles = append(articles, strings.Join(words, " "))
	}
	return articles
}

func TestSourcesSayWhatToDo(t *testing.T) {
	got := said(t, doors(proof.Filling{Brand: "Acme", Text: "zendesk", Path: "://heed.example.com/hooks/zendesk"}))
	for i, want := range [][]string{
		{
			"Zendesk", "heed://heed.example.com/hooks/zendesk", "Last delivery 20 Nov 2026, 10:03", "Newest touchpoint 20 Nov 2026, 09:56", "about 4 to 9 min",
			"Deliveries 1,234 8,638", "that they made 987 6,909", "Rejected 5 35", "Timestamp too far off", "heed replay ID",
		},
		{"Every delivery of these seven days was rejected.", "Not signed", "Signature does not match", "content type", "1 MiB", "Broken off", "signing secret", "the log says what", "Median delay not known"},
		{"Help Scout", "nothing that happened to a customer. docs/sources/helpscout.md", "Newest touchpoint none in 35 days"},
		{"Nothing has come for seven days.", "31 Oct 2026"},
		{"Nothing has come yet. docs/sources/salesforce.md", "Last delivery none in 35 days"},
	} {
		for _, w := range want {
			if !strings.Contains(got[i], w) {
				t.Errorf("it does not say %q but: %s", w, got[i])
			}
		}
	}
	if strings.Contains(got[0], "Every delivery") || strings.Contains(got[2], "Rejected because") {
		t.Errorf("it says too much: %q and %q", got[0], got[2])
	}
}

// What went wrong lately, or in each delivery, is not hidden by what went well.
func TestSourcesSayWhatIsWrongNow(t *testing.T) {
	at := time.Unix(1_790_000_000, 0).UTC()
	for want, of := range map[string]func(*boards.SourceData){
		"Every delivery of today was rejected.":                  func(d *boards.SourceData) { d.Today.Deliveries, d.Today.Rejected[heed.RejectedForged] = 3, 3 },
		"none says what happened to a customer. Here is what is": func(d *boards.SourceData) { d.Week.Touchpoints, d.Week.Kept = 0, 9 },
		"clock is wrong": func(d *boards.SourceData) { d.Happened = at.Add(time.Hour) },
	} {
		d := boards.SourceData{Name: "a", Type: "zendesk", Delivered: at, Week: heed.Tally{Deliveries: 9, Touchpoints: 6}}
		of(&d)
		if got := said(t, &boards.SourcesData{Sources: []boards.SourceData{d}})[0]; !strings.Contains(got, want) {
			t.Errorf("it does not say %q but: %s", want, got)
		}
	}
}

// What is the matter with a vendor is said with what to do, while it is news.
func TestSourcesSayWhyAVendorIsNotAsked(t *testing.T) {
	at := time.Unix(1_790_000_000, 0).UTC()
	for why, want := range map[heed.Trouble]string{
		heed.TroubleLocked:  "HubSpot does not let Heed ask who a customer is: the credential is missing, wrong, or may not read that. Put a good one where docs/deploy.md says, on a laptop with heed credential crm ; docs/sources/hubspot.md says",
		heed.TroubleBusy:    "HubSpot says that it is asked too often who a customer is.",
		heed.TroubleSilent:  "HubSpot does not answer when it is asked who a customer is.",
		heed.TroubleStrange: "See api of this source in surveys.yaml , and",
	} {
		d := boards.SourceData{Name: "crm", Type: "hubspot", Delivered: at, Trouble: why, Troubled: at, Recent: true}
		d.Week = heed.Tally{Deliveries: 9, Touchpoints: 9, Unresolved: 77}
		d.Week.Vain[why] = 4321
		got := said(t, &boards.SourcesData{Sources: []boards.SourceData{d}})[0]
		for _, want := range []string{want, "last so on 21 Sep 2026, 14:13", "Asked in vain", "4,321", "Unresolved", "77"} {
			if !strings.Contains(got, want) {
				t.Errorf("it does not say %q but: %s", want, got)
			}
		}
		d.Recent, d.Week.Vain = false, [heed.Troubles]uint64{}
		if got := said(t, &boards.SourcesData{Sources: []boards.SourceData{d}})[0]; strings.Contains(got, "last so on") || strings.Contains(got, "in vain") {
			t.Errorf("it says too much: %s", got)
		}
	}
}

// Every delay is told in round numbers of a unit that fits it.
func TestDelaysAreToldAsPeopleDo(t *testing.T) {
	for i, want := range map[int]string{
		0: "under a second", 1: "about 1 to 2 s", 6: "about 32 to 64 s", 7: "about 1 to 2 min", 12: "about 34 to 68 min",
		13: "about 1 to 2 h", 17: "about 18 to 36 h", 18: "about 36 to 73 h", 19: "about 3 to 6 days", 20: "more than 6 days",
	} {
		d := boards.SourceData{Name: "a", Type: "zendesk", Delivered: time.Unix(1_790_000_000, 0).UTC()}
		d.Week.Delays[i], d.Week.Touchpoints, d.Week.Deliveries = 1, 1, 1
		if got := said(t, &boards.SourcesData{Sources: []boards.SourceData{d}})[0]; !strings.Contains(got, "Median delay "+want) {
			from, until := heed.DelaySpan(i)
			t.Errorf("%v to %v: %s", from, until, got)
		}
	}
}
