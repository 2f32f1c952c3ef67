// Package s3 reads objects: the mails that SES puts in the inbound bucket.
package s3

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"heed/shared/cloud"
	"heed/shared/heed"
)

// New returns a client.
func New(cfg aws.Config) *s3.Client {
	return s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.BaseEndpoint = cloud.Endpoint("S3")
		o.UsePathStyle = o.BaseEndpoint != nil // other servers have no name for each bucket
	})
}

// Objects are those of one bucket.
type Objects struct {
	Client *s3.Client
	Bucket string
}

// Get returns the whole of an object of at most limit bytes. The error is
// NotFound if there is no such object, TooLarge if it has more bytes, and else
// Unavailable. A role without s3:ListBucket is told Forbidden of what is not
// there, and that is Unavailable too: grant it.
func (o *Objects) Get(ctx context.Context, key string, limit int64) ([]byte, error) {
	out, err := o.Client.GetObject(ctx, &s3.GetObjectInput{Bucket: &o.Bucket, Key: &key})
	var none *types.NoSuchKey
	switch {
	case errors.As(err, &none):
		return nil, heed.Errorf(heed.NotFound, "there is no such object").Because(err)
	case err != nil:
		return nil, unavailable(err)
	}
	defer out.Body.Close() //nolint:errcheck // nothing is written
	body, err := io.ReadAll(io.LimitReader(out.Body, limit+1))
	if err != nil {
		return nil, unavailable(fmt.Errorf("reading the object: %w", err))
	}
	if int64(len(body)) > limit {
		return nil, heed.Errorf(heed.TooLarge, "the object has more than %d bytes", limit)
	}
	return body, nil
}

func unavailable(err error) error {
	return heed.Errorf(heed.Unavailable, "the bucket cannot be read at the moment").Because(err)
}
