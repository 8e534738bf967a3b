import type { CorpusCase } from "./case.js";
import { given, lines, none, spells } from "./spells-given.js";

export const cases: readonly CorpusCase[] = [
  given(
    "amounts in thousands, and one that is missing",
    "a spreadsheet in 1,000 kr.; an empty cell is not 0 kr.",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Beløb",
        "a;Anbringelse;01-01-2019;10-01-2019;12,5",
        "b;Anbringelse;01-07-2019;10-07-2019;",
      ),
    },
    {
      services: { ...spells, amount: "Beløb", recode: { Beløb: { times: 1000 } } },
      outcomes: { cost: { service: "Anbringelse", count: "amount" } },
    },
    {
      measures: {
        cost: [
          [12_500, 0, 0, 0],
          [0, 0, null, 0],
        ],
      },
      noted: [["services.csv", 3, "cohort/amount-missing", "Beløb"]],
    },
  ),
  given(
    "rows that keep and where leave out",
    "an export with applications beside grants, of which only the secure placements are asked for",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Status;Grad;Bevilget",
        "a;Anbringelse;01-01-2019;10-01-2019;Bevilget;3;01-12-2018",
        "a;Anbringelse;01-02-2019;10-02-2019;Ansøgt;3;",
        "a;Anbringelse;01-03-2019;10-03-2019;bevilget ;1;01-02-2019",
        "b;Anbringelse;01-04-2019;05-04-2019;Bevilget;4;01-03-2019",
      ),
    },
    {
      services: { ...spells, keep: { Status: "Bevilget" } },
      outcomes: {
        secure: { service: "Anbringelse", where: { Grad: { from: 3 } } },
        early: { service: "Anbringelse", where: { Bevilget: { to: "2018-12-31" } }, count: "started" },
      },
    },
    {
      measures: {
        secure: [
          [10, 0, 0, 0],
          [0, 5, 0, 0],
        ],
        early: [[1, 0, 0, 0], none],
      },
      listed: [
        ["services.csv", 3, "cohort/left-by-keep"],
        ["services.csv", 4, "cohort/row-not-counted", "Ydelse"],
      ],
    },
  ),
  given(
    "a condition that no row meets",
    "the column writes the degree as a word, the study as a number",
    { "services.csv": lines("Id;Ydelse;Fra;Til;Grad", "a;Anbringelse;01-01-2019;10-01-2019;høj") },
    { outcomes: { secure: { service: "Anbringelse", where: { Grad: { from: 3 } } } } },
    {
      measures: { secure: [none, none] },
      problems: ["cohort/nothing-counted"],
      listed: [["services.csv", 2, "cohort/row-not-counted", "Ydelse"]],
    },
  ),
  given(
    "decided and carried out in one outcome",
    "what was granted and what was given are two exports",
    {
      "granted.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;31-12-2019"),
      "given.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-02-2019;30-06-2019"),
    },
    {
      services: [
        { ...spells, file: "granted.csv", basis: "decided" },
        { ...spells, file: "given.csv", basis: "effectuated" },
      ],
    },
    { refused: { code: "cohort/basis-mixed", option: "cohort.outcomes.placement" } },
  ),
  given(
    "decided and carried out, one of them chosen",
    "the same two exports; the difference is told",
    {
      "granted.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;31-12-2019"),
      "given.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-02-2019;30-06-2019"),
    },
    {
      services: [
        { ...spells, file: "granted.csv", name: "granted", basis: "decided" },
        { ...spells, file: "given.csv", name: "given", basis: "effectuated" },
      ],
      outcomes: { placement: { service: "Anbringelse", block: "given" }, granted: { service: "Anbringelse", block: "granted" } },
    },
    {
      measures: { placement: [[59, 91, 0, 0], none], granted: [[90, 91, 92, 92], none] },
      problems: ["cohort/bases-differ"],
    },
  ),
  given(
    "weekly codes",
    "the Danish DREAM register: a column a week, a blank where nothing was paid; the year of the last week goes on",
    {
      "weeks.csv": lines(
        `Id;${Array.from({ length: 52 }, (_, w) => `y_19${String(w + 1).padStart(2, "0")}`).join(";")}`,
        `a;${Array.from({ length: 52 }, (_, w) => (w < 2 ? "130" : w === 3 ? "130" : w === 4 ? "111" : "")).join(";")}`,
        `b;${Array.from({ length: 52 }, (_, w) => (w === 51 ? "130" : "")).join(";")}`,
        `z;${Array.from({ length: 52 }, () => "").join(";")}`,
      ),
    },
    {
      services: { file: "weeks.csv", person: "Id", weeks: "y_{yy}{week}" },
      outcomes: {
        benefit: { service: "130" },
        started: { service: "130", count: "started" },
        ended: { service: "130", count: "ended" },
      },
    },
    {
      // 2019-W01 began on 31 December 2018; W52 ends on 29 December, the last week known, so b's spell is not over.
      measures: {
        benefit: [
          [20, 0, 0, 0],
          [0, 0, 0, 7],
        ],
        started: [
          [1, 0, 0, 0],
          [0, 0, 0, 1],
        ],
        ended: [[2, 0, 0, 0], none],
      },
      listed: [["weeks.csv", 4, "cohort/unknown-person", "Id"]],
    },
  ),
  given(
    "weekly codes that do not cover the window",
    "an older extract: nothing is known after its last week, and nothing is not 0",
    { "weeks.csv": lines("Id;y_1901;y_1902", "a;130;130") },
    { services: { file: "weeks.csv", person: "Id", weeks: "y_{yy}{week}" }, outcomes: { benefit: { service: "130" } } },
    { refused: { code: "cohort/weeks-not-covering", file: "weeks.csv", column: "y_{yy}{week}" } },
  ),
  given(
    "a system migration",
    "on the day the new system started every running spell began anew",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til",
        ...Array.from(
          { length: 60 },
          (_, k) => `a;Anbringelse;${String(1 + (k % 28)).padStart(2, "0")}-0${1 + (k % 9)}-201${k % 9};15-12-2019`,
        ),
        ...Array.from({ length: 30 }, (_, k) => `b;Anbringelse;14-05-2019;${String(1 + k).padStart(2, "0")}-12-2019`),
      ),
    },
    { outcomes: { placement: { service: "Anbringelse", count: "any" } } },
    {
      problems: ["cohort/mass-starts"],
      measures: {
        placement: [
          [1, 1, 1, 1],
          [0, 1, 1, 1],
        ],
      },
    },
  ),
  given(
    "a refund in steps, summed over siblings",
    "Danish Barnets lov § 198 (2022 level) used on 2019 figures: 25% above 860,000 kr. a year for the household",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Beløb",
        "a;Anbringelse;01-01-2019;31-03-2019;600000",
        "b;Anbringelse;01-04-2019;30-06-2019;400000",
      ),
    },
    {
      services: { ...spells, amount: "Beløb" },
      refunds: {
        highCost: {
          services: "Anbringelse",
          per: "household",
          payer: "Staten",
          rates: [{ from: 2019, steps: [{ above: 860_000, refund: 0.25 }], source: "Barnets lov § 198" }],
        },
      },
      outcomes: { net: { refund: "highCost" }, refunded: { refund: "highCost", side: "state" } },
    },
    {
      // 140,000 kr. above the step, 35,000 refunded, 3.5% of what each cost.
      measures: {
        net: [
          [579_000, 0, 0, 0],
          [0, 386_000, 0, 0],
        ],
        refunded: [
          [21_000, 0, 0, 0],
          [0, 14_000, 0, 0],
        ],
      },
    },
  ),
  given(
    "a refund without its year's rates",
    "thresholds are dated; those of 2022 say nothing of 2019",
    { "services.csv": lines("Id;Ydelse;Fra;Til;Beløb", "a;Anbringelse;01-01-2019;31-03-2019;600000") },
    {
      services: { ...spells, amount: "Beløb" },
      refunds: { highCost: { services: "Anbringelse", payer: "Staten", rates: [{ from: 2022, steps: [], source: "x" }] } },
      outcomes: { net: { refund: "highCost" } },
    },
    { refused: { code: "cohort/rates-begin-late", option: "cohort.refunds.highCost.rates" } },
  ),
  given(
    "a service by its name in the prototype",
    "names of services are text, whatever they are",
    { "services.csv": lines("Id;__proto__;Fra;Til;constructor", "a;toString;01-01-2019;02-01-2019;__proto__") },
    {
      services: { ...spells, service: "__proto__" },
      outcomes: { placement: { service: "toString", where: { constructor: "__proto__" } } },
    },
    { measures: { placement: [[2, 0, 0, 0], none] } },
  ),
];
