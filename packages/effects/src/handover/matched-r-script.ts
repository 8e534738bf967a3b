import { digits } from "./handover-file.js";

/** What a script must come to. */
export interface MatchedFigures {
  readonly outcome: string;
  readonly mean: number;
  readonly total: number;
}

/** A text as R reads it. */
export function rText(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Script that recomputes the matched result in R from the files beside it. */
export function matchedRScript(figures: readonly MatchedFigures[]): string {
  const column = (values: readonly string[]) => `c(${values.join(", ")})`;
  return `# Recomputes the matched result of a Kontrafakt study from the files beside this script, and stops where it differs.
# These files are personal data: keep them where the study's own data are kept.
# Run: Rscript recompute.R    Needs base R; uses the package did too where it is installed.

ours <- data.frame(
  outcome = ${column(figures.map((f) => rText(f.outcome)))},
  mean = ${column(figures.map((f) => digits(f.mean)))},
  total = ${column(figures.map((f) => digits(f.total)))}
)
share <- 1e-6 # of the largest cell: how far a figure may be from ours

script <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
folder <- if (length(script) == 1) dirname(script) else "."
read <- function(name) read.csv(file.path(folder, name), encoding = "UTF-8", stringsAsFactors = FALSE)
rows <- read("rows.csv")
changes <- read("changes.csv")
slopes <- read("slopes.csv")
cells <- read("cells.csv")
agree <- function(what, found, needed, size) {
  off <- max(abs(found - needed))
  if (!(off <= share * size)) stop(what, ": differs from Kontrafakt by ", format(off, digits = 3), call. = FALSE)
  cat(sprintf("%-40s agrees, largest difference %.1e\\n", what, off))
}

# 1. Slopes: changes of the comparison rows on their covariates, with a constant for each wave, by weighted least squares.
#    The adjusted change is the change less what the slopes account for.
changes$recomputed <- changes$change
for (outcome in unique(slopes$outcome)) for (event in unique(slopes$event[slopes$outcome == outcome])) {
  own <- slopes[slopes$outcome == outcome & slopes$event == event, ]
  here <- which(changes$outcome == outcome & changes$event == event)
  x <- as.matrix(rows[match(changes$row[here], rows$row), own$column, drop = FALSE])
  control <- changes$role[here] == 0
  wave <- factor(changes$wave[here][control])
  constants <- if (nlevels(wave) > 1) model.matrix(~ wave) else matrix(1, sum(control), 1)
  fit <- lm.wfit(cbind(constants, x[control, , drop = FALSE]), changes$change[here][control], changes$weight[here][control])
  slope <- fit$coefficients[ncol(constants) + seq_along(own$column)]
  if (!all(abs(slope - own$slope) <= 1e-6 * max(abs(own$slope))))
    stop("slopes of ", outcome, " at event ", event, " differ from Kontrafakt", call. = FALSE)
  changes$recomputed[here] <- changes$change[here] - drop(x %*% slope)
}
agree("adjusted changes", changes$recomputed, changes$adjusted, max(abs(changes$change)))

# 2. Cells: mean adjusted change of the treated less that of their comparison, by the weights.
key <- function(d) paste(d$outcome, d$wave, d$period, sep = "\\r")
groups <- split(seq_len(nrow(changes)), key(changes))
cell_rows <- function(i) changes[groups[[key(cells[i, ])]], ]
cells$recomputed <- vapply(seq_len(nrow(cells)), function(i) {
  d <- cell_rows(i)
  weighted.mean(d$recomputed[d$role == 1], d$weight[d$role == 1]) -
    weighted.mean(d$recomputed[d$role == 0], d$weight[d$role == 0])
}, numeric(1))

# 3. The same by did::att_gt: each wave and period is a panel of two periods, first the base (0) and then the adjusted change.
if (requireNamespace("did", quietly = TRUE)) {
  cells$did <- vapply(seq_len(nrow(cells)), function(i) {
    d <- cell_rows(i)
    two <- rbind(
      data.frame(id = seq_len(nrow(d)), period = 1, y = 0, first = 2 * d$role, weight = d$weight),
      data.frame(id = seq_len(nrow(d)), period = 2, y = d$recomputed, first = 2 * d$role, weight = d$weight)
    )
    fit <- suppressWarnings(suppressMessages(did::att_gt(
      yname = "y", tname = "period", idname = "id", gname = "first", xformla = ~1, data = two, weightsname = "weight",
      control_group = "nevertreated", est_method = "reg", bstrap = FALSE, cband = FALSE
    )))
    fit$att[fit$group == 2 & fit$t == 2]
  }, numeric(1))
} else cat("the package did is not installed: cells are recomputed by weighted means alone\\n")

# 4. The mean effect per treated person and period from the start on, by the number of treated, and the total.
for (k in seq_len(nrow(ours))) {
  own <- cells[cells$outcome == ours$outcome[k], ]
  size <- max(abs(own$estimate))
  after <- own[own$event >= 0, ]
  for (way in intersect(c("recomputed", "did"), names(cells))) {
    label <- paste0(ours$outcome[k], if (way == "did") ", did" else "")
    agree(paste0(label, ": cells"), own[[way]], own$estimate, size)
    agree(paste0(label, ": mean effect"), sum(after$n * after[[way]]) / sum(after$n), ours$mean[k], size)
    agree(paste0(label, ": total"), sum(after$n * after[[way]]), ours$total[k], size * sum(after$n))
  }
}
cat("everything agrees\\n")
`;
}
