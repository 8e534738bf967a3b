import type { CorpusCase } from "./case.js";
import { given, lines, none, spells } from "./spells-given.js";

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
];
