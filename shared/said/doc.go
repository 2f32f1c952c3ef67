// Package said finds what a person said in a mail: without what they quoted,
// without the headers of the mail they answered, without signatures.
//
// A mail is read as lines. Each line is folded (lower case, bare letters,
// plain digits, no invisible marks), and looked at in turn:
//
//   - quote.go finds what is quoted: lines that begin with >, the line that
//     says who wrote when (attribution.go), the header block that Outlook puts
//     there (header.go), a rule such as "Original Message" (rule.go), and the
//     sentences that the caller knows to be its own (ours.go).
//   - signature.go takes what is left, and drops what stands below a sign-off
//     (signoff.go), the line of a phone or a list's footer (footer.go), a legal
//     notice or a card (notice.go).
//   - html.go and page.go make the same lines of HTML, and mark those that mail
//     programs put into elements they are known by; marks.go lists them.
//
// None of it is a pattern for one program in one language. An attribution is a
// date, a verb of writing or an address, and a colon, within a few lines; the
// tables (table_*.go) only say which words are months, verbs or headers. They
// are built when the first mail is read.
//
// A sign-off is dropped only below something that was said: "Thanks!" alone is
// an answer. Where it is unsure, a quote is dropped rather than kept.
//
// All of it takes time in proportion to the mail: a line is looked at a
// bounded number of times, and looks at a bounded number of neighbours.
package said
