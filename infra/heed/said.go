package main

import (
	"fmt"
	"io"
	"os"
	"slices"

	"heed/shared/said"
	"heed/shared/said/judge"
)

// spoken is the command that shows what package said finds.
type spoken struct {
	File   string `arg:"" optional:"" type:"existingfile" help:"The mail's text; standard input without it."`
	HTML   bool   `help:"The mail's text is HTML."`
	Cases  string `type:"existingfile" help:"A file of cases: say how many of them come out as they should."`
	Failed bool   `help:"With --cases: print those that do not, and what came out."`
}

// Run prints the words of one mail, or judges many.
func (c *spoken) Run() error {
	if c.Cases != "" {
		return c.judge(os.Stdout)
	}
	in := io.Reader(os.Stdin)
	if c.File != "" {
		file, err := os.Open(c.File)
		if err != nil {
			return err // names the file
		}
		defer file.Close()
		in = file
	}
	text, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("reading the mail: %w", err)
	}
	found := said.Plain
	if c.HTML {
		found = said.HTML
	}
	fmt.Println(found(string(text)))
	return nil
}

func (c *spoken) judge(w io.Writer) error {
	file, err := os.Open(c.Cases)
	if err != nil {
		return err // names the file
	}
	defer file.Close()
	cases, err := judge.Read(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Cases, err)
	}
	var all, foreign judge.Count
	by := map[string]*judge.Count{}
	var langs []string
	for i := range cases {
		k := &cases[i]
		out := k.Words()
		passed := k.Passes(out)
		if by[k.Lang] == nil {
			by[k.Lang], langs = &judge.Count{}, append(langs, k.Lang)
		}
		by[k.Lang].Add(passed)
		all.Add(passed)
		if k.Lang != "en" {
			foreign.Add(passed)
		}
		if c.Failed && !passed {
			fmt.Fprintf(w, "%s (%s) came out as %q\n", k.ID, k.Lang, out)
		}
	}
	slices.Sort(langs)
	for _, lang := range langs {
		fmt.Fprintf(w, "%-8s %s\n", lang, by[lang])
	}
	fmt.Fprintf(w, "%s; not English: %s\n", all, foreign)
	return nil
}
