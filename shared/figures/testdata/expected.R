# Makes expected.json of the three data sets: Rscript expected.R
# Needs R's survey and jsonlite. Independent of the Go code beside it.
suppressMessages({library(survey); library(jsonlite)})
options(digits = 17)

read <- function(ask) { x <- read.csv(paste0(ask, ".csv")); x$w <- x$weight_micro / 1e6; x }
kish <- function(w) sum(w)^2 / sum(w^2)
z <- qnorm(.975)

# survey has no Wilson interval (Wilson 1927): written out, at the effective n.
wilson <- function(p, n) (p + z^2/(2*n) + c(-1, 1) * z * sqrt(p*(1-p)/n + z^2/(4*n^2))) / (1 + z^2/n)

# Nor the adjusted Wald interval of a net score (Rocks 2016): 3/4, 3/2 and 3/4 of an answer added.
rocks <- function(pro, det, n) {
  P <- (n*pro + 3/4) / (n + 3); D <- (n*det + 3/4) / (n + 3)
  P - D + c(-1, 1) * z * sqrt((P + D - (P - D)^2) / (n + 3))
}

# Hajek mean, its variance with responses as primary units, and the t interval, all by survey.
mean_of <- function(formula, x) {
  d <- svydesign(ids = ~1, weights = ~w, data = x); m <- svymean(formula, d)
  list(mean = as.numeric(coef(m)), variance = as.numeric(vcov(m)), t_interval = as.numeric(confint(m, df = degf(d))))
}

nps <- read("nps"); csat <- read("csat"); ces <- read("ces")
nps$net <- (nps$score >= 9) - (nps$score <= 6)
nps$pro <- as.numeric(nps$score >= 9); nps$det <- as.numeric(nps$score <= 6)
csat$top2 <- as.numeric(csat$score >= 4)
pro <- mean_of(~pro, nps); det <- mean_of(~det, nps); top2 <- mean_of(~top2, csat)

out <- list(
  made_by = paste(R.version.string, "with survey", as.character(packageVersion("survey"))),
  quantiles = list(z = z, t = setNames(lapply(c(1, 4, 37, 59, 89, 10000), function(df) qt(.975, df)), c(1, 4, 37, 59, 89, 10000))),
  nps = list(n = nrow(nps), kish = kish(nps$w), net = mean_of(~net, nps), promoters = pro, detractors = det,
             interval = rocks(pro$mean, det$mean, kish(nps$w))),
  csat = list(n = nrow(csat), kish = kish(csat$w), top2 = top2, score = mean_of(~score, csat),
              interval = wilson(top2$mean, kish(csat$w))),
  ces = list(n = nrow(ces), kish = kish(ces$w), score = mean_of(~score, ces)))
write_json(out, "expected.json", digits = NA, auto_unbox = TRUE, pretty = TRUE)
