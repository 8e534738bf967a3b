import { expect, it } from "vitest";
import { cohortOptions } from "./cohort-options.js";
import type { CohortInput } from "./cohort-shape.js";

const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;
const invoices = {
  file: "invoices.csv",
  person: "Id",
  service: "Ydelse",
  on: "Dato",
  amount: "Beløb",
  name: "invoices",
} as const;
const rates = [{ from: 2017, steps: [{ above: 860_000, refund: 0.25 }], source: "law" }];
const scheme = { services: "A", payer: "Staten", rates } as const;
const fine: CohortInput = {
  extract: "2025-01-31",
  from: "2017-01-01",
  to: "2024-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  services: [spells, invoices],
  outcomes: { days: { service: "A" }, cost: { service: "A", count: "amount" }, net: { refund: "highCost" } },
  refunds: { highCost: scheme },
};

const refusals = (input: unknown) =>
  (cohortOptions.safeParse(input).error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
const outcomes = (more: object) => ({ outcomes: { net: { refund: "highCost" }, ...more } });
const services = (block: object) => ({ services: [{ ...spells, ...block }, invoices] });
const refunds = (more: object) => ({ refunds: { highCost: { ...scheme, ...more } } });

it("takes days and amounts of one service side by side, by one file or a list", () => {
  expect(refusals(fine)).toEqual([]);
  expect(refusals({ ...fine, services: { ...spells, amount: "Beløb" } })).toEqual([]);
  const apart = { a: { service: "A", where: { Grad: [1, 2] } }, b: { service: "A", where: { Grad: 3 } } };
  expect(refusals({ ...fine, ...outcomes(apart) })).toEqual([]);
  const years = { a: { service: "A", where: { Alder: { to: 12 } } }, b: { service: "A", where: { Alder: { from: 13 } } } };
  expect(refusals({ ...fine, ...outcomes(years) })).toEqual([]);
});

it.each<[string, object, RegExp]>([
  [
    "one count of a service twice",
    outcomes({ x: { service: "A" }, y: { service: ["B", "a "] } }),
    /^outcomes\.y\.service: A is counted in the same way/,
  ],
  [
    "conditions that do not part",
    outcomes({ x: { service: "A", where: { G: [1, 2] } }, y: { service: "A", where: { G: 2 } } }),
    /^outcomes\.y/,
  ],
  [
    "a count of a measure",
    { ...outcomes({ x: { measure: "m", count: "any" } }) },
    /^outcomes\.x\.count: outcome x counts no service/,
  ],
  [
    "a condition on a refund",
    { outcomes: { net: { refund: "highCost", where: { G: 1 } } } },
    /^outcomes\.net\.where: .*where has no meaning here/,
  ],
  [
    "a block that is not there",
    outcomes({ x: { service: "A", block: "invoice" } }),
    /^outcomes\.x\.block: .*named are: invoices/,
  ],
  [
    "money that no file has",
    { ...outcomes({ x: { service: "A", count: "amount" } }), services: spells, refunds: {} },
    /^outcomes\.x: .*has a price or an amount/,
  ],
  [
    "days of amounts a year",
    {
      outcomes: { x: { service: "A" } },
      refunds: {},
      services: { file: "f", person: "Id", service: "Y", year: "År", amount: "B" },
    },
    /^outcomes\.x: .*amounts a year and no days/,
  ],
  [
    "amountFrom without amount",
    outcomes({ x: { service: "A", amountFrom: "price" } }),
    /^outcomes\.x\.amountFrom: .*counts no money/,
  ],
  [
    "merged lumps",
    {
      services: { ...spells, amount: "B", spread: "start" },
      ...outcomes({ x: { service: "A", count: "amount", overlaps: "merge" } }),
    },
    /^outcomes\.x\.overlaps: .*spread: start/,
  ],
  [
    "the programme's own service in a refund",
    { programmeService: "A", outcomes: { net: { refund: "highCost" } } },
    /^refunds\.highCost\.services: /,
  ],
  ["two dates", services({ on: "Dato" }), /^services\.0: .*found from, on/],
  ["no date", services({ from: undefined, to: undefined }), /^services\.0: .*found none/],
  ["a first day alone", services({ to: undefined }), /^services\.0: spells need both from and to/],
  ["a service and a kind", services({ kind: "A" }), /^services\.0: .*either service.*or kind/],
  [
    "a list of one name",
    { services: [{ ...spells, name: "invoices" }, invoices] },
    /^services\.1\.name: two services files are named invoices/,
  ],
  [
    "weeks with a service",
    services({ from: undefined, to: undefined, weeks: "y_{yy}{week}" }),
    /^services\.0: .*leave service and kind out/,
  ],
  [
    "weeks without a week",
    services({ from: undefined, to: undefined, service: undefined, weeks: "y_{yy}" }),
    /^services\.0\.weeks: .*\{year\} or \{yy\}, and \{week\}.*it is y_\{yy\}/,
  ],
  [
    "weeks with a price",
    services({ from: undefined, to: undefined, service: undefined, weeks: "y_{yy}{week}", price: "P" }),
    /^services\.0\.price: weekly codes have no price/,
  ],
  [
    "a year without amount",
    services({ from: undefined, to: undefined, year: "År" }),
    /^services\.0\.amount: .*header of their amount/,
  ],
  [
    "a year with a price",
    services({ from: undefined, to: undefined, year: "År", amount: "B", price: "P" }),
    /^services\.0\.price: .*no days to price/,
  ],
  ["a spread of nothing", services({ spread: "end" }), /^services\.0\.spread: spread: end .*no amount column/],
  ["a payer without a home", services({ payer: "P" }), /^home: /],
  [
    "limits of two types",
    services({ keep: { Dato: { from: "2019-01-01", to: 5 } } }),
    /^services\.0\.keep\.Dato: .*two numbers or two dates/,
  ],
  ["no limits", outcomes({ x: { service: "A", where: { Grad: {} } } }), /^outcomes\.x\.where\.Grad: /],
  [
    "limits the wrong way round",
    outcomes({ x: { service: "A", where: { Grad: { from: 3, to: 1 } } } }),
    /^outcomes\.x\.where\.Grad: .*end at 1.*begin at 3/,
  ],
  ["a side of nothing", outcomes({ x: { service: "A", side: "state" } }), /^outcomes\.x\.side: .*but no refund/],
  [
    "a scheme that is not there",
    { outcomes: { x: { refund: "high" }, net: { refund: "highCost" } } },
    /^outcomes\.x\.refund: .*it defines: highCost/,
  ],
  [
    "a refund in days",
    { outcomes: { net: { refund: "highCost", unit: "days" } } },
    /^outcomes\.net\.unit: outcome net is an amount/,
  ],
  [
    "one side twice",
    { outcomes: { net: { refund: "highCost" }, x: { refund: "highCost", side: "municipality" } } },
    /^outcomes\.x\.refund: .*net and x are the same side/,
  ],
  ["a scheme for no outcome", { outcomes: { days: { service: "A" } } }, /^refunds\.highCost: no outcome is a part/],
  ["a scheme of two things", refunds({ outcomes: ["cost"] }), /^refunds\.highCost: .*either services or outcomes/],
  [
    "a block for outcomes",
    refunds({ services: undefined, outcomes: ["cost"], block: "invoices" }),
    /^refunds\.highCost\.block: .*takes its amounts from outcomes/,
  ],
  [
    "a scheme over days",
    refunds({ services: undefined, outcomes: ["days"] }),
    /^refunds\.highCost\.outcomes: .*sums outcome days/,
  ],
  ["households that nobody knows", refunds({ per: "household" }), /^refunds\.highCost\.per: .*add people\.household/],
  ["rates out of order", refunds({ rates: [...rates, { ...rates[0] }] }), /^refunds\.highCost\.rates\.1\.from: /],
  [
    "steps out of order",
    refunds({ rates: [{ ...rates[0], steps: [...rates[0].steps, { above: 1, refund: 0 }] }] }),
    /^refunds\.highCost\.rates\.0\.steps\.1\.above: a step of highCost above 1 follows one above 860000/,
  ],
  [
    "rates of later years only",
    refunds({ rates: [{ ...rates[0], from: 2022 }] }),
    /^refunds\.highCost\.rates: .*from 2022.*begins in 2017/,
  ],
])("refuses %s", (_, change, pattern) => {
  expect(refusals({ ...fine, ...change }).join("\n")).toMatch(new RegExp(pattern.source, "m"));
});
