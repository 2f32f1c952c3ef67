package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A Look is the screen that a page is looked at on, in CSS pixels.
type Look struct {
	Width, Height int
	Dark          bool // the device prefers dark colours
}

// Phone and Desktop are screens of usual sizes.
var (
	Phone   = Look{Width: 375, Height: 720}
	Desktop = Look{Width: 1280, Height: 800}
)

// InDark is the same screen where dark colours are preferred.
func (l Look) InDark() Look {
	l.Dark = true
	return l
}

// phone is the width below which a screen is one that is touched.
const phone = 600

// On makes a tab look as that screen does. A narrow one is a phone's: it is
// touched, and has two dots to each pixel.
func On(l Look) chromedp.Action[chromedp.Void] {
	scheme := "light"
	if l.Dark {
		scheme = "dark"
	}
	options := []chromedp.EmulateViewportOption{}
	if l.Width < phone {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch, chromedp.EmulatePortrait, chromedp.EmulateScale(2))
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	return chromedp.Steps(
		chromedp.EmulateViewport(int64(l.Width), int64(l.Height), options...),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, media)
			return err
		}),
	)
}

// Picture returns a picture of the whole page at an address, however long it
// is, as PNG.
func (b *Browser) Picture(ctx context.Context, url string, look Look) ([]byte, error) {
	return b.picture(ctx, chromedp.Navigate(url), look)
}

// PictureOf returns a picture of HTML that stands at no address.
func (b *Browser) PictureOf(ctx context.Context, html string, look Look) ([]byte, error) {
	return b.picture(ctx, Show(html), look)
}

func (b *Browser) picture(ctx context.Context, open chromedp.Action[chromedp.Void], look Look) ([]byte, error) {
	tab, closed, err := b.Tab(ctx)
	if err != nil {
		return nil, err
	}
	defer closed()
	if err := chromedp.Do(tab, On(look), open); err != nil {
		return nil, fmt.Errorf("open the page: %w", err)
	}
	png, err := chromedp.Run(tab, chromedp.FullScreenshot(100))
	if err != nil {
		return nil, fmt.Errorf("take the picture: %w", err)
	}
	return png, nil
}
