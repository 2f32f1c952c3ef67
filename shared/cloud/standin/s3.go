package standin

import (
	"bytes"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// S3 keeps one bucket in memory.
type S3 struct {
	URL    string
	Bucket string

	backend *s3mem.Backend
}

// NewS3 starts one that ends with the test.
func NewS3(t testing.TB, bucket string) *S3 {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket(bucket); err != nil {
		t.Fatal("making a bucket:", err)
	}
	return &S3{URL: serve(t, "s3", gofakes3.New(backend).Server()).URL, Bucket: bucket, backend: backend}
}

// Put stores an object.
func (s *S3) Put(t testing.TB, key string, body []byte) {
	t.Helper()
	if _, err := s.backend.PutObject(s.Bucket, key, map[string]string{}, bytes.NewReader(body), int64(len(body)), nil); err != nil {
		t.Fatal("storing an object:", err)
	}
}
