package laptop_test

// Nearly everybody is asked, in three programs; nobody is held out.
const everybody = `
brand: {name: Acme, color: "#2457d6", domains: [acme.example]}
exclude: {tags: [internal]}
dimensions: [stage, team, tag]
sources:
  - {name: zendesk, type: zendesk}
  - {name: app, type: standard}
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%, window: 14d}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 98%, ceiling: 99%, window: 30d}
  - {name: onboarding, ask: ces, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 98%, ceiling: 99%, delay: 2h}
`

// Nearly everybody is asked again as soon as the invitation before could not
// go out any more; the second question waits a day before it is mailed.
const patient = `
brand: {name: Acme}
quiet: 0
sources:
  - {name: zendesk, type: zendesk}
  - {name: app, type: standard}
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 98%, ceiling: 99%, delay: 1d}
`

// Half of the customers are asked, with chances that differ by how busy they
// are.
const halves = `
brand: {name: Acme}
quiet: 5d
holdout: 4%
dimensions: [team]
sources:
  - {name: zendesk, type: zendesk}
  - {name: app, type: standard}
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 45%, ceiling: 60%}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 55%, ceiling: 70%}
  - {name: onboarding, ask: ces, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 40%, ceiling: 50%}
  - {name: churn, ask: nps, stage: churn, when: {kinds: [subscription.cancelled]}, rate: 60%, ceiling: 70%}
`

// The first of a customer's touchpoints is all but certain to be asked about,
// and hardly another has a chance.
const forced = `
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 99.9%, ceiling: 99.99%, quiet: 30d}
`

// Chances are small, so that many of a customer's touchpoints are drawn.
const shared = `
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 15%, ceiling: 30%, quiet: 30d}
  - {name: second, ask: nps, stage: support, when: {kinds: [ticket.solved]}, rate: 10%, ceiling: 30%, quiet: 10d}
`
