package visit

import (
	"net/http"
	"net/url"
	"sync"
	"time"
)

// What programs that read pages without a browser call themselves.
const crawler = "curl/8.5.0"

// unfurlers are the user agents of programs that look at links in messages, as
// their makers publish them or as they stand in access logs.
var unfurlers = []string{
	"Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
	"Twitterbot/1.0",
	"facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
	"Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
	"Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b",
	"TelegramBot (like TwitterBot)",
	"WhatsApp/2.23.20.0",
	"Mozilla/5.0 (compatible; Barracuda Sentinel)",
	"Mozilla/5.0 (compatible; Proofpoint URL Defense)",
	"Mozilla/5.0 (compatible; Mimecast URL Protect)",
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36",
}

// Crawlers are machines that read pages without rendering them.
var Crawlers = []Visitor{
	{
		Name: "HEAD", Does: "asks for the head of every link of the mail", Source: "freescout#1743", Soon: true,
		Act: func(v *Visit) {
			v.Agent = crawler
			for _, link := range v.Mail.Links() {
				v.Ask(http.MethodHead, link, nil)
			}
		},
	},
	{
		Name: "GET", Does: "reads every link of the mail, those to unsubscribe and to the preferences as well", Source: "freescout#1743; Zendesk help 4408831380122", Soon: true,
		Act: func(v *Visit) {
			v.Agent = crawler
			for _, link := range v.Mail.Links() {
				v.Get(link)
			}
		},
	},
	{
		Name: "GET, all at once", Does: "reads every link of the mail at the same moment, three times", Source: "docs.nps.today, identifying bot responses",
		Act: func(v *Visit) {
			v.Agent = crawler
			v.flood(3)
		},
	},
	{
		Name: "unfurlers", Does: "reads every link as eleven programs that preview links or check them", Source: "gophish#2115; their makers' pages",
		Act: func(v *Visit) {
			for _, v.Agent = range unfurlers {
				for _, link := range v.Mail.Links() {
					v.Get(link)
				}
			}
		},
	},
	{
		Name: "posting unfurlers", Does: "sends every form of a survey as one of those programs, with and without cookies", Source: "odoo#262262",
		Act: func(v *Visit) {
			for i, agent := range unfurlers {
				if i%2 == 0 {
					v.Stranger()
				}
				v.Agent = agent
				v.SubmitAll(v.Get(v.Mail.Score(1+i%5)), Filling{})
			}
		},
	},
	{
		Name: "prefetch", Does: "reads the links as a browser does that loads pages beforehand", Source: "epic-stack#410; WHATWG HTML, Sec-Purpose",
		Act: func(v *Visit) {
			for _, purpose := range []string{"prefetch", "prefetch;prerender", "prefetch;anonymous-client-ip"} {
				for _, link := range v.Mail.Links() {
					v.Get(link, "Sec-Purpose", purpose, "Purpose", "prefetch")
				}
			}
		},
	},
	{
		Name: "plain form", Does: "reads a survey and sends every form in it at once, those in noscript as well", Source: "odoo#262262", Soon: true,
		Act: func(v *Visit) {
			v.Agent = crawler
			v.SubmitAll(v.Get(v.Mail.Score(5)), Filling{})
		},
	},
	{
		Name: "plain forms of all links", Does: "does so with every link of the surveys, keeping cookies, as a browser's user agent", Source: "odoo#262262",
		Act: func(v *Visit) {
			for _, link := range v.Mail.Surveys() {
				v.SubmitAll(v.Get(link), Filling{})
			}
		},
	},
	{
		Name: "every field", Does: "fills in every field, those for machines as well, and sends every form", Source: "help.simplesat.io 3489211",
		Act: func(v *Visit) {
			v.SubmitAll(v.Get(v.Mail.Survey()), Filling{Words: "test", Blind: true, Last: true})
		},
	},
	{
		Name: "from elsewhere, later", Does: "reads a survey, and sends its forms minutes later from another address as another program", Source: "odoo#262262 (SafeLinks)",
		Act: func(v *Visit) {
			v.kept = v.Get(v.Mail.Score(1))
			v.SubmitAll(v.kept, Filling{})
		},
		Return: func(v *Visit) {
			v.Stranger()
			v.Agent = crawler
			for _, f := range v.kept.Forms() {
				v.Submit(f, Filling{}, "X-Forwarded-For", "203.0.113.77")
			}
			v.SubmitAll(v.Get(v.Mail.Score(1)), Filling{})
		},
	},
	{
		Name: "second page", Does: "sends a form, then at once every form of the page that comes, and of the one after", Source: "FusionAuth#2443",
		Act: func(v *Visit) { v.follow(3, 0, Filling{}) },
	},
	{
		Name: "second page, every field", Does: "does so filling in every field with words", Source: "FusionAuth#2443",
		Act: func(v *Visit) { v.follow(3, 0, Filling{Words: "test", Blind: true}) },
	},
	{
		Name: "second page, in words", Does: "sends a form, and three seconds later those of the page that comes, with words wherever there is room for more than a line", Source: "FusionAuth#2443",
		Act: func(v *Visit) { v.follow(2, 3*time.Second, Filling{Words: "test"}) },
	},
	{
		Name: "second page, later", Does: "does so three seconds after each page", Source: "FusionAuth#2443; Retently 977249",
		Act: func(v *Visit) { v.follow(2, 3*time.Second, Filling{Last: true}) },
	},
	{
		Name: "second page, ten minutes later", Does: "sends a form, and ten minutes later those of the page that came", Source: "odoo#262262",
		Act: func(v *Visit) {
			came := v.SubmitAll(v.Get(v.Mail.Score(1)), Filling{})
			if len(came) > 0 {
				v.kept = came[0]
			}
		},
		Return: func(v *Visit) { v.SubmitAll(v.kept, Filling{}) },
	},
	{
		Name: "preferences, plain form", Does: "reads the preferences, and three seconds later sends every form there", Source: "odoo#262262; FusionAuth#2443",
		Act: func(v *Visit) { v.plainly(v.Mail.To("/p/"), 1) },
	},
	{
		Name: "preferences, second page", Does: "does so, and three seconds later with every form of the pages that come", Source: "FusionAuth#2443",
		Act: func(v *Visit) { v.plainly(v.Mail.To("/p/"), 2) },
	},
	{
		Name: "preferences, after a person", Follows: true, Does: "does so where a person has chosen never to be asked", Source: "FusionAuth#2443",
		Act:    func(v *Visit) { v.Prefers("never"); v.Stranger() },
		Return: func(v *Visit) { v.plainly(v.Mail.To("/p/"), 2) },
		Want:   Outcome{Unsubscribes: true},
	},
	{
		Name: "way to deletion, plain form", Follows: true, Does: "reads the link to have all deleted, which a person asked for, and three seconds later sends every form there", Source: "odoo#262262; FusionAuth#2443",
		Act:    func(v *Visit) { v.Wants("forget"); v.Stranger() },
		Return: func(v *Visit) { v.plainly(v.Door, 1) },
		Want:   Outcome{Links: 1},
	},
	{
		Name: "way to deletion, second page", Follows: true, Does: "does so, and three seconds later with every form of the pages that come", Source: "FusionAuth#2443",
		Act:    func(v *Visit) { v.Wants("forget"); v.Stranger() },
		Return: func(v *Visit) { v.plainly(v.Door, 2) },
		Want:   Outcome{Links: 1},
	},
	{
		Name: "replay", Follows: true, Does: "sends again what a person's browser has sent, without its cookie, with another number", Source: "odoo#262262 (SafeLinks)",
		Act: func(v *Visit) { v.Answer(5) },
		Return: func(v *Visit) {
			person := v.posted()
			v.Stranger()
			v.again(person, "1")
			v.again(person, "5")
		},
		Want: chose(5, "click"),
	},
	{
		Name: "replay with the cookie", Follows: true, Does: "sends again exactly what a person's browser has sent, with its cookie", Source: "FAIMS3#1975",
		Act: func(v *Visit) { v.Answer(5) },
		Return: func(v *Visit) {
			v.again(v.posted(), "5", v.cookies()...)
		},
		Want: chose(5, "click"),
	},
	{
		Name: "mail program", Does: "sends the one-click POST of RFC 8058, which a press on the mail program's own button does", Source: "RFC 8058",
		Act: func(v *Visit) {
			v.Ask(http.MethodPost, v.Mail.Leave(), url.Values{"List-Unsubscribe": {"One-Click"}})
		},
		Want: Outcome{Unsubscribes: true},
	},
}

// plainly sends every form of a page and of those that come of it, some pages
// deep and three seconds after each: as they are filled in, then with the last of
// all that there is to choose.
func (v *Visit) plainly(link string, deep int) {
	for _, how := range []Filling{{}, {Last: true}} {
		v.followed(v.Get(link), deep, 3*time.Second, how)
	}
}

// follow does so with the survey, once.
func (v *Visit) follow(deep int, after time.Duration, how Filling) {
	v.followed(v.Get(v.Mail.Survey()), deep, after, how)
}

func (v *Visit) followed(first Answer, deep int, after time.Duration, how Filling) {
	page := []Answer{first}
	for range deep {
		var came []Answer
		v.Pause(after)
		for _, p := range page {
			came = append(came, v.SubmitAll(p, how)...)
		}
		page = came
	}
}

// flood reads every link of the mail so many times, all at the same moment.
func (v *Visit) flood(times int) {
	var crowd sync.WaitGroup
	var visits []*Visit
	for range times {
		for _, link := range v.Mail.Links() {
			one := v.beside()
			one.Agent = v.Agent
			visits = append(visits, one)
			crowd.Go(func() { one.Get(link) })
		}
	}
	crowd.Wait()
	for _, one := range visits {
		v.fails(one)
	}
}

// posted is the last form that the visitor's browser sent.
func (v *Visit) posted() (last Sent) {
	for _, s := range v.Sent() {
		if s.Method == http.MethodPost {
			last = s
		}
	}
	if last.URL == "" {
		v.fail("no form was sent before")
	}
	return last
}

// again sends a form once more, with that score.
func (v *Visit) again(s Sent, score string, headers ...string) {
	form := url.Values{}
	for name, values := range s.Form {
		form[name] = values
	}
	form.Set("score", score)
	v.Ask(http.MethodPost, s.URL, form, headers...)
}
