import type { Catalogue } from "@kontrafakt/base";

export const handoverMessages: Catalogue = {
  "effects/file-missing": "no file of this name was given. Put it beside the others, or correct the option",
  "effects/file-empty": "the cell is empty; fill it in",
  "effects/file-word": 'found "{found}", which is none of the words that may stand here; use one of {words}',
  "effects/file-term-twice": 'the term "{term}" stands in row {first} already; give each estimate a label of its own',
  "effects/file-same-meaning":
    'the term "{term}" is about the same outcome, kind, group and time as "{other}"; keep one of them, or correct its place',
  "effects/file-outcome": 'the study has no outcome "{found}"; it has {known}. Give the outcome the study\'s name',
  "effects/file-unit":
    'the effects on {outcome} are in "{found}", and the study counts it in "{needed}"; convert estimates and covariances, or correct the unit',
  "effects/file-period":
    'found "{found}", which is no period; write it as {example}, or set the option period to what the file counts',
  "effects/file-event": 'found "{found}"; write how many periods from the start as a whole number, such as -1 or 4',
  "effects/file-event-differs":
    "found {found}, and time less group is {needed}; correct one of them, or leave event empty for a cell",
  "effects/file-place-missing": "a term of kind {kind} needs this cell; fill it in, or correct the kind",
  "effects/file-place-unwanted":
    'a term of kind {kind} has no such place, and the cell holds "{found}"; empty it, or correct the kind',
  "effects/file-count": "found {found}; write how many as a whole number",
  "effects/file-hidden-count":
    "found {found}: money is an effect times how many people it is for, so a number that is hidden cannot be worked with. Leave the row out (or its estimate empty), or join small groups before estimating",
  "effects/file-controls-unknown":
    "terms that do not tell how many controls they rest on: {terms}. The estimates are used, and their number of controls is unknown",
  "effects/file-person-periods": "a term of kind {kind} needs the number of treated person-periods it is about; fill it in",
  "effects/file-fewer-periods": "{personPeriods} person-periods of {n} treated: there is at least one each. Correct one of them",
  "effects/file-negative": "found {found}; a standard error is 0 or more",
  "effects/file-df": 'found "{found}"; write degrees of freedom above 0, or leave the cell empty for normal quantiles',
  "effects/file-clusters-differ":
    "the rows give different numbers of clusters ({found}); the covariance is joint, so write the same number in every row, or leave the column out",
  "effects/file-without-estimate": "terms without an estimate, left out: {terms} ({which})",
  "effects/file-no-terms": "none of the {rows} rows has an estimate, so there is nothing to work with. Export again",
  "effects/file-label-unknown": 'the label "{found}" is no term of {terms}; use the labels of its column term',
  "effects/file-covariance-empty": "the covariance of {a} and {b} is missing; export again with every pair",
  "effects/file-pair-twice": "found {found}, and row {first} gives the same pair {other}; keep one of them",
  "effects/file-pairs-missing":
    "pairs of terms without a covariance: {count} of {pairs} ({which}). Money sums over terms, so each pair is needed, 0 included; export again with every pair",
  "effects/file-not-symmetric":
    "pairs with two different covariances: {count}, the worst {pair} with {a} and {b}. Write one number for both, with every digit",
  "effects/file-negative-variance": 'the variance of "{term}" is {found}; it must be 0 or more. Export again',
  "effects/file-se-differs":
    'the standard error of "{term}" is {found}, and the root of its variance in {file} is {needed}; export both from one estimation, with every digit',
  "effects/file-not-semidefinite":
    "this is no covariance matrix: its smallest eigenvalue is {share} times the largest (as correlations), where 0 is the least possible. Export it with every digit, from one joint estimation",
  "effects/file-group-twice": 'the group "{group}" has two rows; keep one of them',
  "effects/file-group-unknown": 'the group of "{term}" has no row in {file}; add it there',
  "effects/file-more-than-group": '"{term}" has {n} treated, and its group {units} units in {file}; correct one of them',
};
