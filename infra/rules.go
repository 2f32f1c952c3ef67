package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdklabs/cdk-nag-go/cdknag/v2"
)

// check holds the stack to the AwsSolutions rules. Where a rule does not fit,
// the construct says why.
func check(app awscdk.App) {
	awscdk.Aspects_Of(app).Add(cdknag.NewAwsSolutionsChecks(&cdknag.NagPackProps{Verbose: jsii.Bool(true)}), nil)
}

// excuse says why a rule of AwsSolutions does not fit a construct. What the
// rule found may be named, so that nothing else is excused with it.
func excuse(on constructs.IConstruct, rule, reason string, found ...string) {
	suppression := &cdknag.NagPackSuppression{Id: &rule, Reason: &reason}
	if len(found) > 0 {
		applies := make([]any, len(found))
		for i, f := range found {
			applies[i] = f
		}
		suppression.AppliesTo = &applies
	}
	cdknag.NagSuppressions_AddResourceSuppressions(on, &[]*cdknag.NagPackSuppression{suppression}, jsii.Bool(true))
}
