// Package wiring is the one table of what runs, what starts it, and what it
// may touch. The stack turns its rows into routes, authorizers, queues,
// schedules and policies; the laptop starts the same rows and enforces the
// same limits. Nothing here runs anything.
package wiring

import (
	"time"

	"heed/shared/table"
)

// A Door is who may come in by a route.
type Door string

// The doors.
const (
	Signed   Door = "signed"   // a source, by its own signature
	Token    Door = "token"    // a customer, by the token in the path
	Operator Door = "operator" // a team member, by IAM in the cloud, by being on the machine on the laptop
)

// A Function is one row: a folder in functions/.
type Function struct {
	Name    string
	Does    string
	Door    Door          // of all its routes; "" where it has none
	Routes  []Route       // HTTP
	Queue   string        // name of the queue that feeds it; "" if none does
	Every   time.Duration // schedule; 0 if none
	Table   []table.Grant
	Powers  []Power
	Timeout time.Duration
	Memory  int // MB
}

// A Route is a method, or ANY, and a path with {variables}, as the HTTP API
// writes it, and how much of it is let through.
type Route struct {
	Method, Path string
	Rate, Burst  int // requests a second, and at once
}

// A Power is something a function may do outside the table.
type Power string

// The powers.
const (
	ReadKeys        Power = "read-keys"        // the keyring
	ReadSecrets     Power = "read-secrets"     // the sources' signing secrets
	ReadCredentials Power = "read-credentials" // what opens the APIs of the sources that are asked
	PutTouchpoints  Power = "put-touchpoints"  // on the touchpoints queue
	HideTouchpoints Power = "hide-touchpoints" // those in hand, from coming back for a while
	SendMail        Power = "send-mail"
	ReadInbound     Power = "read-inbound" // mails in the inbound bucket
	Redrive         Power = "redrive"      // move dead letters back to their queues
)

// A Queue is one of the three queues; each has a dead-letter queue beside it.
type Queue struct {
	Name     string
	FIFO     bool
	Batch    int           // messages handed over at once, at most
	Hidden   time.Duration // how long a message stays hidden while it is worked on
	AtOnce   int           // batches worked on at once, at most; SQS wants 2 or more
	Attempts int           // before it is a dead letter
	Holds    string
}

// The queues.
const (
	Touchpoints = "touchpoints"
	Inbound     = "inbound"
	Events      = "events"
)

// Queues lists the queues. A new account runs ten Lambdas at once: eight for
// the queues at the most, which leaves two for whoever waits for an answer.
var Queues = []Queue{
	{Name: Touchpoints, FIFO: true, Batch: 10, AtOnce: 4, Hidden: 3 * time.Minute, Attempts: 8, Holds: "touchpoints, and deliveries to keep, from webhook to decide"},
	{Name: Inbound, Batch: 10, AtOnce: 2, Hidden: 3 * time.Minute, Attempts: 5, Holds: "where inbound mails lie, from S3 to reply"},
	{Name: Events, Batch: 10, AtOnce: 2, Hidden: 3 * time.Minute, Attempts: 5, Holds: "what SES says became of a mail, to delivery"},
}

// What the rows below are written with.
const (
	get    = table.MayGet
	put    = table.MayPut
	remove = table.MayDelete
	query  = table.MayQuery
)

type may []table.Action

func (actions may) on(prefixes ...string) table.Grant {
	return table.Grant{Actions: actions, Prefixes: prefixes}
}

// FindQueue returns the queue of that name. It panics if there is none, as Find
// does.
func FindQueue(name string) Queue {
	for _, q := range Queues {
		if q.Name == name {
			return q
		}
	}
	panic("wiring: no queue " + name)
}

// Functions lists the functions, in the order the data goes.
var Functions = []Function{
	{
		Name: "webhook", Does: "verifies a delivery, makes touchpoints of it and puts them on the queue",
		Door: Signed, Routes: []Route{{"ANY", "/hooks/{source}", 500, 1000}},
		Powers: []Power{ReadSecrets, PutTouchpoints}, Timeout: 10 * time.Second, Memory: 512,
	},
	{
		Name: "decide", Does: "decides once for each touchpoint and program, and writes the rows",
		Queue: Touchpoints,
		Table: []table.Grant{
			may{get, put, query}.on(table.CustomerPrefix, table.AccountPrefix),
			may{get, put, query}.on(table.RowPrefix),
			may{get, put}.on(table.ConfigPrefix, table.MarkPrefix, table.ScopePK, table.TallyPrefix),
			may{put, query}.on(table.AliasPrefix),
			may{get}.on(table.PacePK),
			may{put}.on(table.KeptPrefix),
		},
		Powers: []Power{ReadKeys, ReadCredentials, HideTouchpoints}, Timeout: 30 * time.Second, Memory: 512,
	},
	{
		Name: "send", Does: "mails the invitations that are due, and what the team is to be told",
		Every: time.Minute,
		Table: []table.Grant{
			may{get, put}.on(table.RowPrefix, table.MarkPrefix, table.LeasePK, table.PausePK),
			may{get}.on(table.CustomerPrefix, table.SheetPrefix),
			may{query}.on(table.IndexPK, table.CellPrefix),
			may{get, put, query}.on(table.NoticePrefix),
		},
		Powers: []Power{ReadKeys, SendMail}, Timeout: 55 * time.Second, Memory: 512,
	},
	{
		Name: "respond", Does: "shows the survey, takes the answer, the comment and the unsubscription, and what the customer prefers",
		Door: Token, Routes: []Route{
			{"GET", "/s/{token}", 200, 400},
			{"POST", "/s/{token}", 100, 200},
			{"HEAD", "/s/{token}", 200, 400},
			{"GET", "/u/{token}", 100, 200},
			{"POST", "/u/{token}", 100, 200},
			{"HEAD", "/u/{token}", 100, 200},
			{"GET", "/p/{token}", 100, 200},
			{"POST", "/p/{token}", 100, 200},
			{"HEAD", "/p/{token}", 100, 200},
		},
		Table: []table.Grant{
			may{get, put, query}.on(table.RowPrefix, table.CustomerPrefix),
			may{put, query}.on(table.AccountPrefix),
			may{get, put}.on(table.MarkPrefix),
		},
		Powers: []Power{ReadKeys}, Timeout: 29 * time.Second, Memory: 512, // to forget somebody takes a while
	},
	{
		Name: "reply", Does: "takes the answer from a mailed reply, and suppresses who bounced, complained or unsubscribed by mail",
		Queue: Inbound,
		Table: []table.Grant{
			may{get, put}.on(table.RowPrefix, table.CustomerPrefix, table.MarkPrefix),
		},
		Powers: []Power{ReadKeys, ReadInbound}, Timeout: 30 * time.Second, Memory: 512,
	},
	{
		Name: "delivery", Does: "writes down what became of a mail, and suppresses who bounced or complained",
		Queue: Events,
		Table: []table.Grant{
			may{get, put}.on(table.RowPrefix, table.CustomerPrefix, table.MarkPrefix),
		},
		Timeout: 30 * time.Second, Memory: 256,
	},
	{
		Name: "rollup", Does: "makes cells of the rows of the days that changed and sheets of the cells, sets the programs' paces, and finds silent sources and bursts of bounces",
		Every: 15 * time.Minute,
		Table: []table.Grant{
			may{query}.on(table.RowPrefix, table.IndexPK, table.TallyPrefix),
			may{get, put}.on(table.NoticePrefix),
			may{put}.on(table.PausePK),
			may{get, put, remove, query}.on(table.CellPrefix, table.MarkPrefix),
			may{get, put}.on(table.SheetPrefix),
			may{get, put}.on(table.RollupPK, table.PacePK),
		},
		Timeout: 5 * time.Minute, Memory: 1024,
	},
	{
		Name: "report", Does: "shows the scores, and takes the operator's orders",
		Door: Operator, Routes: []Route{
			{"GET", "/", 20, 40},
			{"GET", "/support", 20, 40},
			{"GET", "/agents", 20, 40},
			{"GET", "/why", 20, 40},
			{"GET", "/loyalty", 20, 40},
			{"GET", "/customers", 20, 40},
			{"POST", "/customers", 5, 10}, // finds one, by an address that no URL may hold
			{"GET", "/customers/{id}", 20, 40},
			{"POST", "/customers/{id}/forget", 5, 10},
			{"GET", "/touchpoints", 20, 40},
			{"GET", "/touchpoints/{id}", 20, 40},
			{"GET", "/answers", 20, 40},
			{"GET", "/sources", 20, 40},
			{"GET", "/api/{proxy+}", 20, 40},
			{"POST", "/api/{proxy+}", 5, 10},
			{"GET", "/read/{proxy+}", 20, 40}, // without single responses
		},
		Table: []table.Grant{
			may{get, put, query}.on(table.RowPrefix),
			may{query}.on(table.IndexPK, table.CellPrefix, table.TallyPrefix, table.AliasPrefix),
			may{get}.on(table.SheetPrefix),
			may{get, put, remove}.on(table.PausePK),
			may{query, remove}.on(table.KeptPrefix),
			may{get}.on(table.RollupPK),
			may{get, put, query}.on(table.CustomerPrefix),
			may{put, query}.on(table.AccountPrefix),
			may{get, put}.on(table.MarkPrefix), // to forget somebody, as respond does
		},
		Powers: []Power{ReadKeys, PutTouchpoints, Redrive}, Timeout: 29 * time.Second, Memory: 512,
	},
}

// Find returns the row of that name. It panics if there is none: the name is
// written in the program, not read from anywhere.
func Find(name string) Function {
	for _, f := range Functions {
		if f.Name == name {
			return f
		}
	}
	panic("wiring: no function " + name)
}
