import type { Catalogue } from "@kontrafakt/base";

/** Faults of a study in a workbook, and the workbook's own words. */
export const workbookMessages: Catalogue = {
  "study/no-settings-sheet":
    "the workbook has no sheet of settings (a column headed Option or Indstilling, and one headed Value or Værdi); begin with kontrafakt init --excel",
  "study/not-a-workbook": "this cannot be opened as a workbook: {reason}; save it as xlsx",
  "study/cell-not-readable": 'the cell holds "{found}", which is neither {expected} nor readable as a list or group: {reason}',
  "study/given-twice": "{name} is given twice, here and in {other}; keep one of them",
  "study/row-without-name": "the row has values but no name in its first column; name it, or delete the row",
};
