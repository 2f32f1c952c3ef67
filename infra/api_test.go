package main

import (
	"encoding/json"
	"slices"
	"testing"

	"heed/shared/wiring"
)

func TestEveryRouteHasItsDoorAndItsRate(t *testing.T) {
	m := of(t, all)
	limits, _ := m.get(t, "Stage")["RouteSettings"].(map[string]any)
	routes := 0
	for _, row := range wiring.Functions {
		for _, r := range row.Routes {
			routes++
			key := r.Method + " " + r.Path
			route := m.find(t, "AWS::ApiGatewayV2::Route", "RouteKey", key)
			if got, want := route["AuthorizationType"], authorization(t, row.Door); got != want {
				t.Errorf("%s of %s: authorization is %v, want %s", key, row.Name, got, want)
			}
			if got := m.flat(route["Target"]); got != "integrations/{Function-"+row.Name+"/Integration}" {
				t.Errorf("%s leads to %s, not to %s", key, got, row.Name)
			}
			if rate, burst := dig(limits, key, "ThrottlingRateLimit"), dig(limits, key, "ThrottlingBurstLimit"); rate != float64(r.Rate) || burst != float64(r.Burst) || r.Rate < 1 || r.Burst < r.Rate {
				t.Errorf("%s lets through %v a second and %v at once, want %d and %d", key, rate, burst, r.Rate, r.Burst)
			}
		}
	}
	if got := len(m.typed("AWS::ApiGatewayV2::Route")); got != routes || len(limits) != routes {
		t.Errorf("%d routes and %d limits, want %d", got, len(limits), routes)
	}
}

// authorization is what AWS must ask at a door: the signed and token doors are
// the function's to keep, and every other is AWS's.
func authorization(t *testing.T, door wiring.Door) string {
	t.Helper()
	switch door {
	case wiring.Signed, wiring.Token:
		return "NONE"
	case wiring.Operator:
		return "AWS_IAM"
	}
	t.Errorf("there is no door %q", door)
	return ""
}

func (m *template) find(t *testing.T, kind, property string, value any) map[string]any {
	t.Helper()
	for _, r := range m.typed(kind) {
		if r[property] == value {
			return r
		}
	}
	t.Errorf("no %s has the %s %v", kind, property, value)
	return nil
}

func TestARouteWithoutADoorIsNotMade(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a route without a door was made")
		}
	}()
	new(Stack).route(function{row: wiring.Function{Name: "open"}}, wiring.Route{Method: "GET", Path: "/open"}, nil)
}

func TestHooksAreLetThroughMost(t *testing.T) {
	hooks := wiring.Find("webhook").Routes[0].Rate
	for _, row := range wiring.Functions {
		for _, r := range row.Routes {
			if row.Name != "webhook" && r.Rate >= hooks {
				t.Errorf("%s %s lets through %d a second, hooks %d", r.Method, r.Path, r.Rate, hooks)
			}
		}
	}
}

// The stage is refused if it limits a route that is not there yet.
func TestTheStageWaitsForItsRoutes(t *testing.T) {
	m := of(t, all)
	for place := range m.typed("AWS::ApiGatewayV2::Route") {
		if !slices.Contains(m.needs(m.resources["Stage"]), place) {
			t.Errorf("the stage may be made before %s", place)
		}
	}
}

func TestTheAccessLogHoldsNoPath(t *testing.T) {
	settings := dig(of(t, all).get(t, "Stage"), "AccessLogSettings")
	if of(t, all).flat(dig(settings, "DestinationArn")) != "{AccessLog.Arn}" {
		t.Error("requests are not logged")
	}
	var format map[string]string
	if err := json.Unmarshal([]byte(dig(settings, "Format").(string)), &format); err != nil {
		t.Fatalf("the access log is not JSON: %v", err)
	}
	if format["routeKey"] != "$context.routeKey" {
		t.Error("the access log does not tell the route")
	}
	harmless := []string{
		"$context.requestId", "$context.requestTime", "$context.routeKey", "$context.status",
		"$context.responseLength", "$context.responseLatency", "$context.integrationStatus",
	}
	for name, variable := range format {
		if !slices.Contains(harmless, variable) {
			t.Errorf("%s is %s, which may tell who a customer is", name, variable)
		}
	}
}

func TestAHostOfItsOwn(t *testing.T) {
	m := of(t, all)
	host := m.get(t, "Host")
	configuration := list(host["DomainNameConfigurations"])[0]
	if host["DomainName"] != all.Host || dig(configuration, "CertificateArn") != all.Certificate || dig(configuration, "SecurityPolicy") != "TLS_1_2" {
		t.Errorf("the host is %v", host)
	}
	if got := m.flat(m.get(t, "HostMapping")["Stage"]); got != "{Stage}" {
		t.Errorf("the host leads to %s", got)
	}
	if len(of(t, none).typed("AWS::ApiGatewayV2::DomainName")) > 0 {
		t.Error("a host was made that nobody named")
	}
}
