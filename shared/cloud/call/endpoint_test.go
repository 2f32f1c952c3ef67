package call

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
)

func TestEndpointOfARegion(t *testing.T) {
	for region, want := range map[string]string{
		"eu-central-1": "https://sqs.eu-central-1.amazonaws.com",
		"cn-north-1":   "https://sqs.cn-north-1.amazonaws.com.cn",
	} {
		s := Service{Config: aws.Config{Region: region}, Name: "sqs"}
		if got := s.endpoint(); got != want {
			t.Errorf("%s: %s, want %s", region, got, want)
		}
	}
}
