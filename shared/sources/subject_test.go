package sources

import (
	"strings"
	"testing"
	"time"
)

func TestSubjects(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ä", 199)
	for written, want := range map[text]string{
		"":                              "",
		" \t\n":                         "",
		"Invoice shows the old address": "Invoice shows the old address",
		"  Refund,\r\n\tplease \u2028now\x00\x1b": "Refund, please now",
		"{{ticket.title}}":                        "",
		" {{ ticket.title }} ":                    "",
		"Where do I put {{name}}?":                "Where do I put {{name}}?",
		text(long + "öü"):                         long + "ö",
		text(long + " öü"):                        long, // a space would be its last
		"0\xff":                                   "0\ufffd",
	} {
		if got := written.subject(); got != want {
			t.Errorf("%q gives %q, want %q", written, got, want)
		}
	}
}

func TestSubjectsInHTML(t *testing.T) {
	t.Parallel()
	for written, want := range map[text]string{
		"<p>Re: address &amp; name</p>": "Re: address & name",
		"<p>Two</p><p>lines</p>":        "Two lines",
		"<p>":                           "",
		"<p":                            "<p",
		"<<>>":                          ">",
		"5 < 6 and 7 > 6":               "5 < 6 and 7 > 6",
		"&amp; as it stands":            "&amp; as it stands",
	} {
		if got := written.unmarked().subject(); got != want {
			t.Errorf("%q gives %q, want %q", written, got, want)
		}
	}
}

func TestSeconds(t *testing.T) {
	t.Parallel()
	for written, want := range map[text]time.Duration{
		"1260": 21 * time.Minute, " 1260.9 ": 21 * time.Minute, "0": 0, "0.9": 0, "1e3": 1000 * time.Second, "31622400": maxHandled,
		"31622401": 0, "-5": 0, "": 0, "21m": 0, "NaN": 0, "+Inf": 0, "1e400": 0, "{{ticket.ticket_field_ID}}": 0, "01:25": 0,
	} {
		if got := written.seconds(); got != want {
			t.Errorf("%q gives %v, want %v", written, got, want)
		}
	}
}

func TestClocks(t *testing.T) {
	t.Parallel()
	for written, want := range map[text]time.Duration{
		"01:25": 85 * time.Minute, "0:00": 0, "120:05": 120*time.Hour + 5*time.Minute, "01:25:30": 85*time.Minute + 30*time.Second,
		"": 0, "85": 0, "1:60": 0, "1:2:60": 0, "-1:00": 0, "1:2:3:4": 0, ":": 0, "1:": 0, "1h:2m": 0, "8784:00": maxHandled, "8784:01": 0, "99999:00": 0,
	} {
		if got := written.clock(); got != want {
			t.Errorf("%q gives %v, want %v", written, got, want)
		}
	}
}
