package sources_test

import (
	"testing"

	"heed/shared/sources"
)

func TestLocale(t *testing.T) {
	s, sample := find(t, "standard"), samples(t, "standard")["standard/deal-won.json"]
	for given, want := range map[string]string{
		"en":                              "en",
		"EN-us":                           "en-US",
		"pt_br":                           "pt-BR",
		"zh-hant-tw":                      "zh-Hant-TW",
		"es-419":                          "es-419",
		"de-1996":                         "de-1996",
		"ast":                             "ast",
		"English":                         "en",
		"English (United States)":         "en",
		"brazilian portuguese":            "pt-BR",
		"Simplified Chinese":              "zh-Hans",
		"Klingon":                         "",
		"e":                               "",
		"e1":                              "",
		"en-":                             "",
		"en--US":                          "",
		"en-US-":                          "",
		"en-waytoolong":                   "",
		"en-a-b-c-d":                      "",
		"en US":                           "",
		"日本語":                             "",
		"{{ticket.requester.locale}}":     "",
		"<script>":                        "",
		"en-US; DROP TABLE, and so on ok": "",
	} {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, map[string]any{"data.customer.locale": given})})
		if err != nil || points[0].Customer.Locale != want {
			t.Errorf("%q: got %q, want %q (%v)", given, points[0].Customer.Locale, want, err)
		}
	}
}
