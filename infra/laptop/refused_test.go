package laptop_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// What readers ask for otherwise is refused, and nothing that they are answered
// names a row, a customer or an answer.
func TestReadersAreRefusedTheRest(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, talkative))
	for path, want := range map[string]int{
		"/read/api/scores":                                                   http.StatusBadRequest,
		"/read/api/scores?period=2026-10-05":                                 http.StatusForbidden,
		"/read/api/scores?from=2026-10-05&to=2026-10-06":                     http.StatusForbidden,
		"/read/api/scores?period=2026-10&from=2026-10-05":                    http.StatusForbidden,
		"/read/api/scores?period=2026-10&by=customer":                        http.StatusBadRequest,
		"/read/api/scores?period=2026-10&variance=customers":                 http.StatusForbidden,
		"/read/api/scores?period=2026-10&estimand=customer-weighted":         http.StatusForbidden,
		"/read/api/compare?program=support&period=2026-10-05":                http.StatusForbidden,
		"/read/api/compare?program=support&period=2026-10&before=2026-09-30": http.StatusForbidden,
		"/read/api/compare?program=support&period=2026-10&before=2026-W41":   http.StatusForbidden,
		"/read/api/journey?ask=nps&from=2026-10-05":                          http.StatusForbidden,
		"/read/?period=2026-10-05":                                           http.StatusForbidden,
		"/read/?from=2026-10-05&to=2026-10-05":                               http.StatusForbidden,
		"/read/api/responses":                                                http.StatusNotFound,
		"/read/api/touchpoints":                                              http.StatusNotFound,
		"/read/api/kept":                                                     http.StatusNotFound,
		"/read/api/sending":                                                  http.StatusNotFound,
		"/read/":                                                             http.StatusOK,
		"/read/scores?period=2026-Q3&by=team":                                http.StatusOK,
		"/read/api/scores?period=2026-W40":                                   http.StatusForbidden,
		"/read/api/compare?program=support&period=2026-W40":                  http.StatusForbidden,
		"/read/?period=2026-W40":                                             http.StatusForbidden,
		"/read/api/scores?period=2026-10&by=answer":                          http.StatusForbidden,
		"/read/api/scores?period=2026-10&by=tag":                             http.StatusForbidden,
		"/read/api/scores?period=2026-10&by=agent":                           http.StatusForbidden,
		"/read/api/compare?program=support&period=2026-10&by=answer":         http.StatusForbidden,
		"/read/?by=tag":                                                      http.StatusOK,
		"/read/api/compare?program=support&period=2026-09":                   http.StatusOK,
		"/read/api/journey?ask=nps&period=2026-09":                           http.StatusOK,
	} {
		if a := h.send(t, http.MethodGet, path, nil, nil); a.Status != want {
			t.Errorf("%s was answered %d, want %d: %s", path, a.Status, want, a.Body)
		}
	}
	for _, path := range []string{"/read/api/pause", "/read/api/scores?period=2026-10"} {
		if a := h.send(t, http.MethodPost, path, nil, nil); a.Status/100 == 2 {
			t.Errorf("POST %s was answered %d", path, a.Status)
		}
	}
}

// A page by what readers get no figures by says why there is no table.
func TestReadersAreToldWhyThereIsNoTable(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, talkative))
	for by, want := range map[string]string{
		"agent": "There is no table by agent here: the score of a single person is for those who lead them.",
		"tag":   "There is no table by tag here: a touchpoint has several",
		"team":  "",
	} {
		page := string(h.send(t, http.MethodGet, "/read/?by="+by, nil, nil).Body)
		if strings.Contains(page, "There is no table") != (want != "") || !strings.Contains(page, want) {
			t.Errorf("by %s the page does not say %q", by, want)
		}
	}
}

// Where a part is withheld, comparing tells nothing of it either.
func TestReadersCompareWhatTheyAreShown(t *testing.T) {
	t.Parallel()
	h := lived(t)
	compared, withheld := 0, 0
	for _, period := range h.calendar(t) {
		for _, query := range []string{"by=stage", "by=team", "", "by=team&before="} {
			path := fmt.Sprintf("/read/api/compare?program=support&period=%s&%s", period, query)
			body := h.send(t, http.MethodGet, path, nil, nil).Body
			var said struct {
				Against  string
				Compared []struct {
					Figure, Other result
					Difference    struct {
						Shown                    bool
						Difference, Low, High, P *float64
					}
					Place *struct{ Score *float64 }
				}
			}
			if err := json.Unmarshal(body, &said); err != nil {
				t.Fatal(err)
			}
			for _, c := range said.Compared {
				switch d := c.Difference; {
				case d.Shown:
					if compared++; !c.Figure.Shown || said.Against == "before" && !c.Other.Shown {
						t.Errorf("%s compares what is not shown: %+v", path, c)
					}
				case d.Difference != nil || d.Low != nil || d.High != nil || d.P != nil:
					t.Errorf("%s tells a difference that it does not show", path)
				default:
					withheld++
				}
				if c.Place != nil && c.Place.Score != nil && !c.Figure.Shown {
					t.Errorf("%s places what is not shown", path)
				}
				if said.Against == "rest" && (c.Other.Score != nil || c.Other.N != 0 || c.Other.Answered != 0) {
					t.Errorf("%s shows a rest: %+v", path, c.Other)
				}
			}
			for _, word := range []string{"comment", "customer\"", "chance_ppb", "response_by_class"} {
				if strings.Contains(string(body), word) {
					t.Errorf("%s says %q", path, word)
				}
			}
		}
	}
	if compared < 10 || withheld < 10 {
		t.Errorf("%d compared, %d withheld", compared, withheld)
	}
}
