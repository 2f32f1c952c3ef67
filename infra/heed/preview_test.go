package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heed/infra/browser"
	"heed/shared/surveys"
)

// Every kind of mail that a customer may get of a program is written; of this
// one there is no reminder.
func TestPreviewWritesEveryMail(t *testing.T) {
	var names []string
	for _, s := range sketches(t) {
		names = append(names, s.name)
		if s.HTML == "" || s.Text == "" {
			t.Errorf("%s is empty", s.name)
		}
	}
	if got := strings.Join(names, " "); got != "support-ar-invitation support-ar-question-back support-ar-export-link support-ar-forget-link" {
		t.Errorf("written are %s", got)
	}
}

// drafts are the mails that pictures are taken of.
func drafts(t *testing.T) []sketch {
	t.Helper()
	return sketches(t)[:1]
}

func sketches(t *testing.T) []sketch {
	t.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	config, err := surveys.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	list, err := sketchesOf(config, config.Program("support"), "ar", time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// There are four pictures of a mail, and none is the other's.
func TestPreviewPictures(t *testing.T) {
	if os.Getenv("HEED_NO_BROWSER") == "1" {
		t.Skip("SKIPPED, since HEED_NO_BROWSER=1: no mail was looked at in a browser")
	}
	c := &preview{Out: t.TempDir()}
	var out, trouble bytes.Buffer
	if err := c.draw(t.Context(), drafts(t), &out, &trouble); err != nil || trouble.Len() > 0 || !strings.Contains(out.String(), "(1 of 1)") {
		t.Fatalf("%v, %q, %q", err, out.String(), trouble.String())
	}
	seen := map[string]string{}
	for name, width := range map[string]int{"phone": 750, "phone-dark": 750, "desktop": 1280, "desktop-dark": 1280} {
		data, err := os.ReadFile(filepath.Join(c.Out, "support-ar-invitation-"+name+".png"))
		if err != nil {
			t.Error(err)
			continue
		}
		if m, err := png.DecodeConfig(bytes.NewReader(data)); err != nil || m.Width != width {
			t.Errorf("%s is %d wide, want %d: %v", name, m.Width, width, err)
		}
		if twin := seen[string(data)]; twin != "" {
			t.Errorf("%s is as %s", name, twin)
		}
		seen[string(data)] = name
	}
}

// Where there is no Chromium it is told how to get one, and nothing fails.
func TestPreviewWithoutChromium(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv(browser.Variable, "")
	var out, trouble bytes.Buffer
	c := &preview{Out: t.TempDir()}
	if err := c.draw(t.Context(), drafts(t), &out, &trouble); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 0 {
		t.Skip("a Chromium stands where no PATH is needed")
	}
	if said := trouble.String(); !strings.HasPrefix(said, "No pictures were taken: no Chromium was found.") || !strings.Contains(said, "apt-get install chromium") {
		t.Errorf("it says %q", said)
	}
}
