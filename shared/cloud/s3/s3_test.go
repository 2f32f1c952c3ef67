package s3_test

import (
	"bytes"
	"testing"

	"heed/shared/cloud"
	"heed/shared/cloud/s3"
	"heed/shared/cloud/standin"
	"heed/shared/heed"
)

func TestGet(t *testing.T) {
	s := standin.NewS3(t, "inbound")
	standin.Setenv(t, "AWS_ENDPOINT_URL_S3="+s.URL)
	body := bytes.Repeat([]byte("mail "), 100)
	s.Put(t, "mail/o3vrnil0e2ic+ü =1", body)
	s.Put(t, "empty", nil)
	client := s3.New(cloud.Config())
	for name, c := range map[string]struct {
		bucket, key string
		limit       int64
		code        heed.Code
		want        []byte
	}{
		"whole":          {"inbound", "mail/o3vrnil0e2ic+ü =1", 500, "", body},
		"too large":      {"inbound", "mail/o3vrnil0e2ic+ü =1", 499, heed.TooLarge, nil},
		"empty":          {"inbound", "empty", 0, "", nil},
		"no object":      {"inbound", "mail/none", 500, heed.NotFound, nil},
		"no bucket":      {"elsewhere", "mail/none", 500, heed.Unavailable, nil},
		"nobody listens": {"", "x", 500, heed.Unavailable, nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := (&s3.Objects{Client: client, Bucket: c.bucket}).Get(t.Context(), c.key, c.limit)
			if heed.CodeOf(err) != c.code || !bytes.Equal(got, c.want) {
				t.Errorf("%d bytes, error %v", len(got), err)
			}
		})
	}
}
