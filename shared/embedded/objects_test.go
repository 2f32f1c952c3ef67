package embedded

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"heed/shared/heed"
)

// noted returns the bucket and key that an S3 notification tells of.
func noted(t *testing.T, body []byte) (bucket, key string) {
	t.Helper()
	var note struct {
		Records []struct {
			EventSource, EventName string
			S3                     struct {
				Bucket struct{ Name string }
				Object struct {
					Key  string
					Size int
				}
			}
		}
	}
	if err := json.Unmarshal(body, &note); err != nil {
		t.Fatal(err)
	}
	if len(note.Records) != 1 || note.Records[0].EventSource != "aws:s3" || !strings.HasPrefix(note.Records[0].EventName, "ObjectCreated:") {
		t.Fatalf("notification %s", body)
	}
	s3 := note.Records[0].S3
	key, err := url.QueryUnescape(s3.Object.Key)
	if err != nil {
		t.Fatal(err)
	}
	return s3.Bucket.Name, key
}

func TestObjects(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	q := f.mustQueue(t, plain)
	o := f.Objects("inbound-mail", q, atNoon)
	if _, err := o.Get(t.Context(), "no"); heed.CodeOf(err) != heed.NotFound {
		t.Errorf("an object that is not there: %v", err)
	}
	for _, key := range []string{"", strings.Repeat("k", 1025)} {
		if err := o.Put(t.Context(), key, nil); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("a key of %d bytes: %v", len(key), err)
		}
	}
	large := bytes.Repeat([]byte("mail"), 1<<20)
	for _, data := range [][]byte{large, []byte("short"), {}} {
		if err := o.Put(t.Context(), "k", data); err != nil {
			t.Fatal(err)
		}
		if got, err := o.Get(t.Context(), "k"); !bytes.Equal(got, data) || err != nil {
			t.Errorf("%d bytes put, %d got, %v", len(data), len(got), err)
		}
	}
	if got := q.Depth().Waiting; got != 0 {
		t.Errorf("%d notifications of plain puts", got)
	}
}

func TestAnObjectsNotification(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	q := f.mustQueue(t, plain)
	o := f.Objects("inbound-mail", q, atNoon)
	const name = "in/a mail+ü"
	data := []byte("mail")
	if err := o.PutAndNotify(t.Context(), name, data); err != nil {
		t.Fatal(err)
	}
	copy(data, "xxxx") // the caller's own again
	if got, err := o.Get(t.Context(), name); string(got) != "mail" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	notes := q.drained(t)
	if len(notes) != 1 {
		t.Fatalf("%d notifications", len(notes))
	}
	if bucket, key := noted(t, notes[0]); bucket != "inbound-mail" || key != name {
		t.Errorf("told of %s in %s", key, bucket)
	}
}
