package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsses"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// outgoing is how mails leave, and how SES says what became of them.
type outgoing struct {
	configurationSet *string // "" without a sender
}

// fates are what SES is asked to tell. Opens and clicks are not among them, so
// it tracks neither.
var fates = []string{"SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "DELIVERY_DELAY", "RENDERING_FAILURE"}

// addOutgoing makes the sender's identity, the configuration set that every
// mail names, and the way of its events: SES to SNS to the events queue.
func (s *Stack) addOutgoing() {
	s.mail.configurationSet = jsii.String("")
	if s.settings.Sender == "" {
		return
	}
	scope := s.scope("Mail")
	s.addIdentity(scope)
	s.mail.configurationSet = &s.settings.Stack
	set := awsses.NewConfigurationSet(scope, jsii.String("Set"), &awsses.ConfigurationSetProps{
		ConfigurationSetName: s.mail.configurationSet,
		TlsPolicy:            awsses.ConfigurationSetTlsPolicy_REQUIRE,
		SuppressionReasons:   awsses.SuppressionReasons_BOUNCES_AND_COMPLAINTS,
		ReputationMetrics:    jsii.Bool(true),
	})
	topic, policy := s.eventTopic(scope)
	events := awsses.NewCfnConfigurationSetEventDestination(scope, jsii.String("Events"), &awsses.CfnConfigurationSetEventDestinationProps{
		ConfigurationSetName: s.mail.configurationSet,
		EventDestination: &awsses.CfnConfigurationSetEventDestination_EventDestinationProperty{
			Name: jsii.String("events"), Enabled: jsii.Bool(true), MatchingEventTypes: jsii.Strings(fates...),
			SnsDestination: &awsses.CfnConfigurationSetEventDestination_SnsDestinationProperty{TopicArn: topic.TopicArn()},
		},
	})
	// SES tries the topic at once.
	events.Node().AddDependency(set, policy)
}

// addIdentity makes the sender's domain one that SES may send for, unless it is,
// and says what its DNS is to hold. Bounces go to a domain below the sender's,
// so that SPF holds for the same domain as From: Microsoft wants SPF and DKIM
// both, and with SES's own domain there only DKIM would be aligned.
// https://docs.aws.amazon.com/ses/latest/dg/mail-from.html
func (s *Stack) addIdentity(scope constructs.Construct) {
	domain, bounces := s.settings.SenderDomain(), s.settings.BounceDomain()
	s.output("DmarcRecord", "A TXT record that mail providers want "+domain+" to have, unless it has one; p=none asks them to refuse nothing",
		jsii.String("_dmarc."+domain+` TXT "v=DMARC1; p=none"`))
	if s.settings.SenderVerified {
		return
	}
	identity := awsses.NewEmailIdentity(scope, jsii.String("Identity"), &awsses.EmailIdentityProps{
		Identity: awsses.Identity_Domain(&domain), MailFromDomain: &bounces,
		MailFromBehaviorOnMxFailure: awsses.MailFromBehaviorOnMxFailure_USE_DEFAULT_VALUE, // mails go before the records are there
	})
	for i, record := range *identity.DkimRecords() {
		s.output("SenderRecord"+string(rune('1'+i)), "A CNAME record by which "+domain+" lets SES sign its mails",
			jsii.String(*record.Name+" CNAME "+*record.Value))
	}
	s.output("BounceMxRecord", "The MX record by which SES hears of mails that came back",
		jsii.String(bounces+" MX 10 feedback-smtp."+*s.Region()+".amazonses.com"))
	s.output("BounceSpfRecord", "A TXT record by which "+bounces+" lets SES send",
		jsii.String(bounces+` TXT "v=spf1 include:amazonses.com ~all"`))
}

// eventTopic makes the topic that SES, for this configuration set, may publish
// to and that hands everything on to the events queue as it is.
func (s *Stack) eventTopic(scope constructs.Construct) (awssns.Topic, awssns.TopicPolicy) {
	topic := awssns.NewTopic(scope, jsii.String("Topic"), &awssns.TopicProps{MasterKey: eventKey(scope)})
	policy := awssns.NewTopicPolicy(scope, jsii.String("TopicPolicy"), &awssns.TopicPolicyProps{
		Topics: &[]awssns.ITopic{topic}, EnforceSSL: jsii.Bool(true),
	})
	policy.Document().AddStatements(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{ses()},
		Actions:    jsii.Strings("sns:Publish"), Resources: &[]*string{topic.TopicArn()},
		Conditions: s.onlyFor("configuration-set/" + *s.mail.configurationSet),
	}))
	queue := s.queue(wiring.Events)
	queue.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{awsiam.NewServicePrincipal(jsii.String("sns.amazonaws.com"), nil)},
		Actions:    jsii.Strings("sqs:SendMessage"), Resources: &[]*string{queue.QueueArn()},
		Conditions: &map[string]any{"ArnEquals": map[string]any{"aws:SourceArn": topic.TopicArn()}},
	}))
	awssns.NewSubscription(scope, jsii.String("ToQueue"), &awssns.SubscriptionProps{
		Topic: topic, Endpoint: queue.QueueArn(), Protocol: awssns.SubscriptionProtocol_SQS, RawMessageDelivery: jsii.Bool(true),
	})
	return topic, policy
}

// eventKey makes the key of the topic. It has to be a key of one's own: SES is
// not let use the one that SNS has for the account.
// https://docs.aws.amazon.com/ses/latest/dg/configure-sns-notifications.html
func eventKey(scope constructs.Construct) awskms.Key {
	key := awskms.NewKey(scope, jsii.String("Key"), &awskms.KeyProps{
		Description: jsii.String("What SES tells Heed of its mails"), EnableKeyRotation: jsii.Bool(true),
		RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
	})
	key.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{ses()},
		Actions:    jsii.Strings("kms:GenerateDataKey", "kms:Decrypt"), Resources: jsii.Strings("*"),
	}), nil)
	return key
}

func ses() awsiam.IPrincipal {
	return awsiam.NewServicePrincipal(jsii.String("ses.amazonaws.com"), nil)
}

// onlyFor limits what SES may do to what it does for this account, on behalf
// of this resource.
func (s *Stack) onlyFor(resource string) *map[string]any {
	return &map[string]any{"StringEquals": map[string]any{
		"aws:SourceAccount": s.Account(), "aws:SourceArn": s.arn("ses", resource),
	}}
}

// grantMail lets the function send from the sender's domain, where brands may
// have addresses of their own, and ask how fast the account may send. In the sandbox SES asks for a grant on the recipient's
// identity as well, so the resource is any identity and the condition is what
// limits it.
// https://github.com/cloudposse/terraform-aws-ses/issues/40
func (s *Stack) grantMail(f function) {
	if s.settings.Sender == "" {
		return
	}
	f.allow([]string{"ses:SendEmail"},
		[]string{*s.arn("ses", "identity/*"), *s.arn("ses", "configuration-set/"+*s.mail.configurationSet)},
		map[string]any{"StringLike": map[string]any{"ses:FromAddress": "*@" + s.settings.SenderDomain()}})
	excuse(f.role, "AwsSolutions-IAM5", "In the sandbox SES wants a grant on the recipient's identity too; the condition allows senders of one domain alone.",
		"Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*")
	f.allow([]string{"ses:GetAccount"}, []string{"*"}, nil)
	excuse(f.role, "AwsSolutions-IAM5", "How fast the account may send is the account's own: SES knows no resource to grant it on.", "Resource::*")
}
