package embedded

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
	"heed/shared/queue"
)

// Objects is the laptop's place of the S3 bucket that inbound mail lies in.
type Objects struct {
	file  *File
	name  string
	queue *Queue
	now   func() time.Time
}

// Objects returns the bucket, by that name in its notifications, which go to q.
func (f *File) Objects(name string, q *Queue, now func() time.Time) *Objects {
	return &Objects{file: f, name: name, queue: q, now: now}
}

// Get returns an object. An error with code not_found says that there is none.
func (o *Objects) Get(ctx context.Context, key string) ([]byte, error) {
	var data []byte
	found := false
	err := o.file.read(ctx, func(tx *bbolt.Tx) error {
		v := tx.Bucket(objectsBucket).Get([]byte(key))
		data, found = bytes.Clone(v), v != nil
		return nil
	})
	switch {
	case err != nil:
		return nil, fmt.Errorf("get an object: %w", err)
	case !found:
		return nil, heed.Errorf(heed.NotFound, "there is no such object")
	}
	return data, nil
}

// Put stores an object, over any that has the key.
func (o *Objects) Put(ctx context.Context, key string, data []byte) error {
	if err := checkObjectKey(key); err != nil {
		return err
	}
	data = bytes.Clone(data)
	err := o.file.write(ctx, func(tx *draft) error {
		tx.put(objectsBucket, []byte(key), data)
		return nil
	}, nil)
	if err != nil {
		return fmt.Errorf("put an object: %w", err)
	}
	return nil
}

// PutAndNotify stores an object and puts S3's word of it on the queue, in one
// transaction.
func (o *Objects) PutAndNotify(ctx context.Context, key string, data []byte) error {
	a, err := o.arrival(key, data)
	if err != nil {
		return err
	}
	err = o.file.write(ctx, a.store, a.admit)
	if err != nil {
		return fmt.Errorf("put an object: %w", err)
	}
	return nil
}

// An arrival is an object and the message that tells of it.
type arrival struct {
	key, data []byte
	queue     *Queue
	note      []parcel
}

func (o *Objects) arrival(key string, data []byte) (*arrival, error) {
	if err := checkObjectKey(key); err != nil {
		return nil, err
	}
	note, err := o.notification(key, data)
	if err != nil {
		return nil, fmt.Errorf("tell of an object: %w", err)
	}
	parcels := []parcel{pack(&queue.Message{Body: note}, o.queue.out.Now().UnixMilli())}
	return &arrival{[]byte(key), bytes.Clone(data), o.queue, parcels}, nil
}

func (a *arrival) store(tx *draft) error {
	tx.put(objectsBucket, a.key, a.data)
	return a.queue.store(tx, a.note)
}

func (a *arrival) admit() { a.queue.admit(a.note) }

// checkObjectKey refuses what S3 would.
func checkObjectKey(key string) error {
	if len(key) == 0 || len(key) > 1024 {
		return heed.Errorf(heed.Invalid, "an object's key has 1 to 1024 bytes")
	}
	return nil
}

// An s3Record is one of an S3 event notification's records, in the words of
// the S3 user guide, "Event message structure".
type s3Record struct {
	EventVersion string    `json:"eventVersion"`
	EventSource  string    `json:"eventSource"`
	Region       string    `json:"awsRegion"`
	EventTime    string    `json:"eventTime"`
	EventName    string    `json:"eventName"`
	S3           s3Details `json:"s3"`
}

type s3Details struct {
	SchemaVersion string `json:"s3SchemaVersion"`
	Bucket        struct {
		Name string `json:"name"`
		ARN  string `json:"arn"`
	} `json:"bucket"`
	Object struct {
		Key  string `json:"key"` // escaped as in a query
		Size int    `json:"size"`
		ETag string `json:"eTag"`
	} `json:"object"`
}

func (o *Objects) notification(key string, data []byte) ([]byte, error) {
	r := s3Record{
		EventVersion: "2.1", EventSource: "aws:s3", Region: "local",
		EventTime: o.now().UTC().Format(eventTime), EventName: "ObjectCreated:Put",
	}
	sum := md5.Sum(data)
	r.S3.SchemaVersion = "1.0"
	r.S3.Bucket.Name, r.S3.Bucket.ARN = o.name, "arn:aws:s3:::"+o.name
	r.S3.Object.Key, r.S3.Object.Size, r.S3.Object.ETag = url.QueryEscape(key), len(data), hex.EncodeToString(sum[:])
	return json.Marshal(map[string][]s3Record{"Records": {r}})
}
