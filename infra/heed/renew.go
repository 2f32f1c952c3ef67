package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// renew returns the sample as another event of another customer: every id,
// object and address in it is made anew from the number.
func renew(body []byte, number string) ([]byte, error) {
	var event map[string]any
	if err := json.Unmarshal(body, &event); err != nil {
		return nil, fmt.Errorf("read the sample: %w", err)
	}
	renewAll(event, number)
	return json.Marshal(event)
}

func renewAll(v map[string]any, number string) {
	for name, value := range v {
		switch value := value.(type) {
		case map[string]any:
			renewAll(value, number)
		case string:
			v[name] = renewed(name, value, number)
		}
	}
}

func renewed(name, value, number string) string {
	switch name {
	case "id", "occurrence":
		return number
	case "object":
		kind, _, _ := strings.Cut(value, ":")
		return kind + ":" + number
	case "email":
		return "customer-" + number + "@example.com"
	}
	return value
}
