# The same work in R. Asked "KEY TIMES" on a line, answers with one line of JSON; TIMES = 0 asks what is installed and warms up.
# Rscript peers.R DATA   (DATA: the marks as R code)
source(commandArgs(trailingOnly = TRUE)[1])

need <- function(package) if (!requireNamespace(package, quietly = TRUE)) stop(paste0("missing:", package), call. = FALSE)
groups <- data.frame(v = c(x, y), g = factor(rep(c("x", "y"), c(length(x), length(y))), levels = c("x", "y")))
pairs <- data.frame(v = c(before, after), w = factor(rep(c("before", "after"), each = length(before))), k = factor(rep(seq_along(before), 2)))
table <- matrix(marked, ncol = 3, byrow = TRUE)

# Each job: the package, the call, and the numbers that are compared.
jobs <- list(
  "coin paired_p" = list("coin", function() coin::oneway_test(v ~ w | k, data = pairs, distribution = "exact"),
    function(r) c(p_absolute = as.numeric(coin::pvalue(r)))),
  "coin two_p" = list("coin", function() coin::oneway_test(v ~ g, data = groups, distribution = "exact"),
    function(r) c(p_absolute = as.numeric(coin::pvalue(r)))),
  "exactRankTests paired_p" = list("exactRankTests", function() exactRankTests::perm.test(after, before, paired = TRUE, exact = TRUE),
    function(r) c(p_absolute = as.numeric(r$p.value))),
  # It wants the smaller group first: the difference turns about.
  "exactRankTests two_p" = list("exactRankTests", function() exactRankTests::perm.test(y, x, exact = TRUE),
    function(r) c(p_absolute = as.numeric(r$p.value))),
  "exactRankTests two_interval" = list("exactRankTests", function() exactRankTests::perm.test(y, x, exact = TRUE, conf.int = TRUE),
    function(r) c(p_absolute = as.numeric(r$p.value), low = -r$conf.int[2], high = -r$conf.int[1])),
  "boot bca_mean" = list("boot", function() boot::boot.ci(boot::boot(after, function(d, i) mean(d[i]), 9999), type = "bca"),
    function(r) c(low = r$bca[4], high = r$bca[5])),
  "psych icc" = list("psych", function() psych::ICC(table, lmer = FALSE),
    function(r) setNames(r$results$ICC, c("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"))),
  "metafor combine_reml" = list("metafor", function() metafor::rma(yi = estimates, vi = variances, method = "REML", test = "knha"),
    function(r) c(estimate = as.numeric(r$b), low = r$ci.lb, high = r$ci.ub))
)

reply <- function(numbers) cat("{", paste0("\"", names(numbers), "\": ", numbers, collapse = ", "), "}\n", sep = "")
quoted <- function(text) paste0("\"", gsub("[\"\\\\\n]", " ", text), "\"")

# A process that has just started is slow; what is asked for many times a second is timed in blocks.
serve <- function(key, times) {
  job <- jobs[[key]]
  need(job[[1]])
  start <- Sys.time()
  for (each in seq_len(max(1, times))) result <- job[[2]]()
  took <- as.numeric(difftime(Sys.time(), start, units = "secs")) / max(1, times)
  reply(c(seconds = sprintf("%.9f", took), vapply(job[[3]](result), function(v) sprintf("%.17g", v), "")))
}

versions <- function() {
  packages <- c("coin", "exactRankTests", "psych", "metafor", "boot")
  there <- packages[vapply(packages, requireNamespace, TRUE, quietly = TRUE)]
  reply(c(R = quoted(as.character(getRversion())), vapply(there, function(p) quoted(as.character(packageVersion(p))), "")))
}

asked <- file("stdin", "r")
while (length(line <- readLines(asked, n = 1)) > 0) {
  words <- strsplit(line, "\t")[[1]]
  tryCatch(if (words[1] == "versions") versions() else suppressWarnings(serve(words[1], as.integer(words[2]))), error = function(e) {
    text <- conditionMessage(e)
    if (startsWith(text, "missing:")) reply(c(missing = quoted(sub("missing:", "", text)))) else reply(c(error = quoted(text)))
  })
}
