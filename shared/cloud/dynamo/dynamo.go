// Package dynamo is the table in the cloud: table.Table on DynamoDB, through
// the SDK's client and nothing else of the SDK, because what a function
// imports it pays for at each cold start. The items' attributes and the
// conditions on them are written here by hand, and only here.
package dynamo

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"heed/shared/table"
)

// A Table is one DynamoDB table, made as Schema says. With a Meter it asks
// DynamoDB for the item that each write replaces; without one it does not.
type Table struct {
	Client *dynamodb.Client
	Name   string
	Meter  *table.Meter // nil for none
}

var _ table.Table = (*Table)(nil)

// Get reads one item.
func (t *Table) Get(ctx context.Context, key table.Key) (table.Item, error) {
	if err := key.Check(); err != nil {
		return table.Item{}, fmt.Errorf("getting an item: %w", err)
	}
	consistent := true
	out, err := t.Client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: &t.Name, Key: keyOf(key), ConsistentRead: &consistent,
	})
	if err != nil {
		return table.Item{}, failure("getting an item", err)
	}
	item, err := found(out.Item)
	t.Meter.Add(table.Units{Read: table.ReadUnits(item)})
	switch {
	case err != nil:
		return table.Item{}, fmt.Errorf("getting an item: %w", err)
	case item == nil:
		return table.Item{}, table.ErrNotFound
	}
	return *item, nil
}

// PutIfAbsent writes a new item.
func (t *Table) PutIfAbsent(ctx context.Context, item table.Item) error {
	item.Version = 1
	return t.put(ctx, &item, &dynamodb.PutItemInput{ConditionExpression: ptr("attribute_not_exists(pk)")})
}

// PutIfVersion replaces an item.
func (t *Table) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	item.Version = version + 1
	return t.put(ctx, &item, &dynamodb.PutItemInput{
		ConditionExpression:       ptr("v = :v"),
		ExpressionAttributeValues: attributes{":v": number(version)},
	})
}

// put writes item under the condition that in has.
func (t *Table) put(ctx context.Context, item *table.Item, in *dynamodb.PutItemInput) error {
	if err := item.Check(); err != nil {
		return fmt.Errorf("putting an item: %w", err)
	}
	in.TableName, in.Item, in.ReturnValues = &t.Name, attributesOf(item), t.returns()
	in.ReturnValuesOnConditionCheckFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	w := new(watch)
	out, err := t.Client.PutItem(ctx, in, w.retries)
	if there, refused := t.refused(err, item); refused {
		if w.lost && there != nil && same(there, item) {
			return nil
		}
		return table.ErrConflict
	}
	if err != nil {
		return failure("putting an item", err)
	}
	t.wrote(out.Attributes, item)
	return nil
}

// Delete removes an item. To try it again after a lost answer does no harm.
func (t *Table) Delete(ctx context.Context, key table.Key, version uint64) error {
	if err := key.Check(); err != nil {
		return fmt.Errorf("deleting an item: %w", err)
	}
	in := &dynamodb.DeleteItemInput{TableName: &t.Name, Key: keyOf(key), ReturnValues: t.returns()}
	if version != 0 {
		in.ConditionExpression = ptr("attribute_not_exists(pk) OR v = :v")
		in.ExpressionAttributeValues = attributes{":v": number(version)}
		in.ReturnValuesOnConditionCheckFailure = types.ReturnValuesOnConditionCheckFailureAllOld
	}
	out, err := t.Client.DeleteItem(ctx, in)
	if _, refused := t.refused(err, nil); refused {
		return table.ErrConflict
	}
	if err != nil {
		return failure("deleting an item", err)
	}
	t.wrote(out.Attributes, nil)
	return nil
}

// returns asks for the item that a write replaces if its size is to be known.
func (t *Table) returns() types.ReturnValue {
	if t.Meter == nil {
		return types.ReturnValueNone
	}
	return types.ReturnValueAllOld
}

// wrote counts a write that replaced old by item.
func (t *Table) wrote(old attributes, item *table.Item) {
	if t.Meter == nil {
		return
	}
	was, _ := found(old) // if it can't be read, its size counts as nothing
	t.Meter.Add(table.Units{Write: table.WriteUnits(was, item)})
}

// refused reports whether err says that a condition failed, and the item that
// it failed on, nil if there was none; it counts the try.
func (t *Table) refused(err error, item *table.Item) (*table.Item, bool) {
	var failed *types.ConditionalCheckFailedException
	if !errors.As(err, &failed) {
		return nil, false
	}
	there, _ := found(failed.Item) // what can't be read is somebody else's
	t.Meter.Add(table.Units{Write: table.RefusedUnits(there, item)})
	return there, true
}

// found reads an item of an answer, nil if the answer has none.
func found(a attributes) (*table.Item, error) {
	if len(a) == 0 {
		return nil, nil
	}
	item, err := itemOf(a)
	if err != nil {
		return nil, err
	}
	return &item, nil
}

// same reports whether two items of one key hold the same.
func same(a, b *table.Item) bool {
	return a.Version == b.Version && bytes.Equal(a.Data, b.Data) &&
		bytes.Equal(a.Due, b.Due) && bytes.Equal(a.Answered, b.Answered) && a.Expires.Unix() == b.Expires.Unix()
}

func ptr[T any](v T) *T { return &v }
