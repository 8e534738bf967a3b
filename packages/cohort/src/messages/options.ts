import type { Catalogue } from "@kontrafakt/base";

export const optionsMessages: Catalogue = {
  "cohort/window-reversed": "the window ends on {to}, which is not after its first day {from}; swap or correct them",
  "cohort/window-after-extract":
    "the window ends on {to}, after the files were drawn on {extract}; end it with the last period that was over by then",
  "cohort/from-inside-period": "the window begins inside a {period}, on {from}; the {period} began on {nearest}",
  "cohort/to-inside-period": "the window ends inside a {period}, on {to}; the {period} ends on {nearest}",
  "cohort/ages-reversed": "the first eligible age {low} is above the last, {high}; swap them",
  "cohort/no-outcomes": "the study has no outcomes; name at least one service or measure that the programme may change",
  "cohort/outcome-of-what": "outcome {outcome} needs one of a service, a measure and a refund, and no more than one",
  "cohort/measure-unknown": "outcome {outcome} uses a measure that the study does not define, {measure}; it defines: {known}",
  "cohort/services-needed": "outcome {outcome} counts a service, but the study names no services file; add cohort.services",
  "cohort/services-count-days":
    "outcome {outcome} counts the days of a service in {unit}; write unit: days, or say with count what else is counted",
  "cohort/unit-is-not-days": "outcome {outcome} counts {count} and not days; leave unit out, or name what is counted",
  "cohort/option-without-use": "{option} has no effect without {needs}; add what it needs, or leave it out",
  "cohort/programme-is-outcome":
    "outcome {outcome} counts {service}, which is the programme's own service: its cost belongs to the programme, so leave it out here",
  "cohort/service-in-two-outcomes":
    "{service} is counted in the same way in both {other} and {outcome}, so it would count twice; keep it in one",
  "cohort/home-needed":
    "residence and payers need to know which municipality evaluates; add cohort.home as written in those columns",
  "cohort/programme-without-services":
    "programmeService is given, but the study names no services file; add it or leave this out",
  "cohort/covariate-needs-column":
    "covariate {covariate} needs the header of its column; only the types age, birthYear and born have none",
  "cohort/age-needs-no-column": "covariate {covariate} comes from the birth date; leave its column out",
};
