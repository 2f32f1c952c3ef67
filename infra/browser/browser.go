// Package browser opens a Chromium that is installed on this machine, without
// a window, to look at pages as people do: for pictures, and for the tests that
// walk through them. A browser starts with an empty profile of its own and
// leaves nothing behind; by itself it calls nobody.
package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A Browser is one running Chromium. Its tabs may be used at once.
type Browser struct {
	ctx   context.Context // of the browser's first tab, which stays empty
	close func()
}

// Open starts Chromium, which ends with ctx or by Close. The error is
// ErrMissing where there is none.
func Open(ctx context.Context) (*Browser, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	ctx, free := chromedp.NewExecAllocator(ctx, flags(program)...)
	ctx, end := chromedp.NewContext(ctx)
	b := &Browser{ctx: ctx, close: func() { _ = chromedp.Cancel(ctx); end(); free() }}
	if err := chromedp.Do(ctx); err != nil {
		b.close()
		return nil, fmt.Errorf("start %s: %w", program, err)
	}
	return b, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() { b.close() }

// flags are chromedp's own, which keep the browser quiet and its hidden tabs
// awake, and what else calls home. The sandbox is left out by chromedp where
// root runs it, who can't have one.
func flags(program string) []chromedp.ExecAllocatorOption {
	list := append([]chromedp.ExecAllocatorOption{}, chromedp.DefaultExecAllocatorOptions[:]...)
	list = append(list, chromedp.ExecPath(program), chromedp.DisableGPU)
	for _, name := range []string{"disable-quic", "disable-component-update", "disable-domain-reliability", "no-pings"} {
		list = append(list, chromedp.Flag(name, true))
	}
	return list
}

// Tab opens a tab of a visitor nobody has seen before: it shares no cookie and
// no history with any other. It is a context for chromedp's actions, and ends
// with ctx or by close.
func (b *Browser) Tab(ctx context.Context) (tab context.Context, closed func(), err error) {
	tab, end := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	stop := context.AfterFunc(ctx, end)
	closed = func() { stop(); end() }
	if err := chromedp.Do(tab); err != nil {
		closed()
		return nil, nil, fmt.Errorf("open a tab: %w", err)
	}
	return tab, closed, nil
}

// Show puts HTML into a tab as its whole page, at an address of no site.
func Show(html string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(chromedp.Navigate("about:blank"), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		tree, err := cdp.Call(ctx, t, page.GetFrameTree, cdp.Empty{})
		if err != nil {
			return fmt.Errorf("find the tab's frame: %w", err)
		}
		_, err = cdp.Call(ctx, t, page.SetDocumentContent, page.SetDocumentContentParams{FrameID: tree.FrameTree.Frame.ID, HTML: html})
		return err
	}))
}
