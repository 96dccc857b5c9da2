# Peers of benchmarks/forecast.ts in R: stlf, tbats and regression with calendar features, on the same origins.
# Standard input: origin,day,weekday,slot,value,bom,eom,after  (value empty = to be forecast). Output: method,origin,day,slot,mean,ms
suppressMessages(library(forecast))
rows <- read.csv(file("stdin"))
out <- function(method, origin, grid, slots, mean, ms) {
  mean <- pmax(as.numeric(mean), 0)
  cat(paste(method, origin, rep(grid, each = slots), rep(seq_len(slots) - 1, length(grid)), mean, ms, sep = ","), sep = "\n")
  cat("\n")
}
for (origin in unique(rows$origin)) {
  own <- rows[rows$origin == origin, ]
  own <- own[order(own$day, own$slot), ]
  slots <- max(own$slot) + 1
  days <- unique(own$day)
  ahead <- days[tapply(is.na(own$value), own$day, all) & days >= origin]
  past <- own[own$day < origin, ]
  y <- past$value
  # Missing days are filled with the same weekday of the week before, so that weekdays stay aligned.
  for (i in which(is.na(y))) y[i] <- if (i > 5 * slots) y[i - 5 * slots] else mean(y, na.rm = TRUE)
  h <- length(ahead) * slots
  start <- proc.time()[3]
  f <- stlf(msts(y, seasonal.periods = c(slots, 5 * slots)), h = h)
  out("stlf", origin, ahead, slots, f$mean, 1000 * (proc.time()[3] - start))
  start <- proc.time()[3]
  f <- tryCatch(forecast(tbats(msts(y, seasonal.periods = c(slots, 5 * slots)), use.parallel = FALSE), h = h), error = function(e) NULL)
  if (!is.null(f)) out("tbats", origin, ahead, slots, f$mean, 1000 * (proc.time()[3] - start))
  start <- proc.time()[3]
  cal <- function(d) data.frame(wd = factor(d$weekday, levels = 1:7), slot = factor(d$slot), b = factor(pmin(d$bom, 4), levels = 0:4), e = factor(pmin(d$eom, 3), levels = 0:3), after = d$after)
  train <- past[!is.na(past$value) & past$value > 0, ]
  fit <- lm(log(train$value) ~ wd * slot + b + e + after, data = droplevels(cal(train)))
  new <- cal(own[own$day %in% ahead, ])
  p <- suppressWarnings(exp(predict(fit, new)))
  out("regression", origin, ahead, slots, p, 1000 * (proc.time()[3] - start))
}
