package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
)

// An operatorsDoor answers only to what is signed whole, body and all, as the IAM
// authorizer does. It is too busy at first.
type operatorsDoor struct {
	*testing.T
	busy    int
	refuses int // status of its answer, 0 for success
	most    int // people that it takes at once, 0 for what the API takes
	address func(i int) string
	asked   int
	emails  []string
}

func (d *operatorsDoor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		d.Error(err)
	}
	if !signedWith(d.T, r, body) {
		d.Error("the signature is not of what came")
	}
	if d.asked++; d.asked <= d.busy {
		http.Error(w, "busy", http.StatusTooManyRequests)
		return
	}
	if d.refuses != 0 {
		http.Error(w, "no", d.refuses)
		return
	}
	var order batch
	if err := json.Unmarshal(body, &order); err != nil || len(order.People) > 500 || len(body) > 256<<10 {
		d.Errorf("%d people in %d bytes: %v", len(order.People), len(body), err)
	}
	if d.most > 0 && len(order.People) > d.most {
		http.Error(w, "large", http.StatusRequestEntityTooLarge)
		return
	}
	for _, e := range order.People {
		d.emails = append(d.emails, e.Email)
	}
	fmt.Fprintf(w, `{"suppressed":%d,"refused":[]}`, len(order.People))
}

var who = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret"}

// signedWith signs the request anew and compares.
func signedWith(t *testing.T, r *http.Request, body []byte) bool {
	t.Helper()
	at, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
	if err != nil {
		t.Error(err)
	}
	again, err := http.NewRequest(r.Method, "https://"+r.Host+r.URL.String(), bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Header.Get("Content-Type"); c != "" {
		again.Header.Set("Content-Type", c)
	}
	sum := sha256.Sum256(body)
	if err := v4.NewSigner().SignHTTP(t.Context(), who, again, hex.EncodeToString(sum[:]), "execute-api", "eu-central-1", at); err != nil {
		t.Fatal(err)
	}
	return again.Header.Get("Authorization") == r.Header.Get("Authorization")
}

// handTo imports a file of n people at the door.
func (d *operatorsDoor) handTo(n int) error {
	d.Helper()
	server := httptest.NewTLSServer(d)
	defer server.Close()
	was := http.DefaultClient
	http.DefaultClient = server.Client()
	defer func() { http.DefaultClient = was }()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": who.AccessKeyID, "AWS_SECRET_ACCESS_KEY": who.SecretAccessKey, "AWS_SESSION_TOKEN": "", "AWS_REGION": "eu-central-1",
		"AWS_CONFIG_FILE": os.DevNull, "AWS_SHARED_CREDENTIALS_FILE": os.DevNull,
	} {
		d.Setenv(name, value)
	}
	var text strings.Builder
	text.WriteString("email,unsubscribed\n")
	for i := range n {
		if d.address == nil {
			d.address = func(i int) string { return fmt.Sprintf("%s%d@example.com", strings.Repeat("x", 60), i) }
		}
		fmt.Fprintf(&text, "%s,yes\n", d.address(i))
	}
	file := filepath.Join(d.TempDir(), "left.csv")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		d.Fatal(err)
	}
	return (&takeover{at: at{server.URL}, Files: []string{file}}).Run(context.Background(), &program{})
}

// A deployed Heed that is busy is asked again; each person is handed over, in
// requests that it takes.
func TestImportIntoTheCloud(t *testing.T) {
	d := &operatorsDoor{T: t, busy: 1}
	if err := d.handTo(1001); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range d.emails {
		seen[e] = true
	}
	if len(seen) != 1001 || len(d.emails) != 1001 || d.asked != 4 {
		t.Errorf("%d people, %d of them different, in %d requests", len(d.emails), len(seen), d.asked)
	}
}

// Addresses as long as there are, of characters that JSON may write in six, fit
// all the same, and each person is handed over once.
func TestImportOfLongAddresses(t *testing.T) {
	const n = 1201
	for _, character := range []string{"&", "x", "é", "\u2028"} {
		d := &operatorsDoor{T: t, address: func(i int) string {
			return fmt.Sprintf("%s%05d@b.example", strings.Repeat(character, 235/len(character)), i)
		}}
		if err := d.handTo(n); err != nil {
			t.Fatal(err)
		}
		if slices.Sort(d.emails); len(slices.Compact(d.emails)) != n {
			t.Errorf("%q: %d people", character, len(d.emails))
		}
	}
}

// A door that takes less than the API gets less at once, and all of it.
func TestImportThroughANarrowDoor(t *testing.T) {
	d := &operatorsDoor{T: t, most: 70}
	if err := d.handTo(401); err != nil {
		t.Fatal(err)
	}
	if slices.Sort(d.emails); len(slices.Compact(d.emails)) != 401 {
		t.Errorf("%d people", len(d.emails))
	}
	d = &operatorsDoor{T: t, refuses: http.StatusRequestEntityTooLarge}
	if err := d.handTo(2); err == nil || !strings.Contains(err.Error(), "413") || d.asked != 2 {
		t.Errorf("asked %d times: %v", d.asked, err)
	}
}

// What is already so is said, and counted apart from what changes nothing.
func TestSumSaysWhatIsSoAlready(t *testing.T) {
	for _, c := range []struct {
		sum  sum
		want string
	}{
		{sum{suppressed: 2}, "2 people will never be asked; 0 people will be left in peace; for 0 people nothing changes."},
		{sum{unchanged: 4, alreadySuppressed: 2, alreadyQuieted: 1}, "2 people will never be asked, as it was already; 1 person will be left in peace, as it was already; for 1 person nothing changes."},
		{
			sum{suppressed: 1, quieted: 1, unchanged: 4, alreadySuppressed: 3, alreadyQuieted: 1, quietUntil: "2026-12-13", quietDays: 40},
			"1 person will never be asked, besides 3 of whom it was so already; 1 person will be left in peace, the last of them until 2026-12-13 (40 days after they were asked, and 2 for a mail that is late), besides 1 of whom it was so already; for 0 people nothing changes.",
		},
	} {
		if got := c.sum.words(); got != c.want {
			t.Errorf("it says %q, not %q", got, c.want)
		}
	}
}

// What is refused for good is not asked again.
func TestImportRefused(t *testing.T) {
	d := &operatorsDoor{T: t, refuses: http.StatusForbidden}
	if err := d.handTo(1); err == nil || !strings.Contains(err.Error(), "403") || d.asked != 1 {
		t.Errorf("asked %d times: %v", d.asked, err)
	}
}
