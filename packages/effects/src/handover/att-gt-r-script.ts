import type { AttGtOptions } from "../options/att-gt-options.js";
import type { DidPanel } from "./did-panel.js";
import { commentText, digits } from "./handover-file.js";
import { rText } from "./matched-r-script.js";

/** What a script must come to, for one outcome. */
export interface AttGtFigures {
  readonly outcome: string;
  /** Its column in panel.csv. */
  readonly column: string;
  /** Mean over the cells from the start on, by their number of treated. */
  readonly mean: number;
  /** By the groups' shares, with the standard error as the package reckons it. */
  readonly simple?: { readonly estimate: number; readonly se: number };
}

/** Why one call of the package does not give the same figure; none where it does. */
export function beyondOneCall({ baseWindow, baseSeason, incomplete }: AttGtOptions): string[] {
  return [
    ...(baseWindow > 1 ? [`baseWindow ${baseWindow}: the base is a mean over periods`] : []),
    ...(baseSeason === "same" ? ["baseSeason same: the base is a period of the same season"] : []),
    ...(incomplete === "pairwise" ? ["incomplete pairwise: each comparison takes the units seen in both its periods"] : []),
  ];
}

const methods = { dr: '"dr"', drImproved: "DRDID::drdid_imp_panel", reg: '"reg"', ipw: '"ipw"' } as const;

/** Script that recomputes group-time effects in R. */
export function attGtRScript(did: DidPanel, options: AttGtOptions, figures: readonly AttGtFigures[]): string {
  const { method, control, base, anticipation, incomplete, timeVarying } = options;
  const x = [...did.covariates, ...did.varying].map(({ column }) => column);
  const formula = x.length === 0 ? "~1" : `~ ${x.join(" + ")}`;
  const section = incomplete === "crossSection";
  const estimation = method === "drImproved" && section ? "DRDID::drdid_imp_rc" : methods[method];
  const beyond = beyondOneCall(options);
  const shared = `${did.weighted ? 'weightsname = "weight", ' : ""}${did.cluster ? `clustervars = ${rText(did.cluster.column)}, ` : ""}`;
  const simple = beyond.length === 0 && !section;
  const number = (value: number | undefined) => (value === undefined ? "NA" : digits(value));
  return `# Recomputes group-time effects of a Kontrafakt study from the files beside this script, and stops where they differ.
# These files are personal data: keep them where the study's own data are kept.
# Run: Rscript recompute.R    Needs base R; uses the package did too where it is installed.
${did.outcomes.map(({ column, of }) => `# ${column}: ${commentText(of.name)}`).join("\n")}

ours <- data.frame(
  outcome = c(${figures.map((f) => rText(f.column)).join(", ")}),
  mean = c(${figures.map((f) => digits(f.mean)).join(", ")}),
  simple = c(${figures.map((f) => number(f.simple?.estimate)).join(", ")}),
  simple_se = c(${figures.map((f) => number(f.simple?.se)).join(", ")})
)
share <- 1e-6 # of the largest cell: how far a figure may be from ours
covariates <- c(${x.map(rText).join(", ")})
varying <- c(${did.varying.map(({ column }) => rText(column)).join(", ")})

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script) == 1) dirname(script) else "."
read <- function(name) read.csv(file.path(folder, name), encoding = "UTF-8", stringsAsFactors = FALSE)
panel <- read("panel.csv")
for (name in c("unit", "period", "first")) panel[[name]] <- as.numeric(panel[[name]])
cells <- read("cells.csv")
agree <- function(what, found, needed, size) {
  off <- max(abs(found - needed))
  if (!(off <= share * size)) stop(what, ": differs from Kontrafakt by ", format(off, digits = 3), call. = FALSE)
  cat(sprintf("%-40s agrees, largest difference %.1e\\n", what, off))
}
check <- function(way, found) { # found: one estimate a cell, of the cells of ours
  for (k in seq_len(nrow(ours))) {
    own <- found[found$column == ours$outcome[k], ]
    after <- own[own$time >= own$group, ]
    agree(paste0(ours$outcome[k], ", ", way, ": cells"), own$found, own$estimate, max(abs(own$estimate)))
    agree(paste0(ours$outcome[k], ", ", way, ": mean effect"), sum(after$n * after$found) / sum(after$n), ours$mean[k], max(abs(own$estimate)))
  }
}

${section ? "# A cell is the mean, over its base periods, of comparisons of two periods." : "# A cell compares its period with its base: the mean of what is observed of the base periods."}
two_periods <- function(i) {
  cell <- cells[i, ]
  who <- panel$first == cell$group | panel$first == 0${control === "notYet" ? " | (panel$first > cell$through & panel$first != cell$group)" : ""}
  later <- panel[who & panel$period == cell$time & !is.na(panel[[cell$column]]), ]
  bases <- as.integer(strsplit(as.character(cell$base), " ")[[1]])
  earlier <- panel[who & panel$period %in% bases & !is.na(panel[[cell$column]]), ]
${
  section
    ? ""
    : `  base <- tapply(earlier[[cell$column]], earlier$unit, mean)
  earlier <- earlier[!duplicated(earlier$unit), ]
  earlier[[cell$column]] <- as.vector(base[as.character(earlier$unit)])
  both <- intersect(later$unit, earlier$unit)
  later <- later[match(both, later$unit), ]
  earlier <- earlier[match(both, earlier$unit), ]
`
}  from <- panel[panel$period == cell$covariatesAt, ]
  for (v in varying) {
    later[[v]] <- from[[v]][match(later$unit, from$unit)]
    earlier[[v]] <- from[[v]][match(earlier$unit, from$unit)]
  }
  if (length(covariates) > 0) {
    later <- later[complete.cases(later[covariates]), ]
    earlier <- earlier[complete.cases(earlier[covariates]), ]
  }
  list(later = later, earlier = earlier, column = cell$column, group = cell$group)
}
by_cell <- function(values) {
  key <- paste(cells$column, cells$group, cells$time, sep = "\\r")
  first <- !duplicated(key)
  data.frame(cells[first, c("column", "group", "time", "n", "estimate")], found = as.vector(tapply(values, factor(key, key[first]), mean)))
}

${section ? sectionBaseR(x.length > 0) : panelBaseR(method)}
if (!requireNamespace("did", quietly = TRUE)) {
  cat("the package did is not installed: nothing was recomputed with it\\n")
} else {
${
  beyond.length > 0
    ? pairCalls(beyond, estimation, formula, did.weighted, section)
    : `  for (outcome in ours$outcome) {
    fit <- did::att_gt(
      yname = outcome, tname = "period", idname = "unit", gname = "first", xformla = ${formula}, data = panel,
      control_group = "${control === "never" ? "nevertreated" : "notyettreated"}", est_method = ${estimation}, base_period = "${base}", anticipation = ${anticipation},
      ${shared}panel = TRUE, allow_unbalanced_panel = ${section ? "TRUE" : "FALSE"}, bstrap = FALSE, cband = FALSE
    )
    own <- by_cell(cells$estimate)
    own <- own[own$column == outcome${timeVarying.length > 0 ? " & own$time >= own$group" : ""}, ]
    own$found <- fit$att[match(paste(own$group, own$time), paste(fit$group, fit$t))]
    after <- own[own$time >= own$group, ]
    size <- max(abs(own$estimate))
    k <- match(outcome, ours$outcome)
    agree(paste0(outcome, ", did: cells"), own$found, own$estimate, size)
    agree(paste0(outcome, ", did: mean effect"), sum(after$n * after$found) / sum(after$n), ours$mean[k], size)
${
  simple
    ? `    if (!is.na(ours$simple[k])) {
      overall <- did::aggte(fit, type = "simple", bstrap = FALSE, cband = FALSE)
      agree(paste0(outcome, ", did: aggte simple"), overall$overall.att, ours$simple[k], size)
      if (!isTRUE(abs(overall$overall.se / ours$simple_se[k] - 1) <= 1e-6))
        warning("its standard error is ", overall$overall.se, " in did and ", ours$simple_se[k], " in Kontrafakt")
    }
`
    : ""
}  }
`
}}
cat("everything agrees\\n")
`;
}

function pairCalls(beyond: readonly string[], estimation: string, formula: string, weighted: boolean, section: boolean): string {
  return `  # One call cannot give these figures, since the package has no such option (${beyond.join("; ")}).
  # Each comparison of two periods is given to it as a panel of its own.
  check("did", by_cell(vapply(seq_len(nrow(cells)), function(i) {
    pair <- two_periods(i)
    two <- rbind(
      data.frame(pair$earlier, post = 1, y = pair$earlier[[pair$column]]),
      data.frame(pair$later, post = 2, y = pair$later[[pair$column]])
    )
    two$start <- 2 * (two$first == pair$group)
    fit <- suppressWarnings(suppressMessages(did::att_gt(
      yname = "y", tname = "post", idname = "unit", gname = "start", xformla = ${formula}, data = two,
      control_group = "nevertreated", est_method = ${estimation}, ${weighted ? 'weightsname = "weight", ' : ""}${section ? "allow_unbalanced_panel = TRUE, " : ""}bstrap = FALSE, cband = FALSE
    )))
    fit$att[fit$group == 2 & fit$t == 2]
  }, numeric(1))))
`;
}

const propensityR = `  odds <- local({
    p <- suppressWarnings(glm.fit(x, d, weights = w, family = binomial(), control = list(epsilon = 1e-14, maxit = 100)))$fitted.values
    ifelse(p < 0.995, p / (1 - p), 0)
  })
`;
const calibratedR = `  # Odds exp(x'g) such that the weighted controls have exactly the covariate sums of the treated.
  g <- numeric(ncol(x))
  g[1] <- log(sum(w * d) / sum(w * (1 - d)))
  value <- function(g) sum(w * ((1 - d) * exp(drop(x %*% g)) - d * drop(x %*% g)))
  for (step in 1:200) {
    odds <- exp(drop(x %*% g))
    slope <- colSums(w * ((1 - d) * odds - d) * x)
    move <- solve(crossprod(x, w * (1 - d) * odds * x), slope)
    size <- 1
    while (value(g - size * move) > value(g) && size > 1e-10) size <- size / 2
    g <- g - size * move
    if (max(abs(move)) < 1e-13) break
  }
  odds <- exp(drop(x %*% g))
`;
const regressionR = (
  weights: string,
) => `  slope <- lm.wfit(x[d == 0, , drop = FALSE], dy[d == 0], ${weights}[d == 0])$coefficients
  slope[is.na(slope)] <- 0
  dy <- dy - drop(x %*% slope)
`;

/** The comparison of two periods written out, for units seen in both. */
function panelBaseR(method: AttGtOptions["method"]): string {
  const parts = {
    reg: regressionR("w"),
    ipw: propensityR,
    dr: propensityR + regressionR("w"),
    drImproved: `${calibratedR}  control <- w * odds\n${regressionR("control")}`,
  };
  const rest = method === "reg" ? "w" : "w * odds";
  return `# 1. In base R.
compare <- function(dy, d, x, w) {
${parts[method]}  weighted.mean(dy[d == 1], w[d == 1]) - weighted.mean(dy[d == 0], (${rest})[d == 0])
}
check("base R", by_cell(vapply(seq_len(nrow(cells)), function(i) {
  pair <- two_periods(i)
  x <- cbind(1, as.matrix(pair$later[covariates]))
  compare(pair$later[[pair$column]] - pair$earlier[[pair$column]], as.numeric(pair$later$first == pair$group), x, pair$later$weight)
}, numeric(1))))

# 2. With did.`;
}

function sectionBaseR(withCovariates: boolean): string {
  if (withCovariates) return "# Rows of the two periods are taken as other people: with covariates, recomputed with did alone.";
  return `# 1. In base R: rows of the two periods are taken as other people.
check("base R", by_cell(vapply(seq_len(nrow(cells)), function(i) {
  pair <- two_periods(i)
  level <- function(rows, treated) {
    own <- rows[(rows$first == pair$group) == treated, ]
    weighted.mean(own[[pair$column]], own$weight)
  }
  level(pair$later, TRUE) - level(pair$earlier, TRUE) - level(pair$later, FALSE) + level(pair$earlier, FALSE)
}, numeric(1))))

# 2. With did.`;
}
