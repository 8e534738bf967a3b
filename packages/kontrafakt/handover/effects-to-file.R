# Writes effects as files that Kontrafakt reads, inside an environment that only results may leave.
#
#   source("effects-to-file.R")
#   out <- did::att_gt(yname = "days", tname = "year", idname = "id", gname = "first", data = panel, bstrap = FALSE, cband = FALSE)
#   part <- effects_from_did(out, outcome = "placement", unit = "days", data = panel,
#                            yname = "days", tname = "year", idname = "id", gname = "first")
#   write_effects(part, folder = "to-let-out")
#
# Three files are written: terms.csv (one row an estimate), covariance.csv (of all estimates jointly) and cohorts.csv (how many units
# each group has). None has a row a person. Small numbers: see `hide_below` of write_effects.
# Needs base R; did, fixest and the like only for the objects that are given. Numbers are written with every digit: don't round them.

# Several outcomes of the same people, with one joint covariance:
#   effects_from_did(list(placement = out1, school = out2), unit = c("days", "kr"), data = panel, yname = c("days", "cost"), ...)
# Aggregates beside the cells, in the same covariance: aggregates = list(placement = list(did::aggte(out1, type = "dynamic"), ...)).

# objects     result of did::att_gt, or a named list of several on the same data
# data ...    the data and column names of the call, to count people; never treated: 0, Inf or NA in gname
# cluster     cluster of each unit, in the order of unique ids in `data` sorted ascending; needed where the call had clustervars
# label       makes "2021", "2021Q3" or "2021-07" of the numbers in tname and gname
effects_from_did <- function(objects, outcome = names(objects), unit, data, yname, tname, idname, gname,
                             control_group = c("nevertreated", "notyettreated"), anticipation = 0,
                             aggregates = list(), cluster = NULL, label = as.character) {
  control_group <- match.arg(control_group)
  if (!is.null(objects$att)) objects <- list(objects)
  if (length(aggregates) > 0 && !is.null(aggregates[[1]]$type)) aggregates <- list(aggregates)
  unit <- rep_len(unit, length(objects))
  yname <- rep_len(yname, length(objects))
  stopifnot("give one outcome name an object" = length(outcome) == length(objects))
  data <- as.data.frame(data)
  first <- data[[gname]]
  first[is.na(first) | first == 0] <- Inf
  periods <- sort(unique(data[[tname]]))
  terms <- influence <- list()
  for (k in seq_along(objects)) {
    object <- objects[[k]]
    psi <- as.matrix(object$inffunc)
    n <- nrow(psi)
    # did leaves out whoever is treated in the first period, and in a balanced panel whoever lacks an outcome.
    seen <- !is.na(data[[yname[k]]])
    keep <- data[seen & !(first <= periods[1] + anticipation), ]
    from <- first[seen & !(first <= periods[1] + anticipation)]
    times <- table(as.character(keep[[idname]]))
    if (length(times) != n) {
      full <- names(times)[times == length(periods)]
      from <- from[as.character(keep[[idname]]) %in% full]
      keep <- keep[as.character(keep[[idname]]) %in% full, ]
    }
    if (length(unique(keep[[idname]])) != n)
      stop("the estimates of ", outcome[k], " rest on ", n, " units, and the data have ", length(unique(keep[[idname]])),
           " with an outcome; give exactly the data of the call")
    count <- function(who, time) length(unique(keep[[idname]][who & keep[[tname]] == time]))
    before <- vapply(object$group, function(g) max(periods[periods + anticipation < g]), numeric(1))
    n_treated <- mapply(function(g, t) count(from == g, t), object$group, object$t)
    n_controls <- mapply(function(g, t, b) {
      late <- if (control_group == "notyettreated") from > max(t, b) + anticipation & from != g else FALSE
      count(is.infinite(from) | late, t)
    }, object$group, object$t, before)
    terms[[length(terms) + 1]] <- data.frame(
      outcome = outcome[k], unit = unit[k], kind = "cell", group = label(object$group), time = label(object$t), event = NA,
      of = "", n = n_treated, controls = n_controls, personPeriods = n_treated, estimate = object$att,
      stringsAsFactors = FALSE
    )
    influence[[length(influence) + 1]] <- psi
    post <- object$t >= object$group & !is.na(object$att)
    group_size <- function(g) length(unique(keep[[idname]][from == g]))
    for (one in if (k <= length(aggregates)) aggregates[[k]] else list()) {
      made <- terms_from_aggte(one, n, object, post, n_treated, group_size, sum(is.infinite(from[!duplicated(keep[[idname]])])), label)
      made$terms$outcome <- rep_len(outcome[k], nrow(made$terms))
      made$terms$unit <- rep_len(unit[k], nrow(made$terms))
      terms[[length(terms) + 1]] <- made$terms[names(terms[[1]])]
      influence[[length(influence) + 1]] <- made$influence
    }
    groups <- from[!duplicated(keep[[idname]])]
    if (k == 1) who <- sort(unique(keep[[idname]]))
    else if (!identical(who, sort(unique(keep[[idname]]))))
      stop("the outcomes rest on different people, so they have no joint covariance from these objects; estimate them on the same ones")
    if (k == 1) cohorts <- as.data.frame(table(group = groups), stringsAsFactors = FALSE)
  }
  psi <- do.call(cbind, influence)
  n <- nrow(psi)
  if (!is.null(cluster)) {
    stopifnot("give one cluster a unit" = length(cluster) == n)
    psi <- rowsum(psi, cluster)
  }
  missing <- colSums(is.na(psi)) > 0
  psi[, missing] <- 0
  terms <- do.call(rbind, terms)
  covariance <- crossprod(psi) / n^2
  terms$estimate[missing] <- NA
  finite <- is.finite(suppressWarnings(as.numeric(cohorts$group)))
  list(
    terms = cbind(terms, df = NA, clusters = nrow(psi)), covariance = covariance,
    cohorts = data.frame(group = ifelse(finite, label(suppressWarnings(as.numeric(cohorts$group))), "never"), units = cohorts$Freq)
  )
}

# Terms of an aggregation of did: its elements, and its overall figure.
terms_from_aggte <- function(one, n, object, post, n_treated, group_size, never, label) {
  parts <- lapply(one$inf.function, as.matrix)
  whole <- Filter(function(p) nrow(p) == n && ncol(p) == 1, parts)
  each <- Filter(function(p) nrow(p) == n && ncol(p) == length(one$egt), parts)
  groups <- unique(object$group[post])
  treated <- sum(vapply(groups, group_size, numeric(1)))
  row <- function(kind, of = "", group = NA, time = NA, event = NA, n, person_periods, estimate)
    data.frame(outcome = "", unit = "", kind = kind, group = group, time = time, event = event, of = of, n = n, controls = never,
               personPeriods = person_periods, estimate = estimate, stringsAsFactors = FALSE)
  overall <- if (one$type == "simple") row("simple", n = treated, person_periods = sum(n_treated[post]), estimate = one$overall.att)
    else row("overall", of = one$type, n = treated, person_periods = sum(n_treated[post]), estimate = one$overall.att)
  if (one$type == "simple") return(list(terms = overall, influence = whole[[length(whole)]]))
  rows <- lapply(seq_along(one$egt), function(i) {
    x <- one$egt[i]
    estimated <- !is.na(object$att)
    if (one$type == "dynamic") {
      cells <- estimated & object$t - object$group == x
      return(row("event", event = x, n = sum(n_treated[cells]), person_periods = sum(n_treated[cells]), estimate = one$att.egt[i]))
    }
    if (one$type == "group") {
      cells <- post & object$group == x
      return(row("group", group = label(x), n = group_size(x), person_periods = sum(n_treated[cells]), estimate = one$att.egt[i]))
    }
    cells <- post & object$t == x
    row("calendar", time = label(x), n = sum(n_treated[cells]), person_periods = sum(n_treated[cells]), estimate = one$att.egt[i])
  })
  if (length(each) == 0 || length(whole) == 0) stop("this aggregation holds no influence function; make it with did::aggte")
  # Where there is one element, both parts have one column: the first is the element's.
  list(terms = rbind(do.call(rbind, rows), overall), influence = cbind(each[[1]], whole[[length(whole)]]))
}

# Cells of fixest::sunab: its coefficients are one a cohort and event time. `model` was made with sunab(gname, tname) in its formula.
effects_from_sunab <- function(model, outcome, unit, data, yname, tname, idname, gname, label = as.character, ...) {
  whole <- summary(model, agg = FALSE, ...)
  estimate <- whole$coefficients
  covariance <- whole$cov.scaled
  if (is.null(covariance)) covariance <- stats::vcov(whole)
  found <- regmatches(names(estimate), regexec("::(-?[0-9]+):cohort::(-?[0-9]+)$", names(estimate)))
  cell <- lengths(found) == 3
  if (!any(cell)) stop("no coefficient is named as sunab names them (time::event:cohort::group)")
  event <- as.numeric(vapply(found[cell], `[`, "", 2))
  group <- as.numeric(vapply(found[cell], `[`, "", 3))
  data <- as.data.frame(data)
  data <- data[!is.na(data[[yname]]), ]
  first <- data[[gname]]
  treated <- mapply(function(g, t) length(unique(data[[idname]][!is.na(first) & first == g & data[[tname]] == t])), group, group + event)
  here <- is.na(first) | !(first %in% group)
  controls <- vapply(group + event, function(t) length(unique(data[[idname]][here & data[[tname]] == t])), numeric(1))
  df <- if (requireNamespace("fixest", quietly = TRUE)) tryCatch(fixest::degrees_freedom(whole, "t"), error = function(e) NA) else NA
  ids <- !duplicated(data[[idname]])
  sizes <- table(first[ids & first %in% group])
  out <- effects_from_coef(estimate[cell], covariance[names(estimate)[cell], names(estimate)[cell]], data.frame(
    outcome = outcome, unit = unit, kind = "cell", group = label(group), time = label(group + event),
    n = treated, controls = controls, df = df, stringsAsFactors = FALSE
  ))
  out$cohorts <- data.frame(
    group = c(label(as.numeric(names(sizes))), "never"), units = c(as.vector(sizes), sum(ids & here))
  )
  out$cohorts <- out$cohorts[out$cohorts$units > 0, ]
  out
}

# Any estimates with their joint covariance. `terms`: a data frame with outcome, unit, kind and what that kind needs (see the README of the
# contract): group and time of a cell, n, controls, personPeriods, df.
effects_from_coef <- function(estimate, covariance, terms) {
  K <- length(estimate)
  stopifnot("one row of terms an estimate" = nrow(terms) == K, "covariance of all estimates" = all(dim(covariance) == K))
  wanted <- c("outcome", "unit", "kind", "scale", "group", "time", "event", "of", "n", "controls", "personPeriods", "df", "clusters")
  for (name in setdiff(wanted, names(terms))) terms[[name]] <- NA
  terms$personPeriods <- ifelse(is.na(terms$personPeriods) & terms$kind %in% c("cell", "event", "calendar"), terms$n, terms$personPeriods)
  list(terms = cbind(terms[wanted], estimate = as.vector(estimate)), covariance = unname(as.matrix(covariance)), cohorts = NULL)
}

# Writes the files. `hide_below`: estimates on fewer treated are left out with their covariances, as an environment may demand; say in
# its own words how many were left out. Counts of controls below it are written as "<5".
write_effects <- function(effects, folder = ".", hide_below = 0) {
  terms <- effects$terms
  covariance <- effects$covariance
  keep <- !is.na(terms$estimate) & !is.na(terms$n) & terms$n >= max(1, hide_below)
  if (any(!keep)) message(sum(!keep), " of ", length(keep), " estimates are left out: without an estimate, or on fewer than ",
                          max(1, hide_below), " treated")
  terms <- terms[keep, , drop = FALSE]
  covariance <- covariance[keep, keep, drop = FALSE]
  number <- function(x) {
    text <- vapply(x, function(v) format(v, digits = 17, scientific = NA, trim = TRUE, decimal.mark = "."), "")
    ifelse(is.na(x), "", text)
  }
  whole <- function(x) ifelse(is.na(x), "", format(as.numeric(x), scientific = FALSE, trim = TRUE, digits = 15))
  place <- function(x) ifelse(is.na(x) | x == "NA", "", as.character(x))
  is_cell <- terms$kind == "cell"
  parts <- cbind(place(terms$outcome), ifelse(is_cell, "", terms$kind), place(terms$of), place(terms$group), place(terms$time),
                 ifelse(is_cell, "", place(terms$event)))
  label <- make.unique(apply(parts, 1, function(p) gsub("[^A-Za-z0-9_.:-]+", "_", paste(p[p != ""], collapse = ":"))))
  controls <- whole(terms$controls)
  small <- !is.na(terms$controls) & terms$controls < hide_below
  controls[small] <- paste0("<", hide_below)
  out <- data.frame(
    term = label, outcome = terms$outcome, unit = terms$unit, kind = terms$kind,
    scale = if (is.null(terms$scale)) "" else place(terms$scale),
    group = place(terms$group), time = place(terms$time), event = ifelse(terms$kind == "event", whole(terms$event), ""),
    of = place(terms$of), n = whole(terms$n), controls = controls, personPeriods = whole(terms$personPeriods),
    estimate = number(terms$estimate), se = number(sqrt(diag(covariance))),
    df = ifelse(is.na(terms$df) | is.infinite(terms$df), "", number(terms$df)), clusters = whole(terms$clusters),
    stringsAsFactors = FALSE
  )
  square <- data.frame(term = label, matrix(number(covariance), nrow(covariance)), stringsAsFactors = FALSE)
  names(square) <- c("term", label)
  dir.create(folder, showWarnings = FALSE, recursive = TRUE)
  put <- function(table, name)
    write.table(table, file.path(folder, name), sep = ",", dec = ".", quote = TRUE, row.names = FALSE, fileEncoding = "UTF-8")
  put(out, "terms.csv")
  put(square, "covariance.csv")
  if (!is.null(effects$cohorts)) {
    cohorts <- effects$cohorts[effects$cohorts$units >= hide_below | effects$cohorts$group %in% place(terms$group), ]
    cohorts$units <- whole(cohorts$units)
    put(cohorts, "cohorts.csv")
  }
  invisible(out)
}
