import type { Catalogue } from "@kontrafakt/base";

export const filesMessages: Catalogue = {
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
  "cohort/column-missing": "the column is not there; correct its name in the study or the file (headers found: {headers})",
  "cohort/column-missing-nearest": 'the column is not there; did you mean "{nearest}"? (headers found: {headers})',
  "cohort/column-twice": "two columns have this header; rename one of them in the file",
  "cohort/wide-columns-missing": "no column is named like {pattern}; correct the pattern in the study (headers found: {headers})",
  "cohort/empty-row": "the row is empty",
  "cohort/totals-row": "the row holds totals, not a person",
  "cohort/too-few-fields": "the row has fewer fields than the header ({found}); complete it",
  "cohort/too-many-fields": "the row has more fields than the header ({found}); a delimiter inside a text needs quotation marks",
  "cohort/broken-quotes": "a quotation mark does not match, so the row cannot be split into fields; correct it",
  "cohort/missing-value": "the cell is empty where a value is needed; fill it in",
  "cohort/unreadable-number":
    'this is not a number in the file\'s way of writing them; correct it or name it under missing: "{found}"',
  "cohort/unreadable-date": 'this is not a date of the calendar in the file\'s way of writing them; correct it: "{found}"',
  "cohort/identifier-trimmed": "blanks around the identifier were removed",
  "cohort/many-rows-listed": "{percent}% of the rows could not be used; the ledger lists each with its reason",
};
