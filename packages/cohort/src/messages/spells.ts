import type { Catalogue } from "@kontrafakt/base";

export const spellsMessages: Catalogue = {
  "cohort/service-not-in-study": "no outcome counts this kind of service, nor is it the programme's own",
  "cohort/begins-after-extract": "it begins after the files were drawn",
  "cohort/ends-before-start": "it ends before it begins",
  "cohort/ends-before-birth": "it ends before the person is born",
  "cohort/negative-price": "the price is below zero, as in the reversal of a booking; its days are not counted",
  "cohort/paid-elsewhere": "another municipality pays; its days are not counted, nor is the person observed on them",
  "cohort/duplicate-row": "the row repeats an earlier one; the detail has the line of that one",
  "cohort/open-ended": "it has no last day; closed on the day the files were drawn",
  "cohort/ends-after-extract": "it ends after the files were drawn; cut there",
  "cohort/begins-before-birth": "it begins before the person is born",
  "cohort/service-respelled": "the kind of service is written otherwise than in the study; taken as the same",
  "cohort/overlap": "it overlaps another spell of the same service; a day counts once, and the detail has the other's line",
  "cohort/service-absent":
    "no row has {service}, which outcome {outcome} counts, so it adds no days; check how the file writes it",
};
