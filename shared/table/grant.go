package table

import (
	"slices"
	"strings"
)

// A Grant lets a function do Actions to items whose partition key has one of
// Prefixes. For a query of an index that key is IndexPK.
type Grant struct {
	Actions  []Action
	Prefixes []string
}

// An Action is one of DynamoDB's on the table, by its name in a policy.
type Action string

// The actions.
const (
	MayGet    Action = "GetItem"
	MayPut    Action = "PutItem"
	MayDelete Action = "DeleteItem"
	MayQuery  Action = "Query"
)

// allows reports whether the grant covers doing action to the partition.
func (g Grant) allows(action Action, pk string) bool {
	return slices.Contains(g.Actions, action) &&
		slices.ContainsFunc(g.Prefixes, func(p string) bool { return strings.HasPrefix(pk, p) })
}
