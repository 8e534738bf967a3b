import type { Catalogue } from "@kontrafakt/base";

/** English sentences of every code of this package. `found` is what stood in the cell. */
export const messages: Catalogue = {
  "cohort/no-residence":
    "the study has no residence file, so everyone counts as the municipality's throughout; people who moved away then look like people without services, which can pass for a saving. Add cohort.residence if it can be drawn",
  // Options
  "cohort/window-reversed": "the window ends on {to}, which is not after its first day {from}; swap or correct them",
  "cohort/window-after-extract":
    "the window ends on {to}, after the files were drawn on {extract}; end it with the last period that was over by then",
  "cohort/from-inside-period": "the window begins inside a {period}, on {from}; the {period} began on {nearest}",
  "cohort/to-inside-period": "the window ends inside a {period}, on {to}; the {period} ends on {nearest}",
  "cohort/ages-reversed": "the first eligible age {low} is above the last, {high}; swap them",
  "cohort/no-outcomes": "the study has no outcomes; name at least one service or measure that the programme may change",
  "cohort/outcome-of-what": "outcome {outcome} needs either a service or a measure, and not both",
  "cohort/measure-unknown": "outcome {outcome} uses a measure that the study does not define, {measure}; it defines: {known}",
  "cohort/services-needed": "outcome {outcome} counts a service, but the study names no services file; add cohort.services",
  "cohort/services-count-days": "outcome {outcome} counts a service in {unit}; services are counted in days, so write unit: days",
  "cohort/programme-is-outcome":
    "outcome {outcome} counts {service}, which is the programme's own service: its cost belongs to the programme, so leave it out here",
  "cohort/service-in-two-outcomes":
    "{service} is counted in both {other} and {outcome}, so its money would count twice; keep it in one",
  "cohort/home-needed":
    "residence and payers need to know which municipality evaluates; add cohort.home as written in those columns",
  "cohort/programme-without-services":
    "programmeService is given, but the study names no services file; add it or leave this out",
  "cohort/covariate-needs-column": "covariate {covariate} needs the header of its column; only type age has none",
  "cohort/age-needs-no-column": "covariate {covariate} is an age, which comes from the birth date; leave its column out",
  "cohort/pattern-and-period": "with periods of a {period} the column pattern holds {pattern} and no other part; it is {found}",
  // Files
  "cohort/file-not-given":
    "the study names {file}, which was not given; put it beside the study or correct the name (given: {given})",
  "cohort/file-empty": "the file has no header row, or no rows below it; export it again",
  "cohort/is-workbook": "the file is a zipped workbook (xlsx) under another name; save it as CSV",
  "cohort/not-text": "the file holds zero bytes, so it is not text in a known encoding; save it as CSV in UTF-8",
  "cohort/not-in-encoding":
    "the file holds bytes that are not {encoding}; correct format.encoding, or leave it out to have it detected",
  "cohort/line-too-long": "a line is longer than {limit} characters, so this does not look like a table; check the file",
  "cohort/broken-header": "the header row has a quotation mark that does not match; correct the header",
  "cohort/month-first":
    "{count} dates make sense only with the month first, such as {found}, so the others would be read with day and month swapped; set format: { dates: mm/dd/yyyy } for this file",
  "cohort/ids-differ-in-case":
    "{count} identifiers differ from another one only in upper and lower case; they are taken as different people. If they are not, make them alike in every file",
  "cohort/column-missing": "the column is not there; correct its name in the study or the file (headers found: {headers})",
  "cohort/column-missing-nearest": 'the column is not there; did you mean "{nearest}"? (headers found: {headers})',
  "cohort/column-twice": "two columns have this header; rename one of them in the file",
  "cohort/wide-columns-missing": "no column is named like {pattern}; correct the pattern in the study (headers found: {headers})",
  "cohort/home-not-found": 'no cell is "{home}", the study\'s home; write cohort.home as the file does (found: {found})',
  "cohort/nobody-left":
    "nobody is left to analyse after the exclusions; the first row of each of the commonest reasons is named below",
  "cohort/too-many-levels":
    "covariate {covariate} has {levels} different values, and a category has {limit} at most; group them, or if they are amounts write type: number",
  // Rows left out
  "cohort/empty-row": "the row is empty",
  "cohort/totals-row": "the row holds totals, not a person",
  "cohort/too-few-fields": "the row has fewer fields than the header ({found}); complete it",
  "cohort/too-many-fields": "the row has more fields than the header ({found}); a delimiter inside a text needs quotation marks",
  "cohort/broken-quotes": "a quotation mark does not match, so the row cannot be split into fields; correct it",
  "cohort/missing-value": "the cell is empty where a value is needed; fill it in",
  "cohort/unreadable-number":
    'this is not a number in the file\'s way of writing them; correct it or name it under missing: "{found}"',
  "cohort/unreadable-date": 'this is not a date of the calendar in the file\'s way of writing them; correct it: "{found}"',
  "cohort/duplicate-person": "the person has an earlier row in the file; the first is used",
  "cohort/born-after-extract": "the birth date is after the files were drawn",
  "cohort/start-after-extract": "the programme starts after the files were drawn",
  "cohort/start-before-birth": "the programme starts before the person is born",
  "cohort/never-eligible": "the person is of eligible age on no day of the window",
  "cohort/unknown-person": "no usable row of the people file has this person",
  "cohort/service-not-in-study": "no outcome counts this kind of service, nor is it the programme's own",
  "cohort/begins-after-extract": "it begins after the files were drawn",
  "cohort/ends-before-start": "it ends before it begins",
  "cohort/ends-before-birth": "it ends before the person is born",
  "cohort/negative-price": "the price is below zero, as in the reversal of a booking; its days are not counted",
  "cohort/paid-elsewhere": "another municipality pays; its days are not counted, nor is the person observed on them",
  "cohort/duplicate-row": "the row repeats an earlier one; the detail has the line of that one",
  "cohort/programme-without-start": "the person has had the programme's own service but has no start date",
  "cohort/covariate-missing": "a covariate is missing; only people with all of them are analysed",
  "cohort/never-observed": "the municipality is responsible for the person in no period of the window",
  "cohort/started-before-window": "the programme started before the window, so there is no time before it",
  // Rows used, with something to say
  "cohort/identifier-trimmed": "blanks around the identifier were removed",
  "cohort/start-before-referral": "the programme starts before the referral; the start decides the wave",
  "cohort/open-ended": "it has no last day; closed on the day the files were drawn",
  "cohort/ends-after-extract": "it ends after the files were drawn; cut there",
  "cohort/begins-before-birth": "it begins before the person is born",
  "cohort/service-respelled": "the kind of service is written otherwise than in the study; taken as the same",
  "cohort/overlap": "it overlaps another spell of the same service; a day counts once, and the detail has the other's line",
  "cohort/stay-overlap": "it overlaps another stay; the later begun holds, and the detail has the other's line",
  "cohort/out-of-range": "the value lies outside the measure's range; it becomes missing",
  "cohort/more-days-than-period": "more days than the period has; it becomes missing",
  "cohort/programme-before-start": "the programme's own service begins before the start date; the start date decides the wave",
  // Flow
  "cohort/flow-read": "rows in the people file",
  "cohort/flow-usable": "people with one usable row",
  "cohort/flow-eligible": "of eligible age in the window",
  "cohort/flow-dated": "with a start date if they had the programme",
  "cohort/flow-not-before": "not started before the window",
  "cohort/flow-covariates": "with every covariate known",
  "cohort/flow-observed": "observed in at least one period",
  // Warnings
  "cohort/measure-periods-absent": "measure {measure} has no column for {periods}; it is missing there",
  "cohort/service-absent":
    "no row has {service}, which outcome {outcome} counts, so it adds no days; check how the file writes it",
  "cohort/many-rows-listed": "{percent}% of the rows could not be used; the ledger lists each with its reason",
};
