package sources

import "testing"

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		amount, code text
		minor        int64
		iso          string
	}{
		{"1234.5", "EUR", 123450, "EUR"},
		{"1234.5", "eur", 123450, "EUR"},
		{"1234", "JPY", 1234, "JPY"},
		{"1.5", "KWD", 1500, "KWD"},
		{"-0.005", "USD", -1, "USD"},
		{"0.005", "USD", 1, "USD"},
		{"0.0049999", "USD", 0, "USD"},
		{"1.2345E3", "USD", 123450, "USD"},
		{"92233720368547758.07", "USD", 9223372036854775807, "USD"},
		{"92233720368547758.08", "USD", 0, ""},
		{"1,234.50", "USD", 0, ""},
		{"1/3", "USD", 0, ""},
		{"1e9999", "USD", 0, ""},
		{"0x10", "USD", 0, ""},
		{"", "USD", 0, ""},
		{"12", "", 0, ""},
		{"12", "EURO", 0, ""},
		{"NaN", "USD", 0, ""},
	} {
		if minor, iso := money(c.amount, c.code); minor != c.minor || iso != c.iso {
			t.Errorf("%s %s: got %d %q, want %d %q", c.amount, c.code, minor, iso, c.minor, c.iso)
		}
	}
}
