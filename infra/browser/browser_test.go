package browser_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/chromedp/chromedp"

	"heed/infra/browser"
)

func opened(t *testing.T) *browser.Browser {
	t.Helper()
	if os.Getenv("HEED_NO_BROWSER") == "1" {
		t.Skip("SKIPPED, since HEED_NO_BROWSER=1: nothing was looked at in a browser")
	}
	b, err := browser.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

const tall = `<!doctype html><meta name="viewport" content="width=device-width">
<style>body{margin:0;height:2000px;background:#fff}@media(prefers-color-scheme:dark){body{background:#000}}</style>`

func drawn(t *testing.T, data []byte, err error) image.Image {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A picture holds the whole page, in the colours that the device prefers.
func TestPictures(t *testing.T) {
	t.Parallel()
	b := opened(t)
	for look, dots := range map[browser.Look]image.Point{
		browser.Phone: {750, 4000}, browser.Phone.InDark(): {750, 4000},
		browser.Desktop: {1280, 2000}, browser.Desktop.InDark(): {1280, 2000},
	} {
		data, err := b.PictureOf(t.Context(), tall, look)
		m := drawn(t, data, err)
		want := color.Gray16{0xffff}
		if look.Dark {
			want = color.Gray16{0}
		}
		if got := color.Gray16Model.Convert(m.At(5, dots.Y-5)); m.Bounds().Size() != dots || got != want {
			t.Errorf("on %+v it is %v and its colour %v, want %v and %v", look, m.Bounds().Size(), got, dots, want)
		}
	}
}

// A tab shares no cookie with another.
func TestTabsAreStrangers(t *testing.T) {
	t.Parallel()
	b := opened(t)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if _, err := r.Cookie("seen"); err == nil {
			_, _ = w.Write([]byte("<title>again</title>"))
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		_, _ = w.Write([]byte("<title>first</title>"))
	}))
	defer s.Close()
	for range 2 {
		tab, closed, err := b.Tab(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer closed()
		for _, want := range []string{"first", "again"} {
			if err := chromedp.Do(tab, chromedp.Navigate(s.URL)); err != nil {
				t.Fatal(err)
			}
			if got, err := chromedp.Run(tab, chromedp.Title()); err != nil || got != want {
				t.Errorf("the page says %q, %v, want %q", got, err, want)
			}
		}
	}
	data, err := b.Picture(t.Context(), s.URL, browser.Desktop)
	if m := drawn(t, data, err); m.Bounds().Size() != (image.Point{1280, 800}) {
		t.Errorf("the picture is %v", m.Bounds())
	}
}

// Where there is no Chromium the error says how to get one, and a name that
// leads nowhere is not passed over.
func TestMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv(browser.Variable, "")
	if _, err := browser.Open(t.Context()); !errors.Is(err, browser.ErrMissing) {
		t.Skip("a Chromium stands where no PATH is needed:", err)
	}
	t.Setenv(browser.Variable, "/nowhere/chromium")
	if b, err := browser.Open(t.Context()); err == nil {
		b.Close()
		t.Error("a name that leads nowhere opened a browser")
	}
}
