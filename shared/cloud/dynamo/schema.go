package dynamo

import (
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"heed/shared/table"
)

// Schema describes the table as the tests make it and as the stack must make
// it: its keys, its two sparse, keys-only indexes, and payment by request.
// No function makes a table, so this file costs none of them anything.
func Schema(name string) *dynamodb.CreateTableInput {
	attribute := func(name string, kind types.ScalarAttributeType) types.AttributeDefinition {
		return types.AttributeDefinition{AttributeName: &name, AttributeType: kind}
	}
	keys := func(partition, sort string) []types.KeySchemaElement {
		return []types.KeySchemaElement{
			{AttributeName: &partition, KeyType: types.KeyTypeHash},
			{AttributeName: &sort, KeyType: types.KeyTypeRange},
		}
	}
	index := func(index table.Index) types.GlobalSecondaryIndex {
		name := string(index)
		return types.GlobalSecondaryIndex{
			IndexName:  &name,
			KeySchema:  keys(partitionOf(index), sortOf(index)),
			Projection: &types.Projection{ProjectionType: types.ProjectionTypeKeysOnly},
		}
	}
	return &dynamodb.CreateTableInput{
		TableName: &name,
		AttributeDefinitions: []types.AttributeDefinition{
			attribute("pk", types.ScalarAttributeTypeS), attribute("sk", types.ScalarAttributeTypeB),
			attribute("x", types.ScalarAttributeTypeS),
			attribute("due", types.ScalarAttributeTypeB), attribute("ans", types.ScalarAttributeTypeB),
		},
		KeySchema:              keys(partitionOf(table.Base), sortOf(table.Base)),
		GlobalSecondaryIndexes: []types.GlobalSecondaryIndex{index(table.Due), index(table.Answered)},
		BillingMode:            types.BillingModePayPerRequest,
	}
}

// TTLAttribute is the attribute by which DynamoDB drops expired items.
const TTLAttribute = "ttl"
