package dynamo

import (
	"bytes"
	"context"
	"fmt"
	"math"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/table"
)

// Query reads a page.
func (t *Table) Query(ctx context.Context, q table.Query) (table.Page, error) {
	if err := q.Check(); err != nil {
		return table.Page{}, fmt.Errorf("querying: %w", err)
	}
	start, err := startOf(&q)
	if err != nil {
		return table.Page{}, err
	}
	if q.Empty() {
		return table.Page{}, ctx.Err()
	}
	in := &dynamodb.QueryInput{TableName: &t.Name, ConsistentRead: &q.Consistent, ExclusiveStartKey: start}
	if q.Index != table.Base {
		in.IndexName = ptr(string(q.Index))
	}
	if q.Limit > 0 {
		in.Limit = ptr(int32(min(q.Limit, math.MaxInt32)))
	}
	within(in, &q)
	out, err := t.Client.Query(ctx, in)
	if err != nil {
		return table.Page{}, failure("querying", err)
	}
	return t.page(&q, out)
}

func (t *Table) page(q *table.Query, out *dynamodb.QueryOutput) (table.Page, error) {
	page := table.Page{Next: cursorOf(q, out.LastEvaluatedKey)}
	for _, a := range out.Items {
		item, err := itemOf(a)
		if err != nil {
			return table.Page{}, fmt.Errorf("querying: %w", err)
		}
		page.Items = append(page.Items, item)
	}
	t.Meter.Add(table.Units{Read: table.QueryUnits(*q, page.Items)})
	return page, nil
}

// within writes the condition on the keys. DynamoDB takes one condition on
// the sort key, and of two ends only as BETWEEN, which includes both.
func within(in *dynamodb.QueryInput, q *table.Query) {
	condition, sort := partitionOf(q.Index)+" = :pk", sortOf(q.Index)
	values := attributes{":pk": text(q.PK)}
	switch {
	case len(q.From) > 0 && len(q.Before) > 0:
		condition += " AND " + sort + " BETWEEN :from AND :to"
		values[":from"], values[":to"] = raw(q.From), raw(last(q.Before))
	case len(q.From) > 0:
		condition += " AND " + sort + " >= :from"
		values[":from"] = raw(q.From)
	case len(q.Before) > 0:
		condition += " AND " + sort + " < :before"
		values[":before"] = raw(q.Before)
	}
	in.KeyConditionExpression, in.ExpressionAttributeValues = &condition, values
}

// last returns the greatest sort key that comes before the given one.
func last(before []byte) []byte {
	end := len(before) - 1
	if before[end] == 0 {
		return before[:end]
	}
	key := bytes.Repeat([]byte{0xff}, table.MaxSK)
	copy(key, before)
	key[end] = before[end] - 1
	return key
}
