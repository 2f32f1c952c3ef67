package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"heed/infra/browser"
	"heed/infra/laptop"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
	"heed/shared/words"
)

type preview struct {
	Program  string `arg:"" help:"A program of surveys.yaml."`
	Locale   string `help:"Language of the customer, such as de; all is every one. Without it, the brand's."`
	Out      string `default:"pictures" type:"path" help:"Folder that everything is written to."`
	Pictures *bool  `negatable:"" help:"Take pictures as well: on a phone and on a desktop, light and dark. The default, but for all languages."`
}

// everyLocale asks for all languages.
const everyLocale = "all"

// Run writes a program's mails to a made-up customer, and takes pictures of
// them where there is a Chromium.
func (c *preview) Run(ctx context.Context, p *program) error {
	config, err := p.config()
	if err != nil {
		return err
	}
	program := config.Program(c.Program)
	if program == nil {
		return heed.Errorf(heed.NotFound, "%s has no program %q, but %s", p.Surveys, c.Program, listed(programs(config)))
	}
	locales, err := c.locales(program)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	var written []sketch
	for _, locale := range locales {
		sketches, err := sketchesOf(config, program, locale, time.Now())
		if err != nil {
			return fmt.Errorf("write the mails in %s: %w", locale, err)
		}
		if err := c.write(sketches); err != nil {
			return err
		}
		written = append(written, sketches...)
	}
	fmt.Printf("%s of program %s in %s, as HTML and text, in %s\n", many(uint64(len(written)), "mail"), program.Name, languages(locales), c.Out)
	if c.Pictures == nil && len(locales) > 1 {
		fmt.Println("Add --pictures for pictures of them, which takes minutes.")
		return nil
	}
	if c.Pictures != nil && !*c.Pictures {
		return nil
	}
	return c.draw(ctx, written, os.Stdout, os.Stderr)
}

func programs(config *surveys.Config) (names []string) {
	for i := range config.Programs {
		names = append(names, config.Programs[i].Name)
	}
	return names
}

func listed(names []string) string { return strings.Join(names, ", ") }

func languages(locales []string) string {
	if len(locales) == 1 {
		return locales[0]
	}
	return many(uint64(len(locales)), "language")
}

// locales are the languages to write in.
func (c *preview) locales(p *surveys.Program) ([]string, error) {
	switch {
	case c.Locale == everyLocale:
		return words.Langs(), nil
	case c.Locale != "" && !words.Known(c.Locale):
		return nil, heed.Errorf(heed.NotFound, "there is no language %q, but %s; %s is every one", c.Locale, listed(slices.Sorted(slices.Values(words.Langs()))), everyLocale)
	case c.Locale != "":
		return []string{c.Locale}, nil
	}
	return []string{words.For(p.Brand.Locale).Lang}, nil
}

// A sketch is a mail that nobody gets, and what its files are called.
type sketch struct {
	name string // of the files, without what follows the dot
	mail.Mail
}

// sketchesOf writes what a customer may get of a program, in one language.
// Whoever they are, they were helped by an agent and have a name, so that
// every hole that words have is filled; their links lead nowhere.
func sketchesOf(config *surveys.Config, p *surveys.Program, locale string, now time.Time) ([]sketch, error) {
	const nowhere = "https://heed.example"
	w := mail.Writer{Brand: config.Brand, From: laptop.From, Loop: "heed.example"}
	o := mail.Occasion{
		ID: "preview", Program: p, Now: now, Closes: now.Add(p.Window).In(config.Zone),
		To: &heed.Invitation{To: "ada@example.com", Name: "Ada Lovelace", Locale: locale, Agent: "Grace", Product: "Engine"},
		Links: mail.Links{
			Survey: nowhere + "/s/preview", Unsubscribe: nowhere + "/u/preview", Preferences: nowhere + "/p/preview",
			UnsubscribeMail: "unsubscribe+preview@" + laptop.Domain, Reply: "reply+preview@" + laptop.Domain,
		},
	}
	link := func(kind heed.FurtherKind) func(mail.Occasion) (mail.Mail, error) {
		return func(o mail.Occasion) (mail.Mail, error) { return w.Link(o, kind, nowhere+"/p/preview") }
	}
	kinds := []struct {
		name  string
		write func(mail.Occasion) (mail.Mail, error)
		at    time.Time
	}{
		{"invitation", w.Invitation, now},
		{"reminder", w.Reminder, now.Add(p.Remind)},
		{"question-back", w.QuestionBack, now},
		{"export-link", link(heed.ExportLink), now},
		{"forget-link", link(heed.ForgetLink), now},
	}
	var list []sketch
	for _, kind := range kinds {
		if kind.name == "reminder" && p.Remind == 0 {
			continue
		}
		o.Now = kind.at
		m, err := kind.write(o)
		if err != nil {
			return nil, err
		}
		list = append(list, sketch{strings.Join([]string{p.Name, strings.ToLower(locale), kind.name}, "-"), m})
	}
	return list, nil
}

// write writes the parts of each mail. Above the text stands what the list of
// mails shows.
func (c *preview) write(sketches []sketch) error {
	for _, s := range sketches {
		text := fmt.Sprintf("From: %s\nTo: %s\nSubject: %s\n\n%s", s.From, s.To, s.Subject, s.Text)
		for ending, part := range map[string]string{".html": s.HTML, ".txt": text} {
			if err := os.WriteFile(filepath.Join(c.Out, s.name+ending), []byte(part), 0o644); err != nil {
				return fmt.Errorf("write the mail: %w", err)
			}
		}
	}
	return nil
}

// looks are the devices that pictures are taken of.
var looks = []struct {
	name string
	browser.Look
}{
	{"-phone", browser.Phone},
	{"-phone-dark", browser.Phone.InDark()},
	{"-desktop", browser.Desktop},
	{"-desktop-dark", browser.Desktop.InDark()},
}

// draw takes the pictures. That there is no browser is told, and no failure:
// the mails are written.
func (c *preview) draw(ctx context.Context, sketches []sketch, out, trouble io.Writer) error {
	b, err := browser.Open(ctx)
	if errors.Is(err, browser.ErrMissing) {
		fmt.Fprintf(trouble, "No pictures were taken: %v.\n", err)
		return nil
	}
	if err != nil {
		return err
	}
	defer b.Close()
	for i, s := range sketches {
		for _, look := range looks {
			png, err := b.PictureOf(ctx, s.HTML, look.Look)
			if err != nil {
				return fmt.Errorf("%s%s: %w", s.name, look.name, err)
			}
			if err := os.WriteFile(filepath.Join(c.Out, s.name+look.name+".png"), png, 0o644); err != nil {
				return fmt.Errorf("write the picture: %w", err)
			}
		}
		fmt.Fprintf(out, "Pictures of %s (%d of %d)\n", s.name, i+1, len(sketches))
	}
	return nil
}
