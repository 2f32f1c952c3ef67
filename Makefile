# What there is to do. Each target sets up what it needs by itself.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run demo test check build synth deploy bench pictures tools node chromium

# The race detector wants a C compiler; without one the tests run without it.
race := $(shell command -v $$(go env CC) >/dev/null && echo -race)

help: ## say what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## run all of Heed on this machine, at http://localhost:8080; needs Go alone
	go run ./infra/heed run

demo: ## the same, after a made-up year, so that there is something to see
	go run ./infra/heed demo

# The stack is tested without the race detector: nothing in it runs at once,
# and the CDK's modules take minutes to build a second time. So are the 300
# populations, and the year of 2,400 customers, which take minutes as it is.
test: tools build chromium check ## check all there is to check; takes some twenty minutes on two processors
	go test $(race) -timeout 30m $$(go list ./... | grep -vx heed/infra)
	go test ./infra
	go test -run TestCriterion -timeout 20m ./shared/simulation
	go test -run Year -timeout 20m ./infra/laptop

check:
	@unformatted=$$(go tool gofumpt -l events functions infra shared); \
	if [ -n "$$unformatted" ]; then echo "Not formatted; mend with go tool gofumpt -w:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go tool staticcheck ./...

# -buildvcs=false: a commit that changes no function deploys none.
build: ## build the functions for AWS, into build/
	@for f in functions/*/; do \
	  name=$$(basename $$f); echo "build $$name"; mkdir -p build/$$name; cp surveys.yaml build/$$name/; \
	  CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build -trimpath -buildvcs=false -tags lambda.norpc -ldflags="-s -w" \
	    -o build/$$name/bootstrap ./$$f || exit 1; \
	done

synth: tools build ## make the CloudFormation template, in cdk.out/; needs no AWS account
	node_modules/.bin/cdk synth --quiet
	@echo "The template is cdk.out/$$(cd cdk.out && echo *.template.json)"

deploy: tools build ## put Heed into the AWS account of your credentials; run cdk bootstrap there once before
	node_modules/.bin/cdk deploy

bench: ## measure; better while nothing else runs
	go test -run '^$$' -bench . -benchtime 1x ./infra/bench
	go test -run '^$$' -bench . ./shared/mail ./shared/pages ./shared/replies ./shared/said ./shared/score

pictures: chromium ## take pictures of mails, in four languages, and of all pages after a year, into pictures/
	HEED_PICTURES="$(CURDIR)/pictures" go test -count=1 -v -run '^TestPictures$$' ./infra/visit

# The pages are tested in Chromium. Without one the tests fail and say so; with
# HEED_NO_BROWSER=1 they are left out, and say that as well.
chromium:
	@if [ "$${HEED_NO_BROWSER:-}" = 1 ]; then echo "HEED_NO_BROWSER=1: nothing will be looked at in a browser."; exit 0; fi; \
	for c in "$${HEED_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome \
	  /Applications/Chromium.app/Contents/MacOS/Chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do \
	  if [ -n "$$c" ] && command -v "$$c" >/dev/null; then exit 0; fi; \
	done; \
	if command -v apt-get >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as="sudo -n"; else as=no; fi; \
	  if [ "$$as" != no ]; then \
	    echo "Chromium is missing, and is installed by apt-get."; \
	    $$as apt-get update -qq && $$as apt-get install -y -qq --no-install-recommends chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji && exit 0; \
	  fi; \
	fi; \
	echo "Chromium is missing, in which the pages are tested. Install it:"; \
	echo "  Debian, Ubuntu: sudo apt-get install chromium fonts-noto"; \
	echo "  macOS:          brew install --cask chromium"; \
	echo "or name one in HEED_CHROMIUM, or leave its tests out by HEED_NO_BROWSER=1."; exit 1

# Node is needed for the CDK's command line, DynamoDB's stand-in and axe, which
# checks pages for who can't see them well.
tools: node node_modules/.package-lock.json

node:
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null || \
	  { echo "This needs Node 20 or newer with npm: https://nodejs.org (make run and make build need none)"; exit 1; }

node_modules/.package-lock.json: package.json package-lock.json | node
	npm ci --no-audit --no-fund
	@touch $@
