package main

import (
	"errors"
	"fmt"
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Settings are what two deployments of one surveys.yaml differ in. They come
// from the context in cdk.json, under heed:<name>; -c heed:<name>=... on the
// command line goes before it.
type Settings struct {
	Stack          string // name of the stack
	Sender         string // Acme <surveys@example.com>; "": no mail goes out
	SenderVerified bool   // the sender's domain is an SES identity already; else the stack makes it one
	ReplyDomain    string // receives the replies: in.example.com; "": none are received
	RuleSet        string // the SES rule set that is active already; "": the stack makes one
	Host           string // of the survey pages: ask.example.com; "": the API's own
	Certificate    string // ARN of the ACM certificate of Host
	RestoredTable  string // a table that a backup was restored to, which takes the place of the stack's own; "": there is none
	AlarmAddress   string // who hears of trouble; "": nobody
	Observe        bool   // decide and record, but invite nobody
}

// SenderDomain is the domain that mails come from; "" without a sender.
func (s *Settings) SenderDomain() string { return domainOf(bare(s.Sender)) }

// BounceDomain is the domain that mails which come back go to.
func (s *Settings) BounceDomain() string { return "bounce." + s.SenderDomain() }

// bare is an address without the name before it; "" if it is none.
func bare(address string) string {
	parsed, err := mail.ParseAddress(address)
	if err != nil {
		return ""
	}
	return parsed.Address
}

func domainOf(address string) string { return address[strings.LastIndexByte(address, '@')+1:] }

const prefix = "heed:"

var (
	stackName   = regexp.MustCompile(`^[a-z][a-z0-9-]{0,22}[a-z0-9]$`)
	domainName  = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$`)
	ruleSetName = regexp.MustCompile(`^[A-Za-z0-9_.-]{1,64}$`)
	tableName   = regexp.MustCompile(`^[A-Za-z0-9_.-]{3,255}$`)
	certificate = regexp.MustCompile(`^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[a-z0-9-]+$`)
)

// readSettings makes Settings of a CDK context, or says everything that is
// wrong with it.
func readSettings(context map[string]any) (*Settings, error) {
	r := reader{context: context}
	s := &Settings{
		Stack:          r.text("stack", stackName, "lower-case letters, digits and hyphens, 2 to 24 of them"),
		Sender:         r.address("sender"),
		SenderVerified: r.flag("senderVerified", false),
		ReplyDomain:    r.text("replyDomain", domainName, "a domain in lower case, such as in.example.com"),
		RuleSet:        r.text("ruleSet", ruleSetName, "the name of an SES rule set"),
		Host:           r.text("host", domainName, "a host in lower case, such as ask.example.com"),
		Certificate:    r.text("certificate", certificate, "the ARN of an ACM certificate"),
		RestoredTable:  r.text("restoredTable", tableName, "the name of a DynamoDB table"),
		AlarmAddress:   r.address("alarmAddress"),
		Observe:        r.flag("observe", true),
	}
	if s.Stack == "" {
		s.Stack = "heed"
	}
	r.strangers()
	r.problems = append(r.problems, s.contradictions()...)
	return s, errors.Join(r.problems...)
}

// contradictions are settings that each are right, but not together.
func (s *Settings) contradictions() []error {
	var found []error
	say := func(wrong bool, text string) {
		if wrong {
			found = append(found, errors.New(text))
		}
	}
	say(!s.Observe && s.Sender == "", prefix+"observe is false, but there is no "+prefix+"sender to invite anybody")
	say((s.Host == "") != (s.Certificate == ""), prefix+"host and "+prefix+"certificate go together: give both or neither")
	say(s.SenderVerified && s.Sender == "", prefix+"senderVerified without a "+prefix+"sender")
	say(s.RuleSet != "" && s.ReplyDomain == "", prefix+"ruleSet without a "+prefix+"replyDomain")
	say(s.ReplyDomain != "" && s.ReplyDomain == s.SenderDomain(), prefix+"replyDomain is the sender's own domain: all of its mail would come to Heed; take one below it, such as in."+s.ReplyDomain)
	say(s.Sender != "" && s.ReplyDomain == s.BounceDomain(), prefix+"replyDomain is where mails that come back go; take another one, such as in."+s.SenderDomain())
	return found
}

// A reader takes settings from a context, and remembers what it asked for and
// what was wrong.
type reader struct {
	context  map[string]any
	known    []string
	problems []error
}

func (r *reader) value(name string) any {
	r.known = append(r.known, prefix+name)
	return r.context[prefix+name]
}

func (r *reader) wrong(name string, value any, want string) {
	r.problems = append(r.problems, fmt.Errorf("%s%s is %q; it should be %s", prefix, name, fmt.Sprint(value), want))
}

func (r *reader) text(name string, pattern *regexp.Regexp, want string) string {
	value := r.value(name)
	text, ok := value.(string)
	if value == nil || value == "" {
		return ""
	}
	if !ok || !pattern.MatchString(text) {
		r.wrong(name, value, want)
		return ""
	}
	return text
}

func (r *reader) address(name string) string {
	value := r.value(name)
	text, ok := value.(string)
	if value == nil || value == "" {
		return ""
	}
	if !ok || !domainName.MatchString(domainOf(bare(text))) {
		r.wrong(name, value, "an address, such as Acme <surveys@example.com>")
		return ""
	}
	return text
}

// flag takes true and false as cdk.json has them and as the command line does.
func (r *reader) flag(name string, without bool) bool {
	switch value := r.value(name).(type) {
	case nil:
		return without
	case bool:
		return value
	case string:
		if b, err := strconv.ParseBool(value); err == nil {
			return b
		}
	}
	r.wrong(name, r.context[prefix+name], "true or false")
	return without
}

// strangers finds settings that do not exist: a misspelt one would otherwise
// be a default nobody chose.
func (r *reader) strangers() {
	var strange []string
	for key := range r.context {
		if strings.HasPrefix(key, prefix) && !slices.Contains(r.known, key) {
			strange = append(strange, key)
		}
	}
	slices.Sort(strange)
	for _, key := range strange {
		r.problems = append(r.problems, fmt.Errorf("%s: there is no such setting; there are %s", key, strings.Join(r.known, ", ")))
	}
}
