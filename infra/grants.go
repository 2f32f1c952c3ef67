package main

import (
	"slices"

	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/table"
	"heed/shared/wiring"
)

// grant gives the function's role what its row says, its own log, and nothing
// else.
func (s *Stack) grant(f function) {
	f.allow([]string{"logs:CreateLogStream", "logs:PutLogEvents"}, []string{*f.log.LogGroupArn()}, nil)
	for _, g := range f.row.Table {
		s.grantTable(f, g)
	}
	for _, power := range f.row.Powers {
		s.grantPower(f, power)
	}
}

func (f function) allow(actions, resources []string, conditions map[string]any) {
	f.role.AddToPrincipalPolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions: jsii.Strings(actions...), Resources: jsii.Strings(resources...), Conditions: &conditions,
	}))
}

// grantTable turns a grant into statements on the table and, where it covers
// IndexPK, on its indexes. LeadingKeys is the partition key of whatever the
// request names: of the table's items or of the index.
func (s *Stack) grantTable(f function, g table.Grant) {
	onTable := slices.DeleteFunc(slices.Clone(g.Prefixes), isIndex)
	if len(onTable) > 0 {
		f.allow(dynamoActions(g.Actions), []string{*s.table.TableArn()}, leadingKeys(onTable))
	}
	if len(onTable) == len(g.Prefixes) {
		return
	}
	indexes := []string{
		*s.table.TableArn() + "/index/" + string(table.Due),
		*s.table.TableArn() + "/index/" + string(table.Answered),
	}
	f.allow(dynamoActions([]table.Action{table.MayQuery}), indexes, leadingKeys([]string{table.IndexPK}))
}

func isIndex(prefix string) bool { return prefix == table.IndexPK }

func dynamoActions(actions []table.Action) []string {
	var names []string
	for _, a := range actions {
		names = append(names, "dynamodb:"+string(a))
	}
	return names
}

func leadingKeys(prefixes []string) map[string]any {
	var patterns []string
	for _, p := range prefixes {
		patterns = append(patterns, p+"*")
	}
	return map[string]any{"ForAllValues:StringLike": map[string]any{"dynamodb:LeadingKeys": patterns}}
}

func (s *Stack) grantPower(f function, power wiring.Power) {
	switch power {
	case wiring.ReadKeys:
		s.grantParameters(f, s.keysParameter())
	case wiring.ReadSecrets:
		var names []string
		for _, source := range s.config.Sources {
			names = append(names, s.secretsPrefix()+source.Name)
		}
		s.grantParameters(f, names...)
	case wiring.ReadCredentials:
		s.grantParameters(f, s.credentials()...)
	case wiring.HideTouchpoints: // feed lets whoever is fed hide what it has in hand
	case wiring.PutTouchpoints:
		f.allow([]string{"sqs:SendMessage"}, []string{*s.queue(wiring.Touchpoints).QueueArn()}, nil)
	case wiring.SendMail:
		s.grantMail(f)
	case wiring.ReadInbound:
		s.grantInbound(f)
	case wiring.Redrive:
		s.grantRedrive(f)
	default:
		panic("infra: nobody knows how to give " + f.row.Name + " the power to " + string(power))
	}
}

// grantParameters lets the function read these SecureString parameters. The
// key may be the account's own or one of the team's: whichever it is, it may
// only open these parameters, and only through SSM.
func (s *Stack) grantParameters(f function, names ...string) {
	var arns []string
	for _, name := range names {
		arns = append(arns, *s.arn("ssm", "parameter"+name))
	}
	if len(arns) == 0 {
		return
	}
	f.allow([]string{"ssm:GetParameter", "ssm:GetParameters"}, arns, nil)
	f.allow([]string{"kms:Decrypt"}, []string{*s.arn("kms", "key/*")}, map[string]any{"StringEquals": map[string]any{
		"kms:ViaService":                      "ssm." + *s.Region() + ".amazonaws.com",
		"kms:EncryptionContext:PARAMETER_ARN": arns,
	}})
	excuse(f.role, "AwsSolutions-IAM5", "Which key a parameter is encrypted with is the team's choice; the condition limits it to the parameters named.",
		"Resource::arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*")
}

// grantRedrive lets the function move dead letters back: SQS does the moving,
// with the power of whoever asked for it.
func (s *Stack) grantRedrive(f function) {
	for _, q := range s.queues {
		f.allow([]string{"sqs:StartMessageMoveTask", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:DeleteMessage"},
			[]string{*q.dead.QueueArn()}, nil)
		f.allow([]string{"sqs:SendMessage"}, []string{*q.live.QueueArn()}, nil)
	}
}
