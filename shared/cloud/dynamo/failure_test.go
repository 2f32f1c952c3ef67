package dynamo_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/dynamo"
	"heed/shared/heed"
	"heed/shared/table"
)

func TestFailures(t *testing.T) {
	for _, c := range []struct {
		status int
		code   string
		want   heed.Code
	}{
		{400, "ValidationException", heed.Internal},
		{400, "AccessDeniedException", heed.Internal},
		{400, "ResourceNotFoundException", heed.Internal},
		{400, "ThrottlingException", heed.Unavailable},
		{400, "ProvisionedThroughputExceededException", heed.Unavailable},
		{400, "RequestLimitExceeded", heed.Unavailable},
		{500, "InternalServerError", heed.Unavailable},
		{503, "ServiceUnavailable", heed.Unavailable},
	} {
		t.Run(c.code, func(t *testing.T) {
			always := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(c.status)
				_, _ = io.WriteString(w, `{"__type":"com.amazonaws.dynamodb.v20120810#`+c.code+`"}`)
			}))
			defer always.Close()
			once := dynamodb.New(dynalite.Client(always.URL).Options(), func(o *dynamodb.Options) { o.Retryer = aws.NopRetryer{} })
			tab := &dynamo.Table{Client: once, Name: "x"}
			_, get := tab.Get(t.Context(), item("").Key)
			_, query := tab.Query(t.Context(), table.Query{PK: "a"})
			for name, err := range map[string]error{
				"get": get, "query": query,
				"put":    tab.PutIfAbsent(t.Context(), item("x")),
				"delete": tab.Delete(t.Context(), item("").Key, 1),
			} {
				if heed.CodeOf(err) != c.want || !strings.Contains(err.Error(), c.code) {
					t.Errorf("%s: %q, code %s; want code %s and the cause", name, err, heed.CodeOf(err), c.want)
				}
			}
		})
	}
}

func TestNobodyThere(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	tab := &dynamo.Table{Client: dynalite.Client(gone.URL), Name: "x"}
	err := tab.PutIfAbsent(t.Context(), item("x"))
	if heed.CodeOf(err) != heed.Unavailable || heed.MessageOf(err) != "the table does not answer" {
		t.Errorf("%v, code %s; want Unavailable", err, heed.CodeOf(err))
	}
}
