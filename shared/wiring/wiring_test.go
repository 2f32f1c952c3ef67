package wiring

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heed/shared/table"
)

func TestEveryRowIsWhole(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+$`)
	var seen []string
	for _, f := range Functions {
		if !name.MatchString(f.Name) || slices.Contains(seen, f.Name) {
			t.Errorf("%q is no name, or one that is taken", f.Name)
		}
		seen = append(seen, f.Name)
		if starts := len(starters(f)); starts != 1 {
			t.Errorf("%s is started by %v, want one thing", f.Name, starters(f))
		}
		if f.Does == "" || f.Timeout < 1e9 || f.Memory < 128 {
			t.Errorf("%s: does %q in %v with %d MB", f.Name, f.Does, f.Timeout, f.Memory)
		}
		if (f.Door == "") != (len(f.Routes) == 0) {
			t.Errorf("%s has %d routes and the door %q", f.Name, len(f.Routes), f.Door)
		}
	}
}

func starters(f Function) []string {
	var found []string
	if len(f.Routes) > 0 {
		found = append(found, "routes")
	}
	if f.Queue != "" {
		found = append(found, f.Queue)
	}
	if f.Every > 0 {
		found = append(found, f.Every.String())
	}
	return found
}

func TestEveryQueueFeedsOneFunction(t *testing.T) {
	fed := map[string]int{}
	for _, f := range Functions {
		if f.Queue != "" {
			fed[f.Queue]++
		}
	}
	for _, q := range Queues {
		if fed[q.Name] != 1 {
			t.Errorf("%s feeds %d functions", q.Name, fed[q.Name])
		}
		delete(fed, q.Name)
	}
	if len(fed) > 0 {
		t.Errorf("there are no queues %v", fed)
	}
	if !Queues[0].FIFO || Queues[0].Name != Touchpoints {
		t.Error("touchpoints do not stay in order")
	}
}

// A route is one method and path; an API takes {name} for one part of a path
// and {name+} for the rest of it.
func TestRoutes(t *testing.T) {
	path := regexp.MustCompile(`^/([a-z]+(/\{[a-z]+\+?\})?(/[a-z]+)?)?$`)
	seen := map[string]bool{}
	for _, f := range Functions {
		for _, r := range f.Routes {
			key := r.Method + " " + r.Path
			if seen[key] || !path.MatchString(r.Path) || !slices.Contains([]string{"ANY", "GET", "HEAD", "POST"}, r.Method) {
				t.Errorf("%s of %s is no route, or one that is taken", key, f.Name)
			}
			seen[key] = true
		}
	}
}

func TestGrantsNameWhatTheTableHas(t *testing.T) {
	prefixes := []string{
		table.RowPrefix, table.CustomerPrefix, table.AccountPrefix, table.CellPrefix, table.SheetPrefix, table.MarkPrefix, table.ConfigPrefix,
		table.KeptPrefix, table.AliasPrefix, table.PausePK, table.LeasePK, table.RollupPK, table.ScopePK, table.PacePK, table.IndexPK, table.TallyPrefix,
		table.NoticePrefix,
	}
	for _, f := range Functions {
		var granted []string
		for _, g := range f.Table {
			for _, p := range g.Prefixes {
				if !slices.Contains(prefixes, p) {
					t.Errorf("%s is granted %q, which is nothing", f.Name, p)
				}
				granted = append(granted, p)
			}
			if len(g.Actions) == 0 || len(g.Prefixes) == 0 {
				t.Errorf("%s has a grant of nothing: %v", f.Name, g)
			}
		}
		slices.Sort(granted)
		if once := slices.Compact(slices.Clone(granted)); len(once) != len(granted) {
			t.Errorf("%s is granted something twice: %v", f.Name, granted)
		}
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	for power, want := range map[Power]string{
		ReadKeys: "decide send respond reply report", ReadSecrets: "webhook", ReadCredentials: "decide", HideTouchpoints: "decide", SendMail: "send",
		PutTouchpoints: "webhook report", ReadInbound: "reply", Redrive: "report",
	} {
		var have []string
		for _, f := range Functions {
			if slices.Contains(f.Powers, power) {
				have = append(have, f.Name)
			}
		}
		if got := strings.Join(have, " "); got != want {
			t.Errorf("%s: %s, want %s", power, got, want)
		}
	}
}

func TestEnv(t *testing.T) {
	for name, want := range map[string]string{
		"webhook":  "HEED_BASE_URL HEED_FROM HEED_OBSERVE HEED_REPLY_DOMAIN HEED_SECRETS_PREFIX HEED_TOUCHPOINTS_URL",
		"delivery": "HEED_BASE_URL HEED_FROM HEED_OBSERVE HEED_REPLY_DOMAIN HEED_TABLE",
	} {
		if got := strings.Join(Find(name).Env(), " "); got != want {
			t.Errorf("%s is told %s, want %s", name, got, want)
		}
	}
}

func TestSignalsAreOfFunctions(t *testing.T) {
	for _, s := range Signals {
		Find(s.Function)
		if s.Message == "" || s.Times < 1 || s.Means == "" {
			t.Errorf("a signal says nothing: %+v", s)
		}
	}
}

func TestFindTellsAFaultInTheProgram(t *testing.T) {
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, "no function nosuch") {
			t.Errorf("said %q", got)
		}
	}()
	Find("nosuch")
}

func TestRuntimeLeavesRoom(t *testing.T) {
	for _, f := range Functions {
		var limit int
		if _, err := fmt.Sscanf(f.Runtime()["GOMEMLIMIT"], "%dMiB", &limit); err != nil || limit >= f.Memory || limit < f.Memory/2 {
			t.Errorf("%s has %d MB, and its Go runtime is told %v", f.Name, f.Memory, f.Runtime())
		}
	}
}
