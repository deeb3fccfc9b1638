# Writes series.csv, cases.csv and expected.csv: what R's surveillance says, for the tests to compare with.
# Rscript generate.R, with R 4.2 and surveillance 1.20.3.
suppressMessages(library(surveillance))
stopifnot(packageVersion("surveillance") == "1.20.3")
RNGversion("4.2.0")
set.seed(20261122)

data("salmonella.agona")
data("salmNewport")

t <- function(n) seq_len(n)
season <- function(n) sin(2 * pi * seq_len(n) / 52)
outbreaks <- function(y, at, more) { y[at] <- y[at] + more; y }

series <- list(
  agona       = as.numeric(observed(disProg2sts(salmonella.agona))),
  newport     = as.numeric(rowSums(observed(salmNewport))),
  sparse      = rpois(400, 0.15),
  nothing     = rep(0, 320),
  constant    = rep(5, 320),
  rising      = rpois(400, exp(1 + 0.005 * t(400))),
  falling     = rpois(400, exp(4 - 0.008 * t(400))),
  seasonal    = rpois(420, exp(2.5 + 0.8 * season(420))),
  outbreaks   = outbreaks(rpois(420, exp(2 + 0.5 * season(420))), c(60:66, 150:153, 310, 400:406), c(40, 60, 80, 70, 50, 30, 20, 25, 50, 40, 20, 90, 10, 20, 40, 80, 60, 30, 10)),
  overdispersed = rnbinom(420, mu = 20, size = 3),
  large       = rpois(340, 8000 * exp(0.2 * season(340))),
  emptyyear   = outbreaks(replace(rpois(380, 6), 105:156, 0), 370, 15),
  lateonset   = c(rep(0, 250), rpois(80, 3)),
  short       = rpois(265, 4),
  decades     = rpois(640, exp(1.5 + 0.3 * season(640)))
)
population <- lapply(series, function(y) round(1e6 * exp(0.001 * seq_along(y))))

D <- function(...) list(...)
cases <- list()
add <- function(name, data, ...) cases[[length(cases) + 1]] <<- list(case = name, series = data, control = list(...))

for (data in names(series)) {
  years <- if (data == "decades") 10 else 5
  if (data != "decades") add(paste0(data, "-default"), data)
  for (threshold in c("delta", "nbPlugin", "muan")) {
    add(paste0(data, "-seasons-", threshold), data, b = years, noPeriods = 10, pastWeeksNotIncluded = 26,
        thresholdMethod = threshold, alpha = 0.01)
  }
}
for (data in c("agona", "seasonal", "overdispersed", "sparse", "outbreaks")) {
  add(paste0(data, "-three-years"), data, b = 3, w = 2, noPeriods = 4, pastWeeksNotIncluded = 8,
      thresholdMethod = "nbPlugin", alpha = 0.005, weightsThreshold = 1, pThresholdTrend = 1)
  add(paste0(data, "-two-years"), data, b = 2, w = 4, alpha = 0.1)
  add(paste0(data, "-unweighted"), data, reweight = FALSE, powertrans = "1/2")
  add(paste0(data, "-no-trend"), data, trend = FALSE, powertrans = "none", limit54 = c(0, 4))
  add(paste0(data, "-muan-unweighted"), data, reweight = FALSE, thresholdMethod = "muan", limit54 = c(20, 8))
}
for (data in c("nothing", "sparse", "lateonset", "constant")) {
  for (threshold in c("delta", "nbPlugin", "muan")) {
    add(paste0(data, "-no-limit-", threshold), data, limit54 = c(0, 4), thresholdMethod = threshold)
  }
}
add("agona-week-by-week", "agona", w = 0, noPeriods = 52, limit54 = c(0, 1))
add("seasonal-many-seasons", "seasonal", w = 3, noPeriods = 50, thresholdMethod = "nbPlugin")
add("seasonal-wide", "seasonal", b = 4, w = 20, noPeriods = 3, thresholdMethod = "muan", alpha = 0.02)
add("seasonal-no-guard", "seasonal", b = 4, w = 5, pastWeeksNotIncluded = 0)
add("rising-offset", "rising", populationOffset = TRUE)
add("seasonal-offset-seasons", "seasonal", populationOffset = TRUE, noPeriods = 5, trend = FALSE,
    thresholdMethod = "nbPlugin")
add("agona-one-year", "agona", b = 1, w = 3, noPeriods = 2, thresholdMethod = "delta")
add("seasonal-high-alpha", "seasonal", alpha = 0.6)
add("seasonal-tiny-alpha", "seasonal", alpha = 1e-9, thresholdMethod = "nbPlugin")
add("agona-dates", "agona", epochAsDate = TRUE)
add("seasonal-dates-seasons", "seasonal", epochAsDate = TRUE, noPeriods = 10, pastWeeksNotIncluded = 26,
    thresholdMethod = "nbPlugin")
add("outbreaks-dates-muan", "outbreaks", epochAsDate = TRUE, b = 4, w = 2, noPeriods = 7, thresholdMethod = "muan")
add("decades-dates", "decades", epochAsDate = TRUE, b = 4)

# ---- runs

# The first day of the MMWR weeks 2015-W01 and following: dates with a 53rd week in 2020 and a leap day or two.
first.day <- as.Date("2015-01-04")

run <- function(case) {
  y <- series[[case$series]]
  dated <- isTRUE(case$control$epochAsDate)
  control <- case$control[setdiff(names(case$control), "epochAsDate")]
  control$glmWarnings <- FALSE
  n <- length(y)
  x <- if (dated) {
    new("sts", epoch = as.numeric(first.day + 7 * (seq_len(n) - 1)), observed = matrix(y, ncol = 1),
        epochAsDate = TRUE, freq = 52, start = c(2015, 1), populationFrac = matrix(population[[case$series]], ncol = 1))
  } else {
    new("sts", epoch = seq_len(n), observed = matrix(y, ncol = 1), freq = 52, start = c(2015, 1),
        populationFrac = matrix(population[[case$series]], ncol = 1))
  }
  b <- if (is.null(control$b)) 5 else control$b
  w <- if (is.null(control$w)) 3 else control$w
  range <- (52 * b + w + 1):n
  # R gives up the whole range where one point has no model; asked for one by one, the others have theirs.
  rows <- lapply(range, function(k) {
    control$range <- k
    at <- tryCatch(suppressWarnings(farringtonFlexible(x, control = control)), error = function(e) NULL)
    if (is.null(at)) {
      data.frame(case = case$case, index = k, observed = y[k], upperbound = NA, score = NA, alarm = 0)
    } else {
      data.frame(case = case$case, index = k, observed = y[k], upperbound = as.numeric(upperbound(at)),
                 score = as.numeric(at@control$score), alarm = as.integer(isTRUE(as.logical(alarms(at)[1, 1]))))
    }
  })
  do.call(rbind, rows)
}

number <- function(x) ifelse(is.na(x) | !is.finite(x), "", formatC(x, digits = 17, format = "g", width = -1))

flat <- do.call(rbind, lapply(cases, function(case) {
  value <- function(name) {
    v <- case$control[[name]]
    if (is.null(v)) "" else if (is.logical(v)) tolower(as.character(v)) else paste(format(v, scientific = FALSE, trim = TRUE), collapse = " ")
  }
  parameters <- c("alpha", "b", "w", "noPeriods", "pastWeeksNotIncluded", "thresholdMethod", "trend",
                  "pThresholdTrend", "reweight", "weightsThreshold", "limit54", "powertrans", "populationOffset",
                  "epochAsDate")
  as.data.frame(c(list(case = case$case, series = case$series), setNames(lapply(parameters, value), parameters)))
}))
write.csv(flat, "cases.csv", row.names = FALSE, quote = FALSE)

long <- do.call(rbind, lapply(names(series), function(name) {
  data.frame(series = name, index = seq_along(series[[name]]), observed = format(series[[name]], scientific = FALSE, trim = TRUE),
             population = format(population[[name]], scientific = FALSE, trim = TRUE))
}))
write.csv(long, "series.csv", row.names = FALSE, quote = FALSE)

expected <- do.call(rbind, lapply(cases, run))
expected$upperbound <- number(expected$upperbound)
expected$score <- number(expected$score)
write.csv(expected, "expected.csv", row.names = FALSE, quote = FALSE)
