// Package cloud is how a deployed function meets Lambda: where it is told
// what, how it is handed events, and where its log goes. The packages below
// it (sqs, ses, ssm, s3, dynamo) are the doors to one AWS service each, so
// that a function pays at its cold start for the services it uses and no
// others.
//
// No rule of Heed's lives here, and nothing of the laptop's.
package cloud

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// Config is the configuration of every client, read from the variables that
// Lambda sets. The SDK's own loader would find the same, but the sign-on
// clients it brings along take twice as long to start as all the rest.
func Config() aws.Config {
	return aws.Config{
		Region:       os.Getenv("AWS_REGION"),
		BaseEndpoint: Endpoint(""),
		Credentials:  aws.CredentialsProviderFunc(credentials),
	}
}

// credentials are those of the function's role; Lambda starts a new process
// before they expire.
func credentials(context.Context) (aws.Credentials, error) {
	return aws.Credentials{
		AccessKeyID:     os.Getenv("AWS_ACCESS_KEY_ID"),
		SecretAccessKey: os.Getenv("AWS_SECRET_ACCESS_KEY"),
		SessionToken:    os.Getenv("AWS_SESSION_TOKEN"),
		Source:          "environment",
	}, nil
}

// Endpoint is where a service is to be found if not at AWS: the value of
// AWS_ENDPOINT_URL_<service> or else of AWS_ENDPOINT_URL, the names that all
// SDKs know; nil if neither is set. Services are named as there: DYNAMODB,
// SQS, SESV2, SSM, S3.
func Endpoint(service string) *string {
	for _, name := range []string{"AWS_ENDPOINT_URL_" + service, "AWS_ENDPOINT_URL"} {
		if url := os.Getenv(name); url != "" {
			return &url
		}
	}
	return nil
}
