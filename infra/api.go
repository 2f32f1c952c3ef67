package main

import (
	"encoding/json"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// doors says what the API asks of whoever comes in by each door. A signature
// or a token is the function's to check, since only it knows the secret.
var doors = map[wiring.Door]string{
	wiring.Signed:   "NONE",
	wiring.Token:    "NONE",
	wiring.Operator: "AWS_IAM",
}

// logged is what the access log keeps of a request. There is no path, query,
// address or user agent in it: a path may hold a customer's token.
var logged = map[string]string{
	"requestId": "$context.requestId",
	"time":      "$context.requestTime",
	"routeKey":  "$context.routeKey",
	"status":    "$context.status",
	"bytes":     "$context.responseLength",
	"ms":        "$context.responseLatency",
	"function":  "$context.integrationStatus",
}

func (s *Stack) addAPI() {
	s.api = awsapigatewayv2.NewCfnApi(s.Stack, jsii.String("Api"), &awsapigatewayv2.CfnApiProps{
		Name: &s.settings.Stack, ProtocolType: jsii.String("HTTP"),
	})
}

// baseURL is what links in mails begin with.
func (s *Stack) baseURL() *string {
	if s.settings.Host != "" {
		return jsii.String("https://" + s.settings.Host)
	}
	return s.api.AttrApiEndpoint()
}

// addRoutes leads every route of the wiring to its function, through its door
// and at its rate.
func (s *Stack) addRoutes() {
	var routes []constructs.IDependable
	limits := map[string]any{}
	for _, f := range s.functions {
		if len(f.row.Routes) == 0 {
			continue
		}
		integration := s.integrate(f)
		for _, r := range f.row.Routes {
			routes = append(routes, s.route(f, r, integration))
			limits[routeKey(r)] = map[string]any{"ThrottlingRateLimit": r.Rate, "ThrottlingBurstLimit": r.Burst}
		}
	}
	stage := s.stage(limits)
	// The stage is refused if a route that it limits is not there yet.
	stage.Node().AddDependency(routes...)
	s.addHost(stage)
}

func routeKey(r wiring.Route) string { return r.Method + " " + r.Path }

func (s *Stack) integrate(f function) awsapigatewayv2.CfnIntegration {
	awslambda.NewCfnPermission(f.scope, jsii.String("FromApi"), &awslambda.CfnPermissionProps{
		Action: jsii.String("lambda:InvokeFunction"), FunctionName: f.FunctionArn(),
		Principal: jsii.String("apigateway.amazonaws.com"),
		SourceArn: s.arn("execute-api", *s.api.Ref()+"/*/*"),
	})
	return awsapigatewayv2.NewCfnIntegration(f.scope, jsii.String("Integration"), &awsapigatewayv2.CfnIntegrationProps{
		ApiId: s.api.Ref(), IntegrationType: jsii.String("AWS_PROXY"),
		IntegrationUri: f.FunctionArn(), PayloadFormatVersion: jsii.String("2.0"),
	})
}

func (s *Stack) route(f function, r wiring.Route, to awsapigatewayv2.CfnIntegration) awsapigatewayv2.CfnRoute {
	door, ok := doors[f.row.Door]
	if !ok {
		panic("infra: route " + routeKey(r) + " of " + f.row.Name + " has no door")
	}
	route := awsapigatewayv2.NewCfnRoute(f.scope, jsii.String(routeKey(r)), &awsapigatewayv2.CfnRouteProps{
		ApiId: s.api.Ref(), RouteKey: jsii.String(routeKey(r)), AuthorizationType: &door,
		Target: jsii.String("integrations/" + *to.Ref()),
	})
	if door == "NONE" {
		excuse(route, "AwsSolutions-APIG4", "The function checks the source's signature or the customer's token, which the API cannot.")
	}
	return route
}

func (s *Stack) stage(limits map[string]any) awsapigatewayv2.CfnStage {
	log := awslogs.NewLogGroup(s.Stack, jsii.String("AccessLog"), &awslogs.LogGroupProps{
		Retention: awslogs.RetentionDays_THREE_MONTHS, RemovalPolicy: awscdk.RemovalPolicy_DESTROY,
	})
	format, err := json.Marshal(logged)
	if err != nil {
		panic(err)
	}
	return awsapigatewayv2.NewCfnStage(s.Stack, jsii.String("Stage"), &awsapigatewayv2.CfnStageProps{
		ApiId: s.api.Ref(), StageName: jsii.String("$default"), AutoDeploy: jsii.Bool(true),
		RouteSettings: limits,
		AccessLogSettings: &awsapigatewayv2.CfnStage_AccessLogSettingsProperty{
			DestinationArn: log.LogGroupArn(), Format: jsii.String(string(format)),
		},
	})
}

// addHost puts the API under a name of the team's own, if there is one.
func (s *Stack) addHost(stage awsapigatewayv2.CfnStage) {
	if s.settings.Host == "" {
		return
	}
	host := awsapigatewayv2.NewCfnDomainName(s.Stack, jsii.String("Host"), &awsapigatewayv2.CfnDomainNameProps{
		DomainName: &s.settings.Host,
		DomainNameConfigurations: []any{&awsapigatewayv2.CfnDomainName_DomainNameConfigurationProperty{
			CertificateArn: &s.settings.Certificate, EndpointType: jsii.String("REGIONAL"), SecurityPolicy: jsii.String("TLS_1_2"),
		}},
	})
	awsapigatewayv2.NewCfnApiMapping(s.Stack, jsii.String("HostMapping"), &awsapigatewayv2.CfnApiMappingProps{
		ApiId: s.api.Ref(), DomainName: host.Ref(), Stage: stage.Ref(),
	})
	s.output("HostTarget", "The CNAME record that "+s.settings.Host+" needs", host.AttrRegionalDomainName())
}
