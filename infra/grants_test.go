package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"heed/shared/table"
	"heed/shared/wiring"
)

// statements returns what the function's role may do: an action, a resource
// and, where a condition limits it, what to, in one string each.
func (m *template) statements(t *testing.T, function string) map[string]bool {
	t.Helper()
	found := map[string]bool{}
	for place, policy := range m.typed("AWS::IAM::Policy") {
		if !strings.HasPrefix(place, "Function-"+function+"/") {
			continue
		}
		for _, statement := range list(dig(policy, "PolicyDocument", "Statement")) {
			for _, action := range list(dig(statement, "Action")) {
				for _, resource := range list(dig(statement, "Resource")) {
					for _, limit := range m.limits(dig(statement, "Condition")) {
						found[strings.TrimSpace(m.flat(action)+" "+m.flat(resource)+" "+limit)] = true
					}
				}
			}
		}
	}
	return found
}

// limits returns the alternatives of a condition. That of LeadingKeys is its
// patterns; any other is written out.
func (m *template) limits(condition any) []string {
	if keys := list(dig(condition, "ForAllValues:StringLike", "dynamodb:LeadingKeys")); keys != nil {
		var patterns []string
		for _, key := range keys {
			patterns = append(patterns, m.flat(key))
		}
		return patterns
	}
	var tests []string
	for _, test := range []struct{ operator, sign string }{{"StringEquals", "="}, {"StringLike", "~"}} {
		operands, _ := dig(condition, test.operator).(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(operands)) {
			var values []string
			for _, value := range list(operands[key]) {
				values = append(values, m.flat(value))
			}
			tests = append(tests, key+test.sign+strings.Join(values, "|"))
		}
	}
	return []string{strings.Join(tests, " ")}
}

// What each function may do beside the table, its own queue and its own log.
// This is written twice on purpose, here and in the wiring: a power that grows
// has to be meant.
const (
	keys     = "arn:aws:ssm:*:*:parameter/heed/heed/keys"
	zendesk  = "arn:aws:ssm:*:*:parameter/heed/heed/sources/zendesk"
	app      = "arn:aws:ssm:*:*:parameter/heed/heed/sources/app"
	desk     = "arn:aws:ssm:*:*:parameter/heed/heed/sources/desk"
	opens    = "arn:aws:ssm:*:*:parameter/heed/heed/credentials/desk" // of the one that is asked
	openWith = "kms:Decrypt arn:aws:kms:*:*:key/* kms:EncryptionContext:PARAMETER_ARN="
	overSSM  = " kms:ViaService=ssm.*.amazonaws.com"
	live     = "{Queue-touchpoints/Live.Arn}"
)

var (
	readKeys    = []string{"ssm:GetParameter " + keys, "ssm:GetParameters " + keys, openWith + keys + overSSM}
	readSecrets = []string{
		"ssm:GetParameter " + zendesk, "ssm:GetParameters " + zendesk, "ssm:GetParameter " + app, "ssm:GetParameters " + app,
		"ssm:GetParameter " + desk, "ssm:GetParameters " + desk,
		openWith + zendesk + "|" + app + "|" + desk + overSSM,
	}
	readCredentials = []string{"ssm:GetParameter " + opens, "ssm:GetParameters " + opens, openWith + opens + overSSM}
	putTouchpoints  = []string{"sqs:SendMessage " + live}
	sendMail        = []string{
		"ses:GetAccount *",
		"ses:SendEmail arn:aws:ses:*:*:identity/* ses:FromAddress~*@feedback.example.com",
		"ses:SendEmail arn:aws:ses:*:*:configuration-set/heed ses:FromAddress~*@feedback.example.com",
	}
	powers = map[string][]string{
		"webhook":  slices.Concat(readSecrets, putTouchpoints),
		"decide":   slices.Concat(readKeys, readCredentials),
		"send":     slices.Concat(readKeys, sendMail),
		"respond":  readKeys,
		"reply":    append([]string{"s3:GetObject {Inbound/Mails.Arn}/*", "s3:ListBucket {Inbound/Mails.Arn}"}, readKeys...),
		"delivery": nil,
		"rollup":   nil,
		"report":   slices.Concat(readKeys, putTouchpoints, redrive("touchpoints"), redrive("inbound"), redrive("events")),
	}
)

func redrive(queue string) []string {
	allowed := []string{"sqs:SendMessage {Queue-" + queue + "/Live.Arn}"}
	for _, action := range []string{"StartMessageMoveTask", "GetQueueAttributes", "ReceiveMessage", "DeleteMessage"} {
		allowed = append(allowed, "sqs:"+action+" {Queue-"+queue+"/Dead.Arn}")
	}
	return allowed
}

func TestAFunctionMayDoWhatItsRowSaysAndNoMore(t *testing.T) {
	m := of(t, all)
	for _, row := range wiring.Functions {
		got, want := m.statements(t, row.Name), map[string]bool{}
		for _, statement := range slices.Concat(fromRow(row), powers[row.Name]) {
			want[statement] = true
		}
		for statement := range got {
			if !want[statement] {
				t.Errorf("%s may, but should not: %s", row.Name, statement)
			}
		}
		for statement := range want {
			if !got[statement] {
				t.Errorf("%s may not, but should: %s", row.Name, statement)
			}
		}
	}
	if got, want := len(m.typed("AWS::IAM::Role")), len(wiring.Functions); got != want {
		t.Errorf("%d roles of %d functions", got, want)
	}
}

// fromRow is what follows from the row itself: its log, its queue and its
// grants on the table.
func fromRow(row wiring.Function) []string {
	log := "{Function-" + row.Name + "/Log.Arn}"
	allowed := []string{"logs:CreateLogStream " + log, "logs:PutLogEvents " + log}
	if row.Queue != "" {
		for _, action := range []string{"ReceiveMessage", "ChangeMessageVisibility", "GetQueueUrl", "DeleteMessage", "GetQueueAttributes"} {
			allowed = append(allowed, "sqs:"+action+" {Queue-"+row.Queue+"/Live.Arn}")
		}
	}
	for _, grant := range row.Table {
		for _, action := range grant.Actions {
			for _, prefix := range grant.Prefixes {
				allowed = append(allowed, onTable(action, prefix)...)
			}
		}
	}
	return allowed
}

func onTable(action table.Action, prefix string) []string {
	where := []string{"{Table.Arn}"}
	if prefix == table.IndexPK {
		if action != table.MayQuery {
			return nil // an index can only be queried
		}
		where = []string{"{Table.Arn}/index/due", "{Table.Arn}/index/answered"}
	}
	var allowed []string
	for _, w := range where {
		allowed = append(allowed, "dynamodb:"+string(action)+" "+w+" "+prefix+"*")
	}
	return allowed
}

// A pattern must match nothing but what it was written for.
func TestNoPrefixCoversAnother(t *testing.T) {
	prefixes := []string{
		table.RowPrefix, table.CustomerPrefix, table.AccountPrefix, table.CellPrefix, table.MarkPrefix, table.ConfigPrefix,
		table.KeptPrefix, table.AliasPrefix, table.PausePK, table.LeasePK, table.RollupPK, table.IndexPK,
	}
	for _, a := range prefixes {
		for _, b := range prefixes {
			if a != b && strings.HasPrefix(b, a) {
				t.Errorf("who is granted %q has %q as well", a, b)
			}
		}
		if strings.ContainsAny(a, "*?$") {
			t.Errorf("%q means more than itself in a policy", a)
		}
	}
}
