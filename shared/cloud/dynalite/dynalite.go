// Package dynalite gives tests a DynamoDB over the wire: dynalite, a server
// that package.json pins, behind a proxy that adds the one thing it lacks. No
// deployed function and no laptop uses it.
package dynalite

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"heed/shared/cloud/dynamo"
)

//go:embed serve.js
var script string

// A server ends when its standard input does, which is open as long as this
// process lives.
type server struct {
	url   string
	stdin io.WriteCloser
}

// start starts the server once for all tests of a process.
var start = sync.OnceValues(func() (*server, error) {
	root, err := root()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(root, "node_modules", "dynalite")); err != nil {
		return nil, errors.New("dynalite is not installed; `make tools` installs it")
	}
	node := exec.Command("node", "-e", script)
	node.Dir, node.Stderr = root, os.Stderr
	stdin, err := node.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := node.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := node.Start(); err != nil {
		return nil, fmt.Errorf("starting dynalite, which needs Node: %w", err)
	}
	port, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("waiting for dynalite: %w", err)
	}
	return &server{url: proxy("127.0.0.1:" + strings.TrimSpace(port)), stdin: stdin}, nil
})

// root is the folder of go.mod, and so of node_modules.
func root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("no go.mod above the working directory")
		}
		dir = filepath.Dir(dir)
	}
}

// URL returns the address of a server that lasts as long as the test process.
// AWS_ENDPOINT_URL_DYNAMODB leads a built function to it.
func URL(t testing.TB) string {
	t.Helper()
	server, err := start()
	if err != nil {
		t.Fatal(err)
	}
	return server.url
}

// Client returns a client of the server at url, which asks for no account but
// wants every request signed.
func Client(url string) *dynamodb.Client {
	keys := aws.Credentials{AccessKeyID: "test", SecretAccessKey: "test"}
	return dynamodb.New(dynamodb.Options{
		Region:       "us-east-1",
		BaseEndpoint: &url,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return keys, nil
		}),
	})
}

var made atomic.Int64

// Table makes an empty table, deletes it after the test, and returns its name.
func Table(t testing.TB) (*dynamodb.Client, string) {
	t.Helper()
	client := Client(URL(t))
	name := fmt.Sprint("heed-", made.Add(1))
	if _, err := client.CreateTable(t.Context(), dynamo.Schema(name)); err != nil {
		t.Fatalf("making table %s: %v", name, err)
	}
	ready := &dynamodb.DescribeTableInput{TableName: &name}
	quick := func(o *dynamodb.TableExistsWaiterOptions) { o.MinDelay, o.MaxDelay = time.Millisecond, time.Second }
	if err := dynamodb.NewTableExistsWaiter(client, quick).Wait(t.Context(), ready, time.Minute); err != nil {
		t.Fatalf("waiting for table %s: %v", name, err)
	}
	t.Cleanup(func() {
		if _, err := client.DeleteTable(context.WithoutCancel(t.Context()), &dynamodb.DeleteTableInput{TableName: &name}); err != nil {
			t.Errorf("deleting table %s: %v", name, err)
		}
	})
	return client, name
}
