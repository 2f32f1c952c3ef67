package dynamo

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"

	"heed/shared/table"
)

// attributes are an item, or part of one, as DynamoDB has it. Their names are
// explained in package table.
type attributes = map[string]types.AttributeValue

func text(s string) types.AttributeValue { return &types.AttributeValueMemberS{Value: s} }

func raw(b []byte) types.AttributeValue { return &types.AttributeValueMemberB{Value: b} }

func number(n uint64) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.FormatUint(n, 10)}
}

// partitionOf and sortOf are the key attributes of the table and its indexes.
func partitionOf(index table.Index) string {
	if index == table.Base {
		return "pk"
	}
	return "x"
}

func sortOf(index table.Index) string {
	switch index {
	case table.Due:
		return "due"
	case table.Answered:
		return "ans"
	}
	return "sk"
}

func keyOf(k table.Key) attributes { return attributes{"pk": text(k.PK), "sk": raw(k.SK)} }

func attributesOf(item *table.Item) attributes {
	a := keyOf(item.Key)
	a["v"] = number(item.Version)
	if len(item.Data) > 0 {
		a["d"] = raw(item.Data)
	}
	for _, index := range []table.Index{table.Due, table.Answered} {
		if key := item.Place(index); key != nil {
			a[sortOf(index)] = raw(key)
			a[partitionOf(index)] = text(table.IndexPK)
		}
	}
	if !item.Expires.IsZero() {
		a["ttl"] = number(uint64(item.Expires.Unix()))
	}
	return a
}

// itemOf reads what attributesOf wrote, or those of its attributes that an
// index holds.
func itemOf(a attributes) (table.Item, error) {
	pk, sk := textOf(a["pk"]), bytesOf(a["sk"])
	if pk == "" || sk == nil {
		return table.Item{}, errors.New("an item without the table's keys")
	}
	item := table.Item{
		Key:  table.Key{PK: pk, SK: sk},
		Data: bytesOf(a["d"]), Due: bytesOf(a["due"]), Answered: bytesOf(a["ans"]),
	}
	v, err := numberOf(a["v"])
	if err != nil {
		return table.Item{}, fmt.Errorf("reading an item's version: %w", err)
	}
	ttl, err := numberOf(a["ttl"])
	if err != nil {
		return table.Item{}, fmt.Errorf("reading an item's expiry: %w", err)
	}
	item.Version = v
	if ttl > 0 {
		item.Expires = time.Unix(int64(ttl), 0).UTC()
	}
	return item, nil
}

// textOf returns "" for an attribute that is absent.
func textOf(v types.AttributeValue) string {
	if s, ok := v.(*types.AttributeValueMemberS); ok {
		return s.Value
	}
	return ""
}

// bytesOf returns nil for an attribute that is absent or empty.
func bytesOf(v types.AttributeValue) []byte {
	if b, ok := v.(*types.AttributeValueMemberB); ok && len(b.Value) > 0 {
		return b.Value
	}
	return nil
}

// numberOf returns 0 for an attribute that is absent.
func numberOf(v types.AttributeValue) (uint64, error) {
	n, ok := v.(*types.AttributeValueMemberN)
	if !ok {
		return 0, nil
	}
	return strconv.ParseUint(n.Value, 10, 64)
}
