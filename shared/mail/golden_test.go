package mail_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

var update = flag.Bool("update", false, "write the golden files anew")

// a look is one mail that is looked at.
type look struct {
	name  string
	write writes
	o     mail.Occasion
}

// looks are the mails that golden files keep.
func looks() []look {
	full := surveys.Brand{
		Name: "Gelb & Söhne", Color: "#ffcc00", Logo: "https://gelb.example/logo.png",
		Sender: "fragen@acme.example", Address: "Gelb & Söhne GmbH, Sonnenweg 1, 20095 Hamburg",
	}
	own := surveys.Program{
		Ask: heed.CES, Brand: surveys.Brand{Name: "Nacht", Color: "#101820"},
		Question: surveys.Text{"": "How easy was it to set up {product|our product} with {agent|our team}?"},
		Subject:  surveys.Text{"": "{name|Hello}, one question about {product|our product}"},
		Intro:    surveys.Text{"": "Thank you for talking to {agent|our team} the other day."},
		Low:      surveys.Text{"": "A struggle"}, High: surveys.Text{"": "A breeze"},
	}
	unknown := occasion(own)
	unknown.To = &heed.Invitation{To: "x@customer.example"}
	unknown.Links.Reply, unknown.Links.UnsubscribeMail, unknown.Links.Preferences = "", "", ""
	known := occasion(own)
	known.To.Agent, known.To.Product = "Grace", "Router X200"
	named := occasion(surveys.Program{Ask: heed.CSAT, Brand: full, Agent: true})
	named.To.Agent = "Grace Hopper"
	nps, faces := occasion(surveys.Program{Ask: heed.NPS}), occasion(surveys.Program{Ask: heed.CSAT, Style: surveys.Smileys})
	return []look{
		{"nps", (*mail.Writer).Invitation, nps},
		{"nps-de", (*mail.Writer).Invitation, in("de-AT", nps)},
		{"nps-ar", (*mail.Writer).Invitation, in("ar", nps)},
		{"nps-ja", (*mail.Writer).Invitation, in("ja", nps)},
		{"csat", (*mail.Writer).Invitation, named},
		{"smileys", (*mail.Writer).Invitation, faces},
		{"smileys-he", (*mail.Writer).Invitation, in("he", faces)},
		{"thumbs", (*mail.Writer).Invitation, occasion(surveys.Program{Ask: heed.CSAT, Style: surveys.Thumbs})},
		{"ces", (*mail.Writer).Invitation, occasion(surveys.Program{Ask: heed.CES})},
		{"own", (*mail.Writer).Invitation, known},
		{"own-unknown", (*mail.Writer).Invitation, unknown},
		{"reminder", (*mail.Writer).Reminder, nps},
		{"back", (*mail.Writer).QuestionBack, nps},
		{"export", exportLink, nps},
		{"forget-de", forgetLink, in("de", occasion(surveys.Program{Ask: heed.CSAT, Brand: full}))},
	}
}

// Each mail is as it was when somebody last looked at it.
func TestLooks(t *testing.T) {
	for _, l := range looks() {
		t.Run(l.name, func(t *testing.T) {
			m := must(t, l.write, l.o)
			golden(t, l.name+".html", m.HTML)
			golden(t, l.name+".txt", top(m)+"\n"+m.Text)
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-golden +now; -update writes it anew):\n%s", name, diff)
	}
}
