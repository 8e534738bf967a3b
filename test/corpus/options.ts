import type { CohortInput } from "@kontrafakt/cohort";
import type { CohortCase, CorpusCase, Refused } from "./case.js";
import {
  classes,
  cost,
  covariate,
  list,
  long,
  measure,
  measured,
  others,
  outcome,
  people,
  priced,
  programme,
  type Row,
  rates,
  recode,
  refund,
  residence,
  services,
  spells,
  study,
  weekly,
  yearly,
} from "./options-given.js";

const window: readonly Row[] = [
  ["a window that ends before it begins", { to: "2018-12-31" }, "cohort/window-reversed", "to"],
  ["a window past the day of the extract", { to: "2020-03-31" }, "cohort/window-after-extract", "to"],
  ["a window that begins inside a quarter", { from: "2019-02-01" }, "cohort/from-inside-period", "from"],
  ["a window that ends inside a quarter", { to: "2019-11-30" }, "cohort/to-inside-period", "to"],
  ["ages the wrong way round", { eligibleAges: [17, 0] }, "cohort/ages-reversed", "eligibleAges"],
];

const outcomes: readonly Row[] = [
  ["no outcomes", { outcomes: {} }, "cohort/no-outcomes", "outcomes"],
  ["an outcome of nothing", outcome({}), "cohort/outcome-of-what", "outcomes.x"],
  ["a measure that is not there", outcome({ measure: "height" }), "cohort/measure-unknown", "outcomes.x.measure"],
  [
    "a service without its file",
    { services: undefined, ...outcome({ service: "A" }) },
    "cohort/services-needed",
    "outcomes.x.service",
  ],
  ["days in kroner", outcome({ service: "A", unit: "kr" }), "cohort/services-count-days", "outcomes.x.unit"],
  [
    "the programme's own service as an outcome",
    { programmeService: "Anbringelse" },
    "cohort/programme-is-outcome",
    "outcomes.placement.service",
  ],
  [
    "a service counted twice",
    { outcomes: { a: { service: "A" }, b: { service: ["B", "a"] } } },
    "cohort/service-in-two-outcomes",
    "outcomes.b.service",
  ],
  [
    "a count of a measure",
    { ...measured, outcomes: { m: { measure: "m", count: "any" } } },
    "cohort/option-needs-service",
    "outcomes.m.count",
  ],
  [
    "a price for days",
    outcome({ service: "A", amountFrom: "price" }),
    "cohort/amount-from-needs-amount",
    "outcomes.x.amountFrom",
  ],
  ["a block that is not there", outcome({ service: "A", block: "invoices" }), "cohort/block-unknown", "outcomes.x.block"],
  ["money that no file has", outcome(cost), "cohort/no-amounts", "outcomes.x"],
  ["days of amounts a year", { services: yearly }, "cohort/no-days", "outcomes.placement"],
  [
    "overlaps merged where amounts fall on one day",
    { ...services({ amount: "Beløb", spread: "start" }), ...outcome({ ...cost, overlaps: "merge" }) },
    "cohort/merge-needs-days",
    "outcomes.x.overlaps",
  ],
  [
    "two bookings of one year as if they were one",
    { services: { ...yearly, overlaps: "merge" }, ...outcome(cost) },
    "cohort/merge-needs-spells",
    "outcomes.x.overlaps",
  ],
  [
    "limits of two types",
    outcome({ service: "A", where: { Grad: { from: "2019-01-01", to: 5 } } }),
    "cohort/range-of-what",
    "outcomes.x.where.Grad",
  ],
  [
    "limits the wrong way round",
    outcome({ service: "A", where: { Grad: { from: 3, to: 1 } } }),
    "cohort/range-reversed",
    "outcomes.x.where.Grad",
  ],
  [
    "kroner called days",
    { services: priced, ...outcome({ ...cost, unit: "days" }) },
    "cohort/unit-is-not-days",
    "outcomes.x.unit",
  ],
  ["a side of nothing", outcome({ service: "A", side: "state" }), "cohort/side-needs-refund", "outcomes.x.side"],
];

const files: readonly Row[] = [
  [
    "two names alike",
    {
      services: [
        { ...spells, name: "a" },
        { ...yearly, name: "a" },
      ],
    },
    "cohort/block-name-twice",
    "services.1.name",
  ],
  ["a services file dated in two ways", services({ on: "Dato" }), "cohort/dated-how", "services"],
  ["a first day without a last", services({ to: undefined }), "cohort/from-and-to", "services"],
  ["a service and a kind", services({ kind: "Anbringelse" }), "cohort/service-or-kind", "services"],
  ["weekly codes with a service", { services: { ...weekly, service: "Ydelse" } }, "cohort/weeks-name-services", "services"],
  ["a pattern without a week", { services: { ...weekly, weeks: "y_{yy}" } }, "cohort/week-pattern", "services.weeks"],
  ["weekly codes with a price", { services: { ...weekly, price: "Pris" } }, "cohort/weeks-have-none", "services.price"],
  ["a year without an amount", { services: { ...yearly, amount: undefined } }, "cohort/year-needs-amount", "services.amount"],
  ["a year with a price a day", { services: { ...yearly, price: "Pris" } }, "cohort/year-has-no-price", "services.price"],
  ["a spread of no amount", services({ spread: "end" }), "cohort/spread-needs-amount", "services.spread"],
  ["payers without a home", services({ payer: "Betaler" }), "cohort/home-needed", "home"],
  [
    "a programme without services",
    { ...measured, programmeService: "Støtte" },
    "cohort/programme-without-services",
    "programmeService",
  ],
];

const refunds: readonly Row[] = [
  ["a scheme that is not there", outcome({ refund: "high" }), "cohort/refund-unknown", "outcomes.x.refund"],
  [
    "a refund in days",
    { ...refund({}), outcomes: { net: { refund: "high", unit: "days" } } },
    "cohort/refund-is-money",
    "outcomes.net.unit",
  ],
  ["one side of a scheme twice", refund({}, { x: { refund: "high" } }), "cohort/refund-part-twice", "outcomes.x.refund"],
  ["a scheme for no outcome", { ...refund({}), outcomes: { x: cost } }, "cohort/refund-unused", "refunds.high"],
  ["a scheme of two things", refund({ outcomes: ["x"] }, { x: cost }), "cohort/refund-of-what", "refunds.high"],
  [
    "a block for a scheme over outcomes",
    refund({ services: undefined, outcomes: ["x"], block: "b" }, { x: cost }),
    "cohort/refund-option-needs-services",
    "refunds.high.block",
  ],
  [
    "a scheme over days",
    refund({ services: undefined, outcomes: ["x"] }, { x: { service: "Anbringelse" } }),
    "cohort/refund-outcome-no-amount",
    "refunds.high.outcomes",
  ],
  ["households that nobody knows", refund({ per: "household" }), "cohort/refund-needs-household", "refunds.high.per"],
  ["one year's rates twice", refund({ rates: [...rates, ...rates] }), "cohort/rates-not-ascending", "refunds.high.rates.1.from"],
  [
    "steps out of order",
    refund({ rates: [{ ...rates[0], steps: [...rates[0].steps, { above: 1, refund: 0 }] }] }),
    "cohort/steps-not-ascending",
    "refunds.high.rates.0.steps.1.above",
  ],
  [
    "rates of later years only",
    refund({ rates: [{ ...rates[0], from: 2022 }] }),
    "cohort/rates-begin-late",
    "refunds.high.rates",
  ],
];

const population: readonly Row[] = [
  [
    "courses of a programme without a service",
    { treatment: { courseGap: 60 } },
    "cohort/option-without-use",
    "treatment.courseGap",
  ],
  ["nothing tells who started", { people: { ...people, start: undefined } }, "cohort/start-needed", "people.start"],
  [
    "a start from a service not named",
    { treatment: { startFrom: "either" } },
    "cohort/programme-service-needed",
    "programmeService",
  ],
  [
    "a new start without the service",
    { treatment: { startedBefore: "restart" } },
    "cohort/restart-needs-service",
    "treatment.startedBefore",
  ],
  [
    "the earliest of no starts",
    {
      people: { ...people, start: undefined },
      programmeService: "Støtte",
      treatment: { startFrom: "service", repeats: "firstStart" },
    },
    "cohort/repeats-need-start",
    "treatment.repeats",
  ],
  ["a least length without an end", { treatment: { minimumDays: 10 } }, "cohort/end-needed", "treatment.minimumDays"],
  [
    "the referred without referrals",
    { treatment: { referredOnly: "treat" } },
    "cohort/referral-needed",
    "treatment.referredOnly",
  ],
  ["another programme of nothing", programme({}), "cohort/other-programme-of-what", "treatment.otherProgrammes.x"],
  [
    "another programme without services",
    { ...measured, ...programme({ services: ["A"] }) },
    "cohort/other-needs-services",
    "treatment.otherProgrammes.x.services",
  ],
  [
    "another programme that is the same",
    { programmeService: "Støtte", ...programme({ services: ["Støtte"] }) },
    "cohort/other-is-programme",
    "treatment.otherProgrammes.x.services",
  ],
  [
    "people left out by their outcome",
    programme({ services: ["Anbringelse"], policy: "exclude" }),
    "cohort/other-is-outcome",
    "treatment.otherProgrammes.x.policy",
  ],
  [
    "placements without services",
    { ...measured, home: "Fjordby", residence: { ...residence, placements: ["Anbringelse"] } },
    "cohort/placements-need-services",
    "residence.placements",
  ],
  [
    "two clusterings named household",
    { people: { ...people, household: "Hus" }, clusterings: { household: { column: "Bolig" } } },
    "cohort/clustering-twice",
    "clusterings.household",
  ],
  ["a clustering named person", { clusterings: { person: { column: "Id" } } }, "cohort/clustering-person", "clusterings.person"],
  [
    "a last day of class without a first",
    { clusterings: { class: { ...classes, to: "Til" } } },
    "cohort/clustering-needs-from",
    "clusterings.class.to",
  ],
  ["a key file that is not there", services({ ids: "school" }), "cohort/link-unknown", "services.ids"],
];

const recodes: readonly Row[] = [
  ["a covariate of no column", covariate({ type: "number" }), "cohort/covariate-needs-column", "people.covariates.x"],
  ["an age in a column", covariate({ type: "age", column: "Alder" }), "cohort/age-needs-no-column", "people.covariates.x"],
  [
    "levels of a number",
    covariate({ type: "number", column: "Løn", levels: ["1"] }),
    "cohort/covariate-not-category",
    "people.covariates.x.levels",
  ],
  ["a day for a category", covariate({ column: "Køn", on: "2019-01-01" }), "cohort/covariate-not-age", "people.covariates.x.on"],
  ["a missing age", covariate({ type: "age", missing: "indicator" }), "cohort/age-never-missing", "people.covariates.x.missing"],
  [
    "a base that is no level",
    covariate({ column: "Køn", levels: ["M", "K"], reference: "Mand" }),
    "cohort/reference-undeclared",
    "people.covariates.x.reference",
  ],
  ["a recoding of nothing", recode({}), "cohort/recode-nothing", "people.recode.Køn"],
  ["codes here and in a list", recode({ codes: { 1: "M" }, list }), "cohort/recode-codes-or-list", "people.recode.Køn.list"],
  [
    "levels of yes and no",
    recode({ boolean: true, levels: ["Ja"] }),
    "cohort/recode-boolean-has-levels",
    "people.recode.Køn.levels",
  ],
  ["a dated list without a day", recode({ list: { ...list, from: "Fra" } }), "cohort/recode-needs-on", "people.recode.Køn.list"],
  ["a day without a dated list", recode({ list, on: "Dato" }), "cohort/recode-on-unused", "people.recode.Køn.on"],
  [
    "others kept beside declared levels",
    recode({ levels: ["M"], others: "keep" }),
    "cohort/recode-keeps-undeclared",
    "people.recode.Køn.others",
  ],
  [
    "others where nothing is unknown",
    recode({ missing: ["9"], others: "list" }),
    "cohort/recode-others-unused",
    "people.recode.Køn.others",
  ],
  ["levels times a thousand", recode({ levels: ["1"], times: 1000 }), "cohort/recode-times-levels", "people.recode.Køn.times"],
  [
    "codes that differ in case only",
    recode({ codes: { m: "M", " M": "K" } }),
    "cohort/recode-codes-alike",
    "people.recode.Køn.codes",
  ],
  [
    "ranges that overlap",
    recode({ codes: { "1-5": "M", "4-9": "K" } }),
    "cohort/recode-ranges-overlap",
    "people.recode.Køn.codes",
  ],
  ["one level twice", recode({ levels: ["M", "m"] }), "cohort/recode-level-twice", "people.recode.Køn.levels"],
  [
    "a code for no level",
    recode({ codes: { 1: "Mnd" }, levels: ["Mand"] }),
    "cohort/recode-target-undeclared",
    "people.recode.Køn.codes",
  ],
  [
    "a level that is missing",
    recode({ levels: ["M", "?"], missing: ["?"] }),
    "cohort/recode-level-missing",
    "people.recode.Køn.missing",
  ],
];

const measures: readonly Row[] = [
  ["a measure of two shapes", measure({ period: "Periode" }), "cohort/measure-shape", "measures.m"],
  ["a column a period and a value", measure({ value: "Værdi" }), "cohort/measure-value", "measures.m.value"],
  ["a pattern without a period", measure({ pattern: "{year}" }), "cohort/pattern-without-period", "measures.m.pattern"],
  ["columns by week", measure({ columns: "{year}-{week}" }), "cohort/pattern-unusable", "measures.m.columns"],
  ["years in a study of quarters", measure({ columns: "Fravær {year}" }), "cohort/longer-needed", "measures.m.longer"],
  ["months in a study of quarters", measure({ columns: "{year}-{month}" }), "cohort/combine-needed", "measures.m.combine"],
  [
    "dates that span something",
    measure({ ...long, period: undefined, on: "Dato", longer: "repeat" }),
    "cohort/longer-without-use",
    "measures.m.longer",
  ],
  [
    "the mean of a shared total",
    measure({ ...long, longer: "share", combine: "mean" }),
    "cohort/share-is-sum",
    "measures.m.combine",
  ],
  ["comparison by a pattern of no year", others({ pattern: "K{quarter}" }), "cohort/pattern-unusable", "comparisonCells.pattern"],
  ["comparison of nothing", others({ outcomes: {} }), "cohort/comparison-outcomes", "comparisonCells.outcomes"],
  [
    "comparison of what is not measured",
    others({ outcomes: { height: { mean: "Snit" } } }),
    "cohort/comparison-outcome-unknown",
    "comparisonCells.outcomes.height",
  ],
  [
    "comparison without a figure",
    others({ outcomes: { placement: {} } }),
    "cohort/comparison-mean",
    "comparisonCells.outcomes.placement",
  ],
  [
    "comparison by the name of an outcome in no column",
    others({ outcomes: { placement: { mean: "Snit", named: "Anbragte" } } }),
    "cohort/cell-named",
    "comparisonCells.outcomes.placement",
  ],
  [
    "comparison without groups leaves one out",
    others({ leaveOut: ["Fjordby"] }),
    "cohort/leave-out-of-what",
    "comparisonCells.group",
  ],
];

const all = { window, outcomes, files, refunds, population, recodes, measures };

/** Studies whose options contradict each other: refused before any file is opened. */
export const cases: readonly CorpusCase[] = Object.entries(all).flatMap(([topic, rows]) =>
  rows.map(([name, change, code, option]): CohortCase => {
    const refused: Refused = { code, option: `cohort.${option}` };
    const cohort = { ...study, ...change } as CohortInput;
    return { kind: "cohort", name: `${topic}: ${name}`, why: "written by hand", files: {}, cohort, yields: { refused } };
  }),
);
