import type { Catalogue } from "@kontrafakt/base";

export const populationMessages: Catalogue = {
  "cohort/no-residence":
    "the study has no residence file, so everyone counts as the municipality's throughout; people who moved away then look like people without services, which can pass for a saving. Add cohort.residence if it can be drawn",
  "cohort/ids-differ-in-case":
    "{count} identifiers differ from another one only in upper and lower case; they are taken as different people. If they are not, make them alike in every file",
  "cohort/home-not-found": 'no cell is "{home}", the study\'s home; write cohort.home as the file does (found: {found})',
  "cohort/nobody-left":
    "nobody is left to analyse after the exclusions; the first row of each of the commonest reasons is named below",
  "cohort/duplicate-person": "the person has an earlier row in the file; the first is used",
  "cohort/born-after-extract": "the birth date is after the files were drawn",
  "cohort/start-after-extract": "the programme starts after the files were drawn",
  "cohort/start-before-birth": "the programme starts before the person is born",
  "cohort/never-eligible": "the person is of eligible age on no day of the window",
  "cohort/unknown-person": "no usable row of the people file has this person",
  "cohort/programme-without-start": "the person has had the programme's own service but has no start date",
  "cohort/never-observed": "the municipality is responsible for the person in no period of the window",
  "cohort/started-before-window": "the programme started before the window, so there is no time before it",
  "cohort/start-before-referral": "the programme starts before the referral; the start decides the wave",
  "cohort/stay-overlap": "it overlaps another stay; the later begun holds, and the detail has the other's line",
  "cohort/programme-before-start": "the programme's own service begins before the start date; the start date decides the wave",
  "cohort/flow-read": "rows in the people file",
  "cohort/flow-usable": "people with one usable row",
  "cohort/flow-eligible": "of eligible age in the window",
  "cohort/flow-dated": "with a start date if they had the programme",
  "cohort/flow-not-before": "not started before the window",
  "cohort/flow-covariates": "with every covariate known",
  "cohort/flow-observed": "observed in at least one period",
};
