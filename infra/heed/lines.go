package main

// sourceLines are what to add to the sources of surveys.yaml, by type, so that
// the samples in events/ are understood. What a mapped source needs takes more
// than a line: its page has that.
var sourceLines = map[string]string{
	"freshdesk":  "- {name: freshdesk, type: freshdesk}",
	"helpscout":  "- {name: helpscout, type: helpscout}",
	"hubspot":    "- {name: hubspot, type: hubspot}",
	"intercom":   "- {name: intercom, type: intercom}",
	"jira":       "- {name: jira, type: jira}",
	"pipedrive":  "- {name: pipedrive, type: pipedrive}",
	"salesforce": "- {name: salesforce, type: salesforce}",
	"standard":   "- {name: app, type: standard}",
	"zendesk":    "- {name: zendesk, type: zendesk}",
}
