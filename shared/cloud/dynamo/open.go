package dynamo

import (
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/cloud"
)

// Open returns the table of that name. It asks nothing of it yet.
func Open(cfg aws.Config, name string) *Table {
	client := dynamodb.NewFromConfig(cfg, func(o *dynamodb.Options) { o.BaseEndpoint = cloud.Endpoint("DYNAMODB") })
	return &Table{Client: client, Name: name}
}
