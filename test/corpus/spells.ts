import type { CohortInput } from "@kontrafakt/cohort";
import type { CohortCase, CorpusCase } from "./case.js";

type Given = Partial<Omit<CohortInput, "people">> & { readonly people?: Partial<CohortInput["people"]> };

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
/** Two people, a and b, born in 2010, in one household. */
const people = lines("Id;Født;Start;Hus", "a;01-01-2010;;h", "b;01-01-2010;;h");
const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;

const study = ({ people: more, ...rest }: Given): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", household: "Hus", ...more },
  services: spells,
  outcomes: { placement: { service: "Anbringelse" } },
  ...rest,
});

const given = (
  name: string,
  why: string,
  files: Readonly<Record<string, string>>,
  cohort: Given,
  yields: CohortCase["yields"],
): CohortCase => ({ kind: "cohort", name, why, files: { "people.csv": people, ...files }, cohort: study(cohort), yields });

const none = [0, 0, 0, 0];

export const cases: readonly CorpusCase[] = [
  given(
    "spells counted in every way at once",
    "a case system writes a new row when the price changes: two rows, one placement",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Pris",
        "a;Anbringelse;17-03-2019;31-03-2019;1000",
        "a;Anbringelse;01-04-2019;10-04-2019;1100",
        "b;Anbringelse;01-12-2019;;500",
      ),
    },
    {
      services: { ...spells, price: "Pris" },
      outcomes: {
        days: { service: "Anbringelse" },
        share: { service: "Anbringelse", count: "share" },
        spells: { service: "Anbringelse", count: "count" },
        any: { service: "Anbringelse", count: "any" },
        amount: { service: "Anbringelse", count: "amount" },
        started: { service: "Anbringelse", count: "started" },
        ended: { service: "Anbringelse", count: "ended" },
      },
    },
    {
      measures: {
        days: [
          [15, 10, 0, 0],
          [0, 0, 0, 31],
        ],
        share: [
          [15 / 90, 10 / 91, 0, 0],
          [0, 0, 0, 31 / 92],
        ],
        spells: [
          [1, 1, 0, 0],
          [0, 0, 0, 1],
        ],
        any: [
          [1, 1, 0, 0],
          [0, 0, 0, 1],
        ],
        amount: [
          [15_000, 11_000, 0, 0],
          [0, 0, 0, 15_500],
        ],
        started: [
          [1, 0, 0, 0],
          [0, 0, 0, 1],
        ],
        ended: [[0, 1, 0, 0], none],
      },
      noted: [["services.csv", 4, "cohort/open-ended", "Til"]],
    },
  ),
  given(
    "overlaps summed by declaration",
    "two support contacts run at once, and each costs",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til",
        "a;Kontaktperson;01-01-2019;10-01-2019",
        "a;Kontaktperson;06-01-2019;15-01-2019",
      ),
    },
    { outcomes: { contact: { service: "Kontaktperson", overlaps: "sum" } } },
    { measures: { contact: [[20, 0, 0, 0], none] }, noted: [["services.csv", 3, "cohort/overlap-summed", "Fra"]] },
  ),
  given(
    "events of one date",
    "notifications to the social services: several on a day are several, but the same row twice is one",
    {
      "services.csv": lines(
        "Id;Dato;Kilde",
        "a;05-02-2019;skole",
        "a;05-02-2019;læge",
        "a;05-02-2019;læge",
        "b;31-12-2019;skole",
      ),
    },
    {
      services: { file: "services.csv", person: "Id", on: "Dato", kind: "Underretning" },
      outcomes: {
        school: { service: "Underretning", count: "count", where: { Kilde: "Skole" } },
        others: { service: "Underretning", count: "count", where: { Kilde: ["læge", "politi"] } },
      },
    },
    {
      measures: {
        school: [
          [1, 0, 0, 0],
          [0, 0, 0, 1],
        ],
        others: [[1, 0, 0, 0], none],
      },
      listed: [["services.csv", 4, "cohort/duplicate-row"]],
    },
  ),
  given(
    "the same spell in two files",
    "one export a year; a spell over New Year stands in both",
    {
      "2018.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-12-2018;31-01-2019"),
      "2019.csv": lines("Id;Ydelse;Fra;Til", "a;Anbringelse;01-12-2018;31-01-2019", "b;Anbringelse;01-01-2019;01-01-2019"),
    },
    {
      services: [
        { ...spells, file: "2018.csv" },
        { ...spells, file: "2019.csv" },
      ],
      outcomes: { cost: { service: "Anbringelse" } },
    },
    {
      measures: {
        cost: [
          [31, 0, 0, 0],
          [1, 0, 0, 0],
        ],
      },
      listed: [["2019.csv", 2, "cohort/duplicate-row"]],
    },
  ),
  given(
    "a reversal takes the booking's money and leaves its days",
    "a finance system corrects by booking the opposite amount",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Beløb",
        "a;Anbringelse;01-01-2019;10-01-2019;10.000,00",
        "a;Anbringelse;01-01-2019;10-01-2019;-10.000,00",
        "a;Anbringelse;01-01-2019;10-01-2019;12.000,00",
        "b;Anbringelse;01-01-2019;10-01-2019;-500,00",
      ),
    },
    {
      services: { ...spells, amount: "Beløb" },
      outcomes: { days: { service: "Anbringelse" }, cost: { service: "Anbringelse", count: "amount" } },
    },
    {
      measures: { days: [[10, 0, 0, 0], none], cost: [[12_000, 0, 0, 0], none] },
      listed: [
        ["services.csv", 3, "cohort/reversal", "Beløb"],
        ["services.csv", 5, "cohort/negative-amount", "Beløb"],
      ],
      noted: [
        ["services.csv", 2, "cohort/reversed-money", "Beløb"],
        ["services.csv", 4, "cohort/overlap", "Fra"],
      ],
    },
  ),
  given(
    "a reversal takes the whole booking where that is declared",
    "a placement that was registered by mistake",
    {
      "services.csv": lines(
        "Id;Ydelse;Fra;Til;Beløb",
        "a;Anbringelse;01-01-2019;10-01-2019;10000",
        "a;Anbringelse;01-01-2019;10-01-2019;-10000",
      ),
    },
    { services: { ...spells, amount: "Beløb", reversals: "booking" } },
    {
      measures: { placement: [none, none] },
      listed: [
        ["services.csv", 2, "cohort/reversed-booking", "Beløb"],
        ["services.csv", 3, "cohort/reversal", "Beløb"],
      ],
    },
  ),
  given(
    "a credit note among invoices",
    "an invoice is credited in part, on another day: no booking has the opposite amount",
    {
      "services.csv": lines("Id;Ydelse;Dato;Beløb", "a;Anbringelse;15-02-2019;9000", "a;Anbringelse;15-05-2019;-1500"),
    },
    {
      services: { file: "services.csv", person: "Id", service: "Ydelse", on: "Dato", amount: "Beløb", basis: "invoiced" },
      outcomes: {
        cost: { service: "Anbringelse", count: "amount" },
        invoices: { service: "Anbringelse", count: "count" },
      },
    },
    {
      measures: { cost: [[9000, -1500, 0, 0], none], invoices: [[1, 0, 0, 0], none] },
      noted: [["services.csv", 3, "cohort/credit", "Beløb"]],
    },
  ),
  given(
    "amounts spread over their days, or whole on the last",
    "an invoice covers a stay over two quarters and beyond the window",
    {
      "spread.csv": lines("Id;Ydelse;Fra;Til;Beløb", "a;Anbringelse;22-03-2019;10-04-2019;20000"),
      "paid.csv": lines("Id;Ydelse;Fra;Til;Beløb", "b;Anbringelse;22-03-2019;10-04-2019;20000"),
    },
    {
      services: [
        { ...spells, name: "spread", file: "spread.csv", amount: "Beløb" },
        { ...spells, name: "paid", file: "paid.csv", amount: "Beløb", spread: "end" },
      ],
      outcomes: {
        spread: { service: "Anbringelse", count: "amount", block: "spread" },
        paid: { service: "Anbringelse", count: "amount", block: "paid" },
      },
    },
    { measures: { spread: [[10_000, 10_000, 0, 0], none], paid: [none, [0, 20_000, 0, 0]] } },
  ),
  given(
    "amounts a calendar year",
    "the accounts know what a person cost in a year, not when; a year that is not over has cost what is booked so far",
    {
      "services.csv": lines(
        "Id;Ydelse;År;Beløb",
        "a;Anbringelse;2019;365000",
        "b;Anbringelse;2019,5;1",
        "b;Anbringelse;2021;9000",
      ),
    },
    {
      services: { file: "services.csv", person: "Id", service: "Ydelse", year: "År", amount: "Beløb" },
      outcomes: { cost: { service: "Anbringelse", count: "amount" } },
    },
    {
      measures: { cost: [[90_000, 91_000, 92_000, 92_000], none] },
      listed: [
        ["services.csv", 3, "cohort/no-such-year", "År"],
        ["services.csv", 4, "cohort/begins-after-extract", "År"],
      ],
    },
  ),
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
