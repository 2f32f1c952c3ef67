package surveys

import (
	"bytes"
	"crypto/sha256"
	"time"

	"heed/shared/heed"
)

// Load reads the text of surveys.yaml and checks all of it. Its error is
// Problems, with everything that is wrong, and then there is no Config.
func Load(text []byte) (*Config, error) {
	var problems Problems
	c := blank()
	if root, ok := parse(text, &problems); ok {
		c.read(root)
	}
	if len(problems) > 0 {
		problems.sort()
		return nil, problems
	}
	c.Version, c.Text = VersionOf(text), bytes.Clone(text)
	return c, nil
}

// VersionOf returns the version of a text of surveys.yaml: the first eight
// bytes of its SHA-256. The smallest edit, even of a comment, is a new one.
func VersionOf(text []byte) heed.ConfigVersion {
	sum := sha256.Sum256(text)
	return heed.ConfigVersion(sum[:8])
}

// blank is a Config with the defaults of all that may be left out.
func blank() *Config {
	return &Config{
		Brand: Brand{Color: "#2457d6"},
		Zone:  time.UTC,
		Quiet: 90,
		Scope: Customer,
		// An agent is a person and a locale may give one away; both are kept
		// only if they are named.
		Dimensions: []string{"stage", "team", "product", "source", "channel"},
	}
}
