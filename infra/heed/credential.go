package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"heed/infra/laptop"
	"heed/shared/sources"
)

// A credential is read from where no list of processes shows it.
type credential struct {
	Name   string `arg:"" help:"Name of the source in surveys.yaml."`
	Remove bool   `help:"Forget it; the vendor is stood in for again."`
}

// mostCredential bounds a credential, in bytes.
const mostCredential = 4096

// Run keeps what opens a vendor's API in the laptop's data folder.
func (c *credential) Run(p *program) error {
	scheme, err := c.check(p)
	if err != nil {
		return err
	}
	path := filepath.Join(p.Data, laptop.CredentialsFile)
	all, err := laptop.LoadCredentials(path)
	if err != nil {
		return err
	}
	delete(all, c.Name)
	done := "Forgotten: the vendor of %s is stood in for"
	if !c.Remove {
		if all[c.Name], err = given(os.Stdin); err != nil {
			return err
		}
		if err := shaped(all[c.Name], scheme); err != nil {
			return err
		}
		done = "Kept: the vendor of %s itself is asked"
	}
	if err := os.MkdirAll(p.Data, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	if err := all.Write(path); err != nil {
		return err
	}
	fmt.Printf(done+" from the laptop's next start on.\n", c.Name)
	return nil
}

// check refuses a source that nobody will ever ask about, and says how the
// others are asked.
func (c *credential) check(p *program) (sources.Scheme, error) {
	config, err := p.config()
	if err != nil {
		return "", err
	}
	s := config.Source(c.Name)
	if s == nil {
		return "", fmt.Errorf("%s names no source %s; there are %s", p.Surveys, c.Name, strings.Join(config.SourceNames(), ", "))
	}
	of, _ := sources.Of(s)
	fetcher, asks := of.(sources.Fetcher)
	switch {
	case !asks:
		return "", fmt.Errorf("a source of type %s says all there is to say; its vendor is never asked", s.Type)
	case !c.Remove && fetcher.Access().Base == "":
		return "", fmt.Errorf("say first where it is asked: api: https://... for source %s in %s", c.Name, p.Surveys)
	}
	return fetcher.Access().Scheme, nil
}

// shaped refuses a credential that the vendor could not be shown.
func shaped(text string, scheme sources.Scheme) error {
	shapes := map[sources.Scheme]string{sources.Client: "ID:SECRET", sources.Basic: "USER:PASSWORD", sources.Header: "NAME: VALUE"}
	if shape := shapes[scheme]; shape != "" && !strings.Contains(text, ":") {
		return fmt.Errorf("this source's credential is written %s; its page in docs/sources says where each is had", shape)
	}
	return nil
}

// given reads a credential, of one line, from HEED_CREDENTIAL or else from r.
func given(r io.Reader) (string, error) {
	text := os.Getenv("HEED_CREDENTIAL")
	if text == "" {
		if terminal(os.Stdin) {
			fmt.Fprintln(os.Stderr, "Paste the credential, then Enter and Ctrl-D:")
		}
		read, err := io.ReadAll(io.LimitReader(r, mostCredential+1))
		if err != nil {
			return "", fmt.Errorf("read the credential: %w", err)
		}
		text = string(read)
	}
	text = strings.TrimSpace(text)
	if text == "" || len(text) > mostCredential || strings.ContainsAny(text, "\r\n") {
		return "", errors.New("a credential is one line, given by standard input or in HEED_CREDENTIAL")
	}
	return text, nil
}
