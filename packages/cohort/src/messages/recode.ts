import type { Catalogue } from "@kontrafakt/base";

export const recodeMessages: Catalogue = {
  "cohort/too-many-levels":
    "covariate {covariate} has {levels} different values, and a category has {limit} at most; group them (recode, or lump), or if they are amounts write type: number",
  "cohort/covariate-missing": "a covariate is missing; only people with all of them are analysed",
  "cohort/covariate-filled": "a covariate is missing; the person is kept, and an indicator says so",
  "cohort/covariate-filled-count":
    "{count} people lack the covariate {covariate} and are kept; {covariate}=missing marks them, with the mean of the others (or no level) in its place",
  "cohort/covariate-unknown":
    "nobody who is analysed has a value of the covariate {covariate}; leave it out, or see what the file holds",
  "cohort/covariate-constant": "everyone has the same value of the covariate {covariate}, so it compares nothing and is left out",
  "cohort/levels-absent":
    "nobody who is analysed has these declared values of the covariate {covariate}: {levels}; see how the file writes them",
  "cohort/levels-lumped":
    "{levels} rare values of the covariate {covariate} are put together as {other}; {count} people have one of them",
  "cohort/reference-absent":
    "nobody who is analysed has the base {reference} of the covariate {covariate}; the others are compared with {base} instead",

  "cohort/code-unmapped": "the recoding of the column has no such code; add it, or correct the cell",
  "cohort/code-out-of-date": "the list of codes has the code, but not for the row's date; correct the list's dates or the row's",
  "cohort/code-without-date": "the list of codes has several meanings of the code by date, and the row has no date; fill it in",
  "cohort/value-undeclared": "the value is not one of those the study declares for the column; add it there, or correct the cell",
  "cohort/not-yes-or-no": "it is not a word for yes or no; correct it, or say in codes what it means",
  "cohort/not-digits": "it is longer than the digits declared for the column, or has other signs than digits",
  "cohort/code-respelled": "the code is written otherwise than in the study, in case or spacing; taken for the same",
  "cohort/digits-padded": "{count} identifiers had lost leading zeros and are given them back, to {digits} digits",
  "cohort/only-yes":
    "the column has words for yes and blank cells but none for no; blank is taken as missing. If blank means no, write boolean: ticked",
  "cohort/unknown-kept":
    "{count} rows have a value that the recoding does not know; it stands as it is (commonest: {found}). Add it, or write what becomes of others",
  "cohort/unknown-missing":
    "{count} rows have a value that the recoding does not know; it becomes missing (commonest: {found}). Add it, or write what becomes of others",
  "cohort/unknown-listed":
    "{count} rows have a value that the recoding does not know; they are left out (commonest: {found}). Add it, or correct the cells",

  "cohort/list-dates-reversed": "the code's last day is before its first; swap or correct them",
  "cohort/list-overlap":
    "on some days the code {code} means both {value} and {other} (row {row}); let one end the day before the other begins",
  "cohort/list-gap":
    "before this row there are days on which the code {code} means nothing; rows of such days have no meaning (gaps in all: {gaps})",
  "cohort/list-circle": "the codes go in a circle, so that none is the last: {codes}; take one of the rows out",

  "cohort/recode-column-unread":
    "recode names a column that the study does not read from this file; correct the header, or leave it out (columns read: {known})",
  "cohort/recode-not-for-dates": "the column is read as dates; of recode only missing can be used there",
  "cohort/times-not-for-text": "the column is not read as numbers, so times cannot be used; leave it out",
  "cohort/recode-not-for-wide":
    "a file with one column a period or week can use neither on, boolean: ticked nor others: list in recode; leave them out",
  "cohort/recode-nothing":
    "nothing is said of what to do with the column; add missing, digits, codes, list, boolean, levels or times",
  "cohort/recode-codes-or-list": "codes are given both here and in a list's file; keep one of the two",
  "cohort/recode-boolean-has-levels":
    "a column of yes and no has its own levels; leave out levels, or leave out boolean and use codes",
  "cohort/recode-needs-on": "the list has dates, so on must name the column with the day that decides for each row",
  "cohort/recode-on-unused": "on needs a list with dates; add the list's from or to, or leave on out",
  "cohort/recode-keeps-undeclared": "where the values are declared, others cannot be kept; write others: missing or others: list",
  "cohort/recode-others-unused":
    "others says what becomes of unknown values, but no codes, list, levels, boolean or digits make any unknown",
  "cohort/recode-times-levels": "times is for numbers and levels are for categories; keep one of the two",
  "cohort/recode-codes-alike":
    'the codes "{first}" and "{second}" differ only in case or spacing and become different things; keep one of them',
  "cohort/recode-ranges-overlap":
    "the ranges {first} and {second} overlap, and neither lies within the other; let one end before the other",
  "cohort/recode-level-twice": "two of the levels differ only in case or spacing ({levels}); keep one of them",
  "cohort/recode-target-undeclared": "a code becomes {value}, which is not among the levels ({levels}); correct one of the two",
  "cohort/recode-level-missing": "{level} is declared both as a level and as missing; keep one of the two",
  "cohort/covariate-not-category": "covariate {covariate} is no category, so {option} has no use; leave it out",
  "cohort/covariate-not-age": "covariate {covariate} is no age, so on has no use; leave it out",
  "cohort/age-never-missing": "covariate {covariate} comes from the birth date, which everyone has; leave missing out",
  "cohort/reference-undeclared":
    "the base {reference} of covariate {covariate} is not among its levels ({levels}); correct one of the two",
};
