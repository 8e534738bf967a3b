import type { Catalogue } from "@kontrafakt/base";

export const filesMessages: Catalogue = {
  "cohort/file-not-given":
    "the study names this file, which was not given; put it beside the study or correct its name (given: {given})",
  "cohort/file-empty": "the file has no header row, or no rows below it; export it again",
  "cohort/is-other-kind":
    "the file is {kind}, which is not read; save it as CSV, XLSX, Parquet or Arrow, and unpack it if it is an archive",
  "cohort/is-old-workbook": "the file is a workbook of the old form (xls); open it in a spreadsheet and save it as XLSX or CSV",
  "cohort/is-locked-workbook": "the workbook is locked with a password; save it without one, or as CSV",
  "cohort/is-html": "the file is a web page, whatever its name; open it in a spreadsheet and save it as XLSX or CSV",
  "cohort/is-json": "the file is JSON, which is no table; export it as CSV, XLSX or Parquet",
  "cohort/workbook-broken": "the workbook is damaged or cut off; export it again",
  "cohort/workbook-too-large": "the workbook unpacks to more than {gigabytes} GB; export it as CSV or Parquet",
  "cohort/file-too-large":
    "the file is larger than {gigabytes} GB, and its kind must be held in memory; export it as CSV or Parquet",
  "cohort/parquet-broken": "the Parquet file is damaged, cut off or written in a way that is not read ({reason}); write it again",
  "cohort/arrow-broken": "the Arrow file is damaged, cut off or written in a way that is not read; write it again",
  "cohort/gzip-broken": "the gzipped file is damaged or cut off; pack or export it again",
  "cohort/expands-too-much":
    "the gzipped file has given {megabytes} MB, more than {ratio} times its packed size, which no table does; check where it comes from",
  "cohort/column-kind":
    "the column holds lists, bytes or parts of its own, not one value a row; write it as text, number or date",
  "cohort/several-sheets":
    "several sheets hold the columns ({sheets}); name one in format.sheet, or set it to all to read them one after another",
  "cohort/sheet-missing": "the workbook has no sheet {sheet}; correct format.sheet (sheets: {sheets})",
  "cohort/name-unreadable": 'the name "{found}" cannot be read as the column wants; rename the file or sheet',
  "cohort/header-cut-off": "the file has fewer rows than the {rows} that format.headerRows says its header takes up; correct it",
  "cohort/not-text": "the file holds characters of the value 0, which no text has; save it as CSV in UTF-8",
  "cohort/not-in-encoding":
    "the file holds bytes that are not {encoding}; correct format.encoding, or leave it out to have it detected",
  "cohort/mixed-encodings":
    "the file begins as {encoding} and then holds bytes that are not, as where two files in different encodings were put together; convert it to one, or read the two files by themselves",
  "cohort/line-too-long": "a line is longer than {limit} characters, so this does not look like a table; check the file",
  "cohort/broken-header": "the header row has a quotation mark that does not match; correct the header",
  "cohort/month-first":
    "{count} dates make sense only with the month first, such as {found}, so the others would be read with day and month swapped; set format: { dates: mm/dd/yyyy } for this file",
  "cohort/column-missing": "the column is not there; correct its name in the study or the file (headers found: {headers})",
  "cohort/column-missing-nearest": 'the column is not there; did you mean "{nearest}"? (headers found: {headers})',
  "cohort/column-twice": "two columns have this header; write {first} or {second} in the study for the one that is meant",
  "cohort/wide-columns-missing": "no column is named like {pattern}; correct the pattern in the study (headers found: {headers})",
  "cohort/wide-column-twice": "two columns have this header; rename one of them in the file",
  "cohort/empty-row": "the row is empty",
  "cohort/totals-row": "the row holds totals, not a person",
  "cohort/header-again": "the row is the header again, as where pages or files were put together",
  "cohort/text-row": "the row holds one text and nothing else, as a title or a footer does; if it is data, complete it",
  "cohort/too-few-fields": "the row has fewer fields than the header ({found}); complete it",
  "cohort/too-many-fields": "the row has more fields than the header ({found}); a delimiter inside a text needs quotation marks",
  "cohort/broken-quotes": "a quotation mark does not match, so the row cannot be split into fields; correct it",
  "cohort/zero-bytes": "the line holds characters of the value 0, as where a file was not written to its end; export it again",
  "cohort/error-cell": "the cell shows the error of a formula ({found}); correct the formula, or name the error under missing",
  "cohort/thousands-or-decimals":
    "nothing in the file tells whether the mark stands for thousands or decimals; it is read as {found}; set format.decimal if that is wrong",
  "cohort/identifier-as-number": "the identifier was stored as a number; its digits are used",
  "cohort/identifier-digits-lost":
    "the identifier was stored as a number that has lost its last digits ({found}); export the column as text",
  "cohort/missing-value": "the cell is empty where a value is needed; fill it in",
  "cohort/unreadable-number":
    'this is not a number in the file\'s way of writing them; correct it or name it under missing: "{found}"',
  "cohort/hidden-number":
    'the number is hidden, as small counts are, and cannot be used; get it, or join small groups before they are counted: "{found}"',
  "cohort/unreadable-date": 'this is not a date of the calendar in the file\'s way of writing them; correct it: "{found}"',
  "cohort/identifier-trimmed": "blanks around the identifier were removed",
  "cohort/many-rows-listed": "{percent}% of the rows could not be used; the ledger lists each with its reason",
};
