package standin_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/cloud/standin"
)

// BenchmarkColdStart measures, by turns, how long an empty function and one
// like webhook take from their start to their first answer. The medians are
// in milliseconds; what counts is their ratio:
//
//	go test -run - -bench ColdStart -benchtime 200x ./shared/cloud/standin
func BenchmarkColdStart(b *testing.B) {
	event, err := os.ReadFile("testdata/http.json")
	if err != nil {
		b.Fatal(err)
	}
	queue := standin.NewSQS(b)
	secrets := standin.NewSSM(b, map[string]string{"/heed/secret": "s"})
	hosts := []*standin.Host{
		standin.NewHost(b, standin.Build(b, "testdata/hello")),
		standin.NewHost(b, standin.Build(b, "testdata/hooklike"), "AWS_ENDPOINT_URL_SQS="+queue.URL,
			"AWS_ENDPOINT_URL_SSM="+secrets.URL, "QUEUE_URL="+queue.QueueURL("touchpoints.fifo")),
	}
	took := make([][]time.Duration, len(hosts))
	for b.Loop() {
		for i, h := range hosts {
			got, err := h.Invoke(context.Background(), event)
			if err != nil || !strings.Contains(string(got), `"statusCode":200`) {
				b.Fatal(string(got), err, h.Log())
			}
			took[i] = append(took[i], h.Cold)
			h.Close()
		}
	}
	hello, hook := median(took[0]), median(took[1])
	b.ReportMetric(hello.Seconds()*1e3, "hello-ms")
	b.ReportMetric(hook.Seconds()*1e3, "hook-ms")
	b.ReportMetric(float64(hook)/float64(hello), "ratio")
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}
