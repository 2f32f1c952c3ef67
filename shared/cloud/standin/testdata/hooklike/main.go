// Hooklike does at its start and first event what webhook does, without its
// domain: reads a secret, and puts what came on a queue.
package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"time"

	"heed/shared/cloud"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/ssm"
	"heed/shared/queue"
)

func main() {
	cfg := cloud.Config()
	store := ssm.Store{Config: cfg, Now: time.Now}
	secrets := cloud.Ahead(time.Now, time.Hour, func(ctx context.Context) (map[string]string, error) { return store.Get(ctx, "/heed/secret") })
	touchpoints := sqs.Queue{Client: sqs.New(cfg, time.Now), URL: os.Getenv("QUEUE_URL")}
	cloud.ServeHTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err == nil {
			_, err = secrets(r.Context())
		}
		if err == nil {
			err = touchpoints.Put(r.Context(), queue.Message{Group: "g", Body: body})
		}
		if err != nil {
			cloud.Logger().ErrorContext(r.Context(), "hook", "error", err)
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
}
