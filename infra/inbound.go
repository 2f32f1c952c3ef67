package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsses"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// incoming is how replies arrive: SES to a bucket, and word of it to the
// inbound queue.
type incoming struct {
	bucket     awss3.Bucket // nil without a reply domain
	bucketName *string      // "" without a reply domain
}

// Names within the deployment; the whole name is the stack's before it.
const (
	replyRule = "replies"
	mailDays  = 30 // that a mail stays in the bucket
)

func (s *Stack) addIncoming() {
	s.inbound.bucketName = jsii.String("")
	if s.settings.ReplyDomain == "" {
		return
	}
	scope := s.scope("Inbound")
	// The name is known before the bucket is, so that the queue can name the
	// bucket and the bucket the queue.
	s.inbound.bucketName = jsii.String(s.settings.Stack + "-inbound-" + *s.Account() + "-" + *s.Region())
	s.inbound.bucket = s.newBucket(scope)
	rule := s.newRule(scope)
	// SES tries the bucket at once.
	rule.Node().AddDependency(s.inbound.bucket.Policy())
	s.output("ReplyRecord", "The MX record that "+s.settings.ReplyDomain+" needs",
		jsii.String("10 inbound-smtp."+*s.Region()+".amazonaws.com"))
}

func (s *Stack) newBucket(scope constructs.Construct) awss3.Bucket {
	bucket := awss3.NewBucket(scope, jsii.String("Mails"), &awss3.BucketProps{
		BucketName:        s.inbound.bucketName,
		Encryption:        awss3.BucketEncryption_S3_MANAGED,
		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
		EnforceSSL:        jsii.Bool(true),
		LifecycleRules:    &[]*awss3.LifecycleRule{{Expiration: awscdk.Duration_Days(jsii.Number(mailDays))}},
		RemovalPolicy:     awscdk.RemovalPolicy_RETAIN,
	})
	bucket.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{ses()},
		Actions:    jsii.Strings("s3:PutObject"), Resources: &[]*string{bucket.ArnForObjects(jsii.String("*"))},
		Conditions: s.onlyFor("receipt-rule-set/" + s.ruleSet() + ":receipt-rule/" + s.ruleName()),
	}))
	excuse(bucket, "AwsSolutions-S1", "Mails come in from SES alone and go out to one function; a log of that would only be a second place with traces of them.")
	s.announce(bucket)
	return bucket
}

// announce has the bucket put word of each new mail on the inbound queue. The
// notification is written on the bucket itself: CDK's own way brings along a
// function that may reconfigure every bucket of the account.
func (s *Stack) announce(bucket awss3.Bucket) {
	queue := s.queue(wiring.Inbound)
	queue.AddToResourcePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Principals: &[]awsiam.IPrincipal{awsiam.NewServicePrincipal(jsii.String("s3.amazonaws.com"), nil)},
		Actions:    jsii.Strings("sqs:SendMessage"), Resources: &[]*string{queue.QueueArn()},
		Conditions: &map[string]any{
			"StringEquals": map[string]any{"aws:SourceAccount": s.Account()},
			"ArnEquals":    map[string]any{"aws:SourceArn": "arn:" + *s.Partition() + ":s3:::" + *s.inbound.bucketName},
		},
	}))
	plain := bucket.Node().DefaultChild().(awss3.CfnBucket)
	plain.SetNotificationConfiguration(&awss3.CfnBucket_NotificationConfigurationProperty{
		QueueConfigurations: []any{&awss3.CfnBucket_QueueConfigurationProperty{
			Event: jsii.String("s3:ObjectCreated:*"), Queue: queue.QueueArn(),
		}},
	})
	// S3 tries the queue at once.
	plain.Node().AddDependency(queue.Node().FindChild(jsii.String("Policy")))
}

func (s *Stack) ruleSet() string {
	if s.settings.RuleSet != "" {
		return s.settings.RuleSet
	}
	return s.settings.Stack
}

func (s *Stack) ruleName() string { return s.settings.Stack + "-" + replyRule }

// newRule has SES scan what comes for the reply domain and put it in the
// bucket. The bucket encrypts it: with a key named here, only the Java and
// Ruby clients could read it.
func (s *Stack) newRule(scope constructs.Construct) awsses.CfnReceiptRule {
	rule := awsses.NewCfnReceiptRule(scope, jsii.String("Rule"), &awsses.CfnReceiptRuleProps{
		RuleSetName: jsii.String(s.ruleSet()),
		Rule: &awsses.CfnReceiptRule_RuleProperty{
			Name: jsii.String(s.ruleName()), Enabled: jsii.Bool(true), ScanEnabled: jsii.Bool(true),
			Recipients: jsii.Strings(s.settings.ReplyDomain),
			Actions: []any{&awsses.CfnReceiptRule_ActionProperty{
				S3Action: &awsses.CfnReceiptRule_S3ActionProperty{BucketName: s.inbound.bucketName},
			}},
		},
	})
	if s.settings.RuleSet != "" {
		return rule
	}
	rule.AddDependency(awsses.NewCfnReceiptRuleSet(scope, jsii.String("RuleSet"), &awsses.CfnReceiptRuleSetProps{
		RuleSetName: jsii.String(s.ruleSet()),
	}))
	s.output("ReplyCommand", "Until this is run, SES takes no replies. It takes the place of a rule set that is active already; if there is one, set heed:ruleSet to its name instead",
		jsii.String("aws ses set-active-receipt-rule-set --rule-set-name "+s.ruleSet()+" --region "+*s.Region()))
	return rule
}

// grantInbound lets the function read the mails. Who may not list a bucket is
// told that access is denied, and not that an object is gone.
func (s *Stack) grantInbound(f function) {
	if s.inbound.bucket == nil {
		return
	}
	f.allow([]string{"s3:GetObject"}, []string{*s.inbound.bucket.ArnForObjects(jsii.String("*"))}, nil)
	f.allow([]string{"s3:ListBucket"}, []string{*s.inbound.bucket.BucketArn()}, nil)
	id := s.GetLogicalId(s.inbound.bucket.Node().DefaultChild().(awscdk.CfnElement))
	excuse(f.role, "AwsSolutions-IAM5", "SES names the mails; the bucket holds nothing else.", "Resource::<"+*id+".Arn>/*")
}
