# Makes expected.json of the data sets beside it: Rscript expected.R
# Needs R's survey, metafor and jsonlite. Shares no code with the Go packages.
suppressMessages({library(survey); library(metafor); library(jsonlite)})
options(digits = 17, survey.lonely.psu = "fail")

read <- function(ask) { x <- read.csv(paste0(ask, ".csv")); x$w <- x$weight_micro / 1e6; x }
kish <- function(w) sum(w)^2 / sum(w^2)
v <- function(m) as.numeric(vcov(m))
z <- qnorm(.975)

# survey has no Wilson interval (Wilson 1927): written out, at the effective n.
wilson <- function(p, n, q = z) (p + q^2/(2*n) + c(-1, 1) * q * sqrt(p*(1-p)/n + q^2/(4*n^2))) / (1 + q^2/n)

# Nor the adjusted Wald interval of a net score (Rocks 2016): 3/4, 3/2 and 3/4 of an answer added.
rocks <- function(pro, det, n, q = z) {
  P <- (n*pro + 3/4) / (n + 3); D <- (n*det + 3/4) / (n + 3)
  P - D + c(-1, 1) * q * sqrt((P + D - (P - D)^2) / (n + 3))
}

# A mean by a design: with its variance, degrees of freedom and t interval.
mean_by <- function(f, d) {
  m <- svymean(f, d)
  list(mean = as.numeric(coef(m)), variance = v(m), t_interval = as.numeric(confint(m, df = degf(d))))
}
share_by <- function(f, d, method) as.numeric(confint(svyciprop(f, d, method = method)))

# Three designs of one data set: each response, each customer, each group a unit.
designs <- function(x) list(
  single = svydesign(ids = ~1, weights = ~w, data = x),
  customers = svydesign(ids = ~customer, weights = ~w, data = x),
  groups = svydesign(ids = ~group, weights = ~w, data = x))

nps <- read("nps")
nps$pro <- as.numeric(nps$score >= 9); nps$det <- as.numeric(nps$score <= 6); nps$net <- nps$pro - nps$det
d <- designs(nps); by <- lapply(d, function(d) mean_by(~net, d))
pro <- mean_by(~pro, d$customers); det <- mean_by(~det, d$customers)
design_n <- (pro$mean + det$mean - (pro$mean - det$mean)^2) / by$customers$variance
teams <- svyby(~net, ~team, d$customers, svymean, covmat = TRUE)
later <- function(d) { k <- svycontrast(svyby(~net, ~period, d, svymean, covmat = TRUE), c(A = -1, B = 1)); list(mean = as.numeric(coef(k)), variance = v(k)) }
out_nps <- list(n = nrow(nps), weight = sum(nps$w), kish = kish(nps$w), net = by,
  promoters = pro, detractors = det, promoters_single = mean_by(~pro, d$single), detractors_single = mean_by(~det, d$single),
  jackknife = v(svymean(~net, as.svrepdesign(d$groups, type = "JK1", mse = TRUE))),
  rocks = rocks(pro$mean, det$mean, kish(nps$w)), design_n = design_n,
  rocks_design = rocks(pro$mean, det$mean, design_n, qt(.975, degf(d$customers))),
  promoters_korn = share_by(~pro, d$customers, "beta"), promoters_logit = share_by(~pro, d$customers, "xlogit"),
  promoters_wald = share_by(~pro, d$customers, "mean"),
  promoters_wilson = wilson(pro$mean, pro$mean * (1 - pro$mean) / pro$variance, qt(.975, degf(d$customers))),
  teams = setNames(lapply(1:2, function(i) list(mean = teams$net[i], variance = teams$se[i]^2)), teams$team),
  red_alone = mean_by(~net, svydesign(ids = ~customer, weights = ~w, data = nps[nps$team == "red", ])),
  later = list(customers = later(d$customers), groups = later(d$groups)))

csat <- read("csat"); csat$top2 <- as.numeric(csat$score >= 4); csat$class <- paste(csat$kind, csat$band)
known <- read.csv("touchpoints.csv"); known <- data.frame(class = paste(known$kind, known$band), Freq = known$touchpoints)
d <- designs(csat); post <- lapply(d, function(d) postStratify(d, ~class, known))
top2 <- mean_by(~top2, d$single); total <- svytotal(~top2, post$single); adjusted <- lapply(post, function(d) mean_by(~top2, d))
taken <- csat; taken$N <- known$Freq[match(taken$class, known$class)]
equal <- svymean(~top2, svydesign(ids = ~1, strata = ~class, fpc = ~N, data = taken))
out_csat <- list(n = nrow(csat), kish = kish(csat$w), top2 = top2, score = mean_by(~score, d$single),
  wilson = wilson(top2$mean, kish(csat$w)),
  adjusted = adjusted, adjusted_score = mean_by(~score, post$single),
  adjusted_kish = kish(weights(post$single)),
  adjusted_total = list(mean = as.numeric(coef(total)), variance = v(total)),
  adjusted_korn = share_by(~top2, post$single, "beta"), adjusted_logit = share_by(~top2, post$single, "xlogit"),
  adjusted_wilson = wilson(adjusted$single$mean, adjusted$single$mean * (1 - adjusted$single$mean) / adjusted$single$variance, qt(.975, degf(post$single))),
  stratified = v(svymean(~top2, svydesign(ids = ~1, strata = ~class, weights = ~w, data = csat))),
  simple_random = list(mean = as.numeric(coef(equal)), variance = v(equal)),
  # Each touchpoint drawn by itself, out of these very ones.
  poisson = sum(csat$w * (csat$w - 1) * (csat$top2 - top2$mean)^2) / sum(csat$w)^2)

ces <- read("ces"); d <- designs(ces)
out_ces <- list(n = nrow(ces), kish = kish(ces$w), score = lapply(d, function(d) mean_by(~score, d)),
  spread = sum(ces$w * (ces$score - weighted.mean(ces$score, ces$w))^2) / sum(ces$w))

y <- c(42, -8, 55, 31, 10, 67, 22, -25, 38, 49) / 100; var <- c(.012, .09, .04, .006, .15, .11, .008, .05, .02, .033)
f <- rma(y, var, method = "PM", control = list(tol = 1e-14, threshold = 1e-14)); b <- blup(f)
p <- c(.0004, .021, .34, .047, .0031, .62, .012, .09, .0009, .28)
df <- c(1, 4, 7, 37, 59, 89, 10000)

out <- list(
  made_by = paste0(R.version.string, " with survey ", packageVersion("survey"), " and metafor ", packageVersion("metafor")),
  quantiles = list(z = z, t = setNames(lapply(df, function(df) qt(.975, df)), df), beta = list(a = 12.3, b = 4.5, q = .025, at = qbeta(.025, 12.3, 4.5))),
  nps = out_nps, csat = out_csat, ces = out_ces,
  shrunk = list(y = y, v = var, tau2 = f$tau2, mu = as.numeric(f$beta), values = as.numeric(b$pred)),
  many = list(p = p, adjusted = p.adjust(p, "BH")))
write_json(out, "expected.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
