package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
)

// addOutputs says what a person needs to know of a deployment, and the one
// command for each thing that CloudFormation cannot do.
func (s *Stack) addOutputs() {
	s.output("Address", "Where Heed is; sources post to /hooks/<source> below it", s.baseURL())
	s.output("TableName", "The one table", s.table.TableName())
	s.output("KeysCommand", "Makes the keys, without which nothing is decided or sent", jsii.String("go run ./infra/heed keys --parameter "+s.keysParameter()+" make"))
	for i, source := range s.config.Sources {
		s.output(fmt.Sprintf("SecretCommand%d", i+1), "Keeps the signing secret of the source "+source.Name+", given on standard input",
			jsii.String("aws ssm put-parameter --type SecureString --overwrite --name "+s.secretsPrefix()+source.Name+" --value file:///dev/stdin"))
	}
	for i, name := range s.credentials() {
		s.output(fmt.Sprintf("CredentialCommand%d", i+1), "Keeps what opens the API that "+name[strings.LastIndexByte(name, '/')+1:]+" is asked by, given on standard input",
			jsii.String("aws ssm put-parameter --type SecureString --overwrite --name "+name+" --value file:///dev/stdin"))
	}
}

func (s *Stack) output(id, description string, value *string) {
	awscdk.NewCfnOutput(s.Stack, &id, &awscdk.CfnOutputProps{Description: &description, Value: value})
}
