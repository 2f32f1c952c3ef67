package surveys

import (
	"os"
	"testing"
	"time"

	"heed/shared/heed"
)

func shipped(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestLoadShipped(t *testing.T) {
	c, err := Load(shipped(t))
	if err != nil {
		t.Fatal(err)
	}
	if c.Version != VersionOf(c.Text) || c.Version == (heed.ConfigVersion{}) {
		t.Errorf("version is %v", c.Version)
	}
	p := c.Program("renewal")
	if p == nil || p.Rate != 250_000_000 || p.Ceiling != 300_000_000 || p.Delay != 24*time.Hour || p.Quiet != 90 {
		t.Errorf("renewal is read as %+v", p)
	}
	if src := c.Source("app"); src == nil || src.Type != "standard" {
		t.Errorf("app is read as %+v", src)
	}
}

func BenchmarkLoad(b *testing.B) {
	text := shipped(b)
	for b.Loop() {
		if _, err := Load(text); err != nil {
			b.Fatal(err)
		}
	}
}
