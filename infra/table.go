package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/table"
)

// addTable makes the one table, as package table describes it. It costs
// nothing while nobody writes, can be put back to any second of the last 35
// days, is encrypted with DynamoDB's own key, and outlives the stack. A backup
// is restored to another table, which the settings then put in its place.
func (s *Stack) addTable() {
	own := awsdynamodb.NewTable(s.Stack, jsii.String("Table"), &awsdynamodb.TableProps{
		PartitionKey:        attribute("pk", awsdynamodb.AttributeType_STRING),
		SortKey:             attribute("sk", awsdynamodb.AttributeType_BINARY),
		BillingMode:         awsdynamodb.BillingMode_PAY_PER_REQUEST,
		TimeToLiveAttribute: jsii.String("ttl"),
		PointInTimeRecoverySpecification: &awsdynamodb.PointInTimeRecoverySpecification{
			PointInTimeRecoveryEnabled: jsii.Bool(true),
		},
		Encryption:         awsdynamodb.TableEncryption_DEFAULT,
		DeletionProtection: jsii.Bool(true),
		RemovalPolicy:      awscdk.RemovalPolicy_RETAIN,
	})
	addIndex(own, table.Due, "due")
	addIndex(own, table.Answered, "ans")
	s.table = own
	if s.settings.RestoredTable != "" {
		s.table = awsdynamodb.Table_FromTableName(s.Stack, jsii.String("RestoredTable"), &s.settings.RestoredTable)
	}
}

// addIndex adds a sparse index of keys alone: an item is in it as long as it
// has the attribute by which the index sorts.
func addIndex(t awsdynamodb.Table, name table.Index, sort string) {
	t.AddGlobalSecondaryIndex(&awsdynamodb.GlobalSecondaryIndexProps{
		IndexName:      jsii.String(string(name)),
		PartitionKey:   attribute("x", awsdynamodb.AttributeType_STRING),
		SortKey:        attribute(sort, awsdynamodb.AttributeType_BINARY),
		ProjectionType: awsdynamodb.ProjectionType_KEYS_ONLY,
	})
}

func attribute(name string, kind awsdynamodb.AttributeType) *awsdynamodb.Attribute {
	return &awsdynamodb.Attribute{Name: &name, Type: kind}
}
