package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"heed/shared/wiring"
)

func TestEveryRowIsAFunction(t *testing.T) {
	m := of(t, all)
	if got, want := len(m.typed("AWS::Lambda::Function")), len(wiring.Functions); got != want {
		t.Errorf("%d functions of %d rows", got, want)
	}
	for _, row := range wiring.Functions {
		f := m.get(t, "Function-"+row.Name+"/Function")
		for name, want := range map[string]any{
			"Runtime": "provided.al2023", "Handler": "bootstrap", "Description": row.Does,
			"Timeout": row.Timeout.Seconds(), "MemorySize": float64(row.Memory),
			"ReservedConcurrentExecutions": nil, "FunctionName": nil,
		} {
			if f[name] != want {
				t.Errorf("%s: %s is %v, want %v", row.Name, name, f[name], want)
			}
		}
		if got := list(f["Architectures"]); len(got) != 1 || got[0] != "arm64" {
			t.Errorf("%s: runs on %v", row.Name, got)
		}
		if dig(f, "LoggingConfig", "LogFormat") != "JSON" || m.flat(dig(f, "LoggingConfig", "LogGroup")) != "{Function-"+row.Name+"/Log}" {
			t.Errorf("%s: logs as %v", row.Name, f["LoggingConfig"])
		}
	}
	for place, log := range m.typed("AWS::Logs::LogGroup") {
		if log["RetentionInDays"] != 90.0 {
			t.Errorf("%s keeps lines for %v days", place, log["RetentionInDays"])
		}
	}
}

func TestAFunctionIsToldWhatItsRowSays(t *testing.T) {
	for name, settings := range map[string]Settings{"all": all, "none": none} {
		m := of(t, settings)
		for _, row := range wiring.Functions {
			told, _ := dig(m.get(t, "Function-"+row.Name+"/Function"), "Environment", "Variables").(map[string]any)
			want := append([]string{"GOGC", "GOMEMLIMIT"}, row.Env()...)
			if got := slices.Sorted(maps.Keys(told)); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s: %s is told %v, want %v", name, row.Name, got, want)
			}
		}
	}
}

func TestWhatAFunctionIsTold(t *testing.T) {
	m := of(t, all)
	for variable, want := range map[string]struct{ function, value string }{
		wiring.EnvBaseURL:     {"send", "https://ask.example.com"},
		wiring.EnvFrom:        {"send", "Acme <surveys@feedback.example.com>"},
		wiring.EnvReplyTo:     {"send", "in.example.com"},
		wiring.EnvObserve:     {"decide", "false"},
		wiring.EnvTable:       {"decide", "{Table}"},
		wiring.EnvKeys:        {"decide", "/heed/heed/keys"},
		wiring.EnvSecrets:     {"webhook", "/heed/heed/sources/"},
		wiring.EnvCredentials: {"decide", "/heed/heed/credentials/"},
		wiring.EnvTouchpoint:  {"webhook", "{Queue-touchpoints/Live}"},
		wiring.EnvConfigSet:   {"send", "heed"},
		wiring.EnvInbound:     {"reply", "heed-inbound-*-*"},
		wiring.EnvDead:        {"report", "{Queue-touchpoints/Dead.Arn},{Queue-inbound/Dead.Arn},{Queue-events/Dead.Arn}"},
	} {
		f := m.get(t, "Function-"+want.function+"/Function")
		if got := m.flat(dig(f, "Environment", "Variables", variable)); got != want.value {
			t.Errorf("%s is told %s = %q, want %q", want.function, variable, got, want.value)
		}
	}
}

func TestTriggers(t *testing.T) {
	m := of(t, all)
	sources, schedules := 0, 0
	for _, row := range wiring.Functions {
		place := "Function-" + row.Name
		if row.Queue != "" {
			sources++
			checkSource(t, m.get(t, place+"/Function/Source"), m, row)
		}
		if row.Every > 0 {
			schedules++
			rule := m.get(t, place+"/Schedule")
			if got := rule["ScheduleExpression"]; got != rate(int(row.Every.Minutes())) {
				t.Errorf("%s runs at %v", row.Name, got)
			}
			if got := m.flat(dig(m.get(t, place+"/FromSchedule"), "SourceArn")); got != "{"+place+"/Schedule.Arn}" {
				t.Errorf("%s may be started by %s", row.Name, got)
			}
		}
		// Once failed, a run that nobody waits for is not run again.
		if got := m.get(t, place+"/Function/EventInvokeConfig")["MaximumRetryAttempts"]; got != 0.0 {
			t.Errorf("%s is run again %v times", row.Name, got)
		}
	}
	if got := len(m.typed("AWS::Lambda::EventSourceMapping")); got != sources {
		t.Errorf("%d event sources, want %d", got, sources)
	}
	if got := len(m.typed("AWS::Events::Rule")); got != schedules {
		t.Errorf("%d schedules, want %d", got, schedules)
	}
}

func checkSource(t *testing.T, source map[string]any, m *template, row wiring.Function) {
	t.Helper()
	i := slices.IndexFunc(wiring.Queues, func(q wiring.Queue) bool { return q.Name == row.Queue })
	queue := wiring.Queues[i]
	if got := m.flat(source["EventSourceArn"]); got != "{Queue-"+row.Queue+"/Live.Arn}" {
		t.Errorf("%s is fed by %s", row.Name, got)
	}
	if got := dig(source, "ScalingConfig", "MaximumConcurrency"); got != float64(queue.AtOnce) || queue.AtOnce < 2 {
		t.Errorf("%s runs %v at once, want %d, and SQS wants 2 at least", row.Name, got, queue.AtOnce)
	}
	if got := source["BatchSize"]; got != float64(queue.Batch) {
		t.Errorf("%s takes %v messages at once, want %d", row.Name, got, queue.Batch)
	}
	if got := list(source["FunctionResponseTypes"]); len(got) != 1 || got[0] != "ReportBatchItemFailures" {
		t.Errorf("%s answers %v: a batch would fail whole", row.Name, got)
	}
	// AWS asks for six times the function's own time, so that a batch that
	// is held up is not handed to a second one.
	if queue.Hidden < 6*row.Timeout {
		t.Errorf("%s hides a message for %v, while %s may take %v", queue.Name, queue.Hidden, row.Name, row.Timeout)
	}
}

func TestRate(t *testing.T) {
	for minutes, want := range map[int]string{1: "rate(1 minute)", 15: "rate(15 minutes)"} {
		if got := rate(minutes); got != want {
			t.Errorf("rate(%d) = %q, want %q", minutes, got, want)
		}
	}
	for _, row := range wiring.Functions {
		if row.Every%60e9 != 0 || strings.Contains(rate(int(row.Every.Minutes())), "rate(0") && row.Every != 0 {
			t.Errorf("%s runs every %v, which is not whole minutes", row.Name, row.Every)
		}
	}
}
