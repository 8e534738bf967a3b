import type { Catalogue } from "@kontrafakt/base";

export const identifiersMessages: Catalogue = {
  "cohort/identifiers-replaced":
    "the column holds national identifiers ({kind}); each is replaced by a pseudonym, and none reaches any output",
  "cohort/identifier-in-column":
    "the column holds national identifiers ({kind}, {percent}% of the cells) but is read for something else than the person; ask for the file without them, or have them masked with identifiers: { otherColumns: mask }",
  "cohort/identifier-not-wanted":
    "the column holds national identifiers ({kind}, {percent}% of the cells), and the file is not about people; ask for it without them",
  "cohort/identifier-masked":
    "the column holds national identifiers ({kind}, {percent}% of the cells); their digits were masked, as the study asks. Ask for the file without them",
  "cohort/identifier-unread":
    "the study does not read this column, and it holds national identifiers ({kind}, {percent}% of the cells looked at); ask for the file without it",
  "cohort/identifier-invalid":
    "the identifier is not a valid number of the kind that the column holds; with a mistyped digit one person can become two, so have it checked",
  "cohort/born-from-identifier": "birth dates are read from the identifiers, since the study names no column of them",
  "cohort/born-differs": "the birth date is another than the identifier tells; the column's is used, so check which is right",
  "cohort/no-birth-date": "the identifier tells no birth date, and the study names no column of them; name it under people.born",
  "cohort/born-needed":
    "the birth date is needed, and the identifiers in this column tell none; name the column that holds it under people.born",
  "cohort/key-not-given":
    "the study names a key for its pseudonyms, {file}, which was not given; put the file there or leave keyFile out",
  "cohort/key-not-hex": "the key holds other characters than 0–9 and a–f; make one with `kontrafakt new-key`",
  "cohort/key-too-short":
    "the key has {bytes} bytes, and {least} are needed to keep pseudonyms secret; make one with `kontrafakt new-key`",
};
