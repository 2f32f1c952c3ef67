package bench

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"heed/shared/cloud/standin"
	"heed/shared/wiring"
)

// starts is how often each program is started.
const starts = 20

// A started is one program, what it is asked first, and how long it took to
// answer each time it was started.
type started struct {
	name    string
	host    *standin.Host
	request []byte
	answer  string // what the answer holds, if the work was done
	took    []time.Duration
}

// BenchmarkColdStart measures, by turns, from the start of each function's
// program to its first answer: built and told what the deployment builds and
// tells it, for this machine, with a real request and services that answer at
// once. Medians, and each as a multiple of a program that answers "hello".
func BenchmarkColdStart(b *testing.B) {
	c := newCloud(b)
	hello := &started{name: "hello", host: standin.NewHost(b, standin.Build(b, filepath.Join("..", "..", "shared", "cloud", "standin", "testdata", "hello"))), request: get("/"), answer: "hello"}
	all := []*started{hello}
	for _, row := range wiring.Functions {
		s := &started{name: row.Name, host: standin.NewHost(b, built(b, row.Name), c.env(row)...)}
		s.request, s.answer = c.first(b, row.Name)
		all = append(all, s)
	}
	for range starts {
		for _, s := range all {
			s.start(b)
		}
	}
	for _, s := range all {
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() { // all was measured above, by turns
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(s.median().Seconds()*1e3, "ms")
			b.ReportMetric(s.median().Seconds()/hello.median().Seconds(), "x-hello")
		})
	}
}

func (s *started) start(b *testing.B) {
	b.Helper()
	answer, err := s.host.Invoke(b.Context(), s.request)
	if err != nil || !bytes.Contains(answer, []byte(s.answer)) {
		b.Fatalf("%s answered %s, error %v, log %s", s.name, answer, err, s.host.Log())
	}
	s.took = append(s.took, s.host.Cold)
	s.host.Close()
}

func (s *started) median() time.Duration {
	sorted := slices.Sorted(slices.Values(s.took))
	return sorted[len(sorted)/2]
}

// built is a function's program, with surveys.yaml beside it.
func built(b *testing.B, name string) string {
	b.Helper()
	program := standin.Build(b, "../../functions/"+name)
	text, err := os.ReadFile("../../surveys.yaml")
	if err == nil {
		err = os.WriteFile(filepath.Join(filepath.Dir(program), wiring.SurveysFile), text, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	return program
}
