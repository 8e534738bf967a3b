import type { Catalogue } from "@kontrafakt/base";

export const shapesMessages: Catalogue = {
  "cohort/out-of-range": "the value lies outside the measure's range; it becomes missing. See minimum and maximum",
  "cohort/more-days-than-period": "more days than the period has; it becomes missing",
  "cohort/measure-periods-absent": "measure {measure} has nothing for {periods}; it is missing there",
  "cohort/measure-partial":
    "{count} sums of measure {measure} lack a part of their period, such as a month of a quarter, and are missing; set absent: zero if no row means none",
  "cohort/measure-more-days":
    "{count} values of measure {measure} add up to more days than their period has; they become missing",
  "cohort/measure-carried":
    "{count} values of measure {measure} were not read but carried forward from at most {periods} periods before",
  "cohort/reading-again":
    "another value of the same person and period; the first is used, unless combine says what to do with several",
  "cohort/unreadable-period": "the text is no period or date that can be read; say how such texts are written with pattern",
  "cohort/period-ambiguous":
    "texts such as {found} may be a month or a school year; set pattern to {year}-{month} or {year}-{next}, written as in the file",
  "cohort/period-spans": "the text spans more than one period of the study; set longer to say what becomes of it",
  "cohort/period-longer": "the text is more than one period of the study; set periods to what the file counts, such as year",
  "cohort/measure-shape":
    "measure {measure} needs one of columns (a column a period), period (a row a person and period) or on (a row a dated reading)",
  "cohort/measure-value": "measure {measure} needs value, the header of the value, with period and on, and has none with columns",
  "cohort/pattern-without-period": "measure {measure} has a pattern but no period column that is written so; leave it out",
  "cohort/pattern-unusable":
    "a pattern holds {year} and at most one of {quarter}, {half}, {month}, {monthName} and {next}; it is {found}",
  "cohort/longer-needed":
    "{found} names more than a {period} of the study; add longer to say what becomes of it: start, end, repeat or share",
  "cohort/combine-needed":
    "{found} names parts of a {period} of the study; add combine to say what several become: mean, sum, first, last, min or max",
  "cohort/longer-without-use": "measure {measure} has dates, which span nothing; leave longer out",
  "cohort/share-is-sum":
    "longer: share divides a total, so it goes with combine: sum only; it is {combine}, so correct one of the two",
  "cohort/moments-outcome": "the data have no outcome {name}; choose among: {known}",
  "cohort/moments-stratum": "the data have no covariate {name}; choose among: {known}",
  "cohort/moments-cluster": "the data have no clustering {name}; choose among: {known}",
  "cohort/moments-cluster-unknown":
    "{count} units have no known {cluster}; leave them out before, or cluster by something known of all",
  "cohort/moments-weight": "a sampling weight is not 0 or more: unit {unit} has {value}; correct it, or leave the unit out",
  "cohort/moments-strata": "the strata are more than {limit}; use covariates of few values, or fewer of them",
  "cohort/moments-stratum-missing": "{count} units lack a covariate of the strata and are left out",
  "cohort/moments-dropped": "{count} units lack a period or an outcome and are left out",
  "cohort/moments-empty": "nobody is left to sum; check weights, strata and what is dropped",
  "cohort/moments-too-large":
    "the sums would take {gigabytes} GB: {groups} groups of {variables} variables; use fewer strata, outcomes, periods or clusters",
  "cohort/moments-differ":
    "sums can be added up only where they count the same: {what} differ, {one} before and {other} here; make them all from the same study",
  "cohort/moments-cluster-spans":
    "{count} clusters of {cluster} are in both, and the sum of a cluster cannot be put together afterwards; keep each whole in one place, or name the places with shard where the clusters are different ones",
  "cohort/moments-of-cells": "cells are sums already and take no options; divide and choose them in readCells",
  "cohort/moments-unreadable": "these are no moments that this version can read: {fault}; make them again with momentsJson",
  "cohort/moments-small-arm":
    "cohort {cohort}{stratum} has fewer than {threshold} people; merge cohorts or strata before they leave",
  "cohort/moments-small-period":
    "cohort {cohort}{stratum} has fewer than {threshold} people with {outcome} in {period}; use longer periods, or drop who is incomplete",
  "cohort/moments-small-difference":
    "fewer than {threshold} people of cohort {cohort}{stratum} have {outcome} in {period} and not in another period, so that the difference of two sums is theirs; drop who is incomplete",
  "cohort/moments-few-not-zero":
    "fewer than {threshold} people of cohort {cohort}{stratum} have anything but 0 of {outcome} in {period}, and the sum is theirs; use longer periods or fewer strata",
  "cohort/moments-few-zero":
    "all but fewer than {threshold} people of cohort {cohort}{stratum} have something of {outcome} in {period}; use longer periods or fewer strata",
  "cohort/moments-all-alike": "everyone of cohort {cohort}{stratum} has the same {outcome} in {period}; leave that outcome out",
  "cohort/moments-small-cluster":
    "a cluster of cohort {cohort}{stratum} has fewer than {threshold} people with {outcome} in {period}; use larger clusters",
  "cohort/groups-or-start": "say when the groups were first treated: either groups or start, and not both",
  "cohort/groups-need-group": "groups names the groups of a column; add group, its header",
  "cohort/group-start-unreadable": "the start of a group is never, always or one {period} such as 2021; it is {found}",
  "cohort/unknown-group": "the group is none of those in groups; add it there, or leave it out of the file",
  "cohort/no-measures": "nothing is measured; name at least one column",
  "cohort/no-rows-left": "no row can be used; the reasons are those of its rows",
  "cohort/weight-negative": "the weight is not a number of 0 or more; correct it",
  "cohort/person-period-again": "the same person and period again; the first row is used",
  "cohort/persons-recur":
    "{count} rows are of people who are in another period too; cluster by person, so that they do not count as others",
  "cohort/cell-mean": "outcome {outcome} needs one of mean, total and count",
  "cohort/cell-spread": "outcome {outcome} needs one of sd and se, and neither with count",
  "cohort/cell-named": "outcome {outcome} is named as in an outcome column, which the options do not name; add outcome",
  "cohort/cell-both": "a covariance file tells what correlation would assume; leave one of them out",
  "cohort/correlation-reversed": "the smallest correlation, {low}, is above the largest, {high}; swap them",
  "cohort/covariance-outcome": "with several outcomes the covariance file needs a column that names them; add covariance.outcome",
  "cohort/cell-n": "the number of people is no whole number of 0 or more; correct it",
  "cohort/cell-other-outcome": "the outcome is none of the study's",
  "cohort/cell-again": "the same group and period again; the first row is used",
  "cohort/cell-without-mean": "the cell has no mean, total or count; fill it in where it is known",
  "cohort/cell-count-above": "the count is not between 0 and the number of people; correct one of the two",
  "cohort/cell-spread-negative": "the standard deviation or standard error is below zero; correct it",
  "cohort/cell-without-spread": "the cell has neither a standard deviation nor a standard error; fill one in",
  "cohort/cell-one-person": "the cell is one person, which has no spread",
  "cohort/cell-spread-of-one": "the cell is one person, whose spread cannot be known; the one given is not used",
  "cohort/covariance-unknown-pair": "the cells have no such group, period or outcome; see how the file of cells writes it",
  "cohort/no-correlation": "the correlation is not between -1 and 1; correct it, or write is: covariance",
  "cohort/covariance-incomplete":
    "group {group} lacks the pair of {period} and {with}; add it, or declare correlation in place of the file",
  "cohort/covariance-like-correlation":
    "all covariances lie between -1 and 1, though values are spread far more (standard deviations from {sd}); if they are correlations, set is: correlation",
  "cohort/cells-gaps":
    "figures are missing that other groups of the same start have ({which}): the mean is of other groups there, and where levels differ that looks like a change; fill the gaps, or leave such groups out",
  "cohort/cells-differing-n":
    "in {groups} groups n differs between periods: the covariance is taken to be that of the people in the smaller cell",
  "cohort/cells-conservative":
    "nothing tells how a group's means go together over periods: standard errors allow for any correlation, and are wide; declare correlation or give a covariance file",
  "cohort/cells-assumed":
    "a group's means in two periods are assumed to correlate between {low} and {high}: standard errors are the widest within",
  "cohort/comparison-outcomes": "comparisonCells has no outcomes; name the column of at least one of: {known}",
  "cohort/comparison-outcome-unknown":
    "comparisonCells names an outcome that the study does not have, {outcome}; it has: {known}",
  "cohort/comparison-mean": "outcome {outcome} of comparisonCells needs one of mean and total",
  "cohort/leave-out-of-what": "leaveOut names groups of a column; add group, its header",
  "cohort/comparison-left-out": "the group is left out of the comparison",
  "cohort/comparison-nothing": "the comparison has no figure of {outcome} in the study's periods; look at period and longer",
  "cohort/comparison-groups-change":
    "the comparison of {outcome} is of {fewest} to {most} groups by period: that its mean changes may only mean that the groups do",
  "cohort/comparison-home": "the comparison includes {home} itself; name it in leaveOut if others alone are meant",
};
