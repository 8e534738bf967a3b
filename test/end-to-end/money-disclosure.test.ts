import { canonicalJson } from "@kontrafakt/base";
import { bytesSource } from "@kontrafakt/cohort";
import { evaluate, type MatchedResults, nearEarlier, readResults, studySchema } from "@kontrafakt/study";
import { beforeAll, expect, test } from "vitest";
import { tellingStudy } from "./disclosure-study.js";

// What money adds to results.json that counts starters or everyone's units.
const years = [2020, 2021, 2022];
const files: Readonly<Record<string, readonly string[]>> = {
  "prices.csv": [
    "consequence;payer;year;unit;amount;priceYear;cashable",
    ...years.flatMap((y) => [`placement;Family;${y};days;3000;2022;1`, `school;School;${y};days;900;2022;1`]),
    ...years.map((y) => `secure;Family;${y};days;9000;2022;1`),
  ],
  "claim.csv": [
    "year;payer;consequence;amount;priceYear;starters;effect;price",
    ...years.flatMap((y) => [`${y};Family;placement;1800000;2022;60;10;3000`, `${y};School;school;90000;2022;50;2;900`]),
  ],
  "budget.csv": [
    "year;account;consequence;payer;adopted;adjusted;actual;reason",
    ...years.map((y) => `${y};A1;placement;Family;9000000;8900000;8800000;programme`),
  ],
};

async function run(without: number, rounding = 1): Promise<MatchedResults> {
  const { study, sources } = tellingStudy(without);
  const { savings } = study;
  const given = studySchema.parse({
    ...structuredClone(study),
    savings: { ...savings, budget: { file: "budget.csv" }, scale: { starters: [100] }, subgroups: ["parents"] },
    report: { smallCell: 5, disclosure: { rounding } },
  });
  const all = new Map(sources);
  for (const [name, lines] of Object.entries(files))
    all.set(name, bytesSource(name, new TextEncoder().encode(`${lines.join("\n")}\n`)));
  const { results } = await evaluate(given, all, { seed: 1 });
  return readResults(canonicalJson(results), "results.json") as MatchedResults;
}

/** Paths of figures that are a number, or a text with it. */
function told(value: unknown, wanted: number, path = ""): string[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, of]) => (key === "inputs" ? [] : told(of, wanted, `${path}.${key}`)));
  const is = typeof value === "string" ? new RegExp(`(^|[^\\d.])${wanted}([^\\d.]|$)`).test(value) : value === wanted;
  return is ? [path] : [];
}

let first: MatchedResults;
let later: MatchedResults;

beforeAll(async () => {
  [first, later] = [await run(0), await run(1)];
}, 60_000);

test("where an owner rounds, no figure of money tells the exact starters, or those of a wave or a subgroup", async () => {
  const rounded = await run(0, 10);
  const exact = first.savings.subgroups?.map((s) => s.starters) as number[];
  expect(first.analysed.matched).toBe(68);
  expect(exact.length).toBe(2);
  for (const n of [68, 34, ...exact]) {
    expect(told(first, n).length).toBeGreaterThan(0);
    expect(told(rounded, n), String(n)).toEqual([]);
  }
  const [scaled] = rounded.savings.scaled ?? [];
  const gross = rounded.savings.lines.find(
    (l) => l.measure === "gross" && l.year === null && l.payer === null && l.consequence === null && !l.discounted,
  );
  expect((100 * (gross?.figure.estimate ?? 0)) / scaled.gross.estimate).toBeCloseTo(70, 6);
});

test("beside an earlier publication with one starter more, money tells neither the number now nor the units of the one", () => {
  const near = nearEarlier(later, first).results;
  expect(later.money.facts.starters).toBe(67);
  expect(told(near, 67)).toEqual([]);
  expect(near.money.facts).toEqual(first.money.facts);
  expect(later.money.facts.totals).not.toEqual(first.money.facts.totals);
  near.verification.reconciliation.forEach((row, i) => {
    expect(row.computed).toBe(first.verification.reconciliation[i].computed);
  });
  const amounts = near.problems.flatMap((p) => ("computed" in p.params ? [p.params.computed] : []));
  expect(amounts.length).toBeGreaterThan(0);
  const before = near.verification.reconciliation.map((row) => Math.round(row.computed));
  for (const amount of amounts) expect(before).toContain(amount);
});

test("also where the earlier publication is of a version that told no facts", () => {
  const old = { ...first, money: { ...first.money, facts: {} } };
  const near = nearEarlier(later, old).results;
  expect(told(near, 67)).toEqual([]);
  expect(near.money.facts.starters).toBe(68);
});

test("money of an outcome withheld for its few people is in no new figure", () => {
  expect(first.outcomes.find((o) => o.name === "secure")?.withheld).toBe("few");
  const { figures, tornado, human } = first.savings;
  expect(
    [...figures.flatMap((f) => f.switching), ...human].map((x) => ("outcome" in x ? x.outcome : x.consequence)),
  ).not.toContain("secure");
  expect(tornado.some(({ input }) => input.includes("secure"))).toBe(false);
  for (const facts of [first.money.facts.totals, first.money.facts.personYears])
    expect(facts?.some(({ outcome }) => outcome === "secure")).toBe(false);
});
