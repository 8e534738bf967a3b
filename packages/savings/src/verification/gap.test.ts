import fc from "fast-check";
import { expect, test } from "vitest";
import { openAccount } from "../account/account.js";
import { moneyFigure } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { ClaimRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { splitGap } from "./gap.js";
import { primaryRow } from "./primary-row.js";

const effects = smallEffects();
const money = smallMoney();
const facts: StudyFacts = { starters: 60 };

function gapOf(files: MoneyFiles, primary: Record<string, unknown> = {}, known = facts, of = effects) {
  const options = smallOptions({ primary });
  const account = openAccount(of, files, options, periods);
  const row = primaryRow(account, files, options);
  const { estimate } = moneyFigure(account, row.selection);
  const { gap, problems } = splitGap(account, files, row, known, estimate);
  const parts: Partial<Record<string, number>> = Object.fromEntries(gap.map(({ source, amount }) => [source, amount]));
  return { parts, total: gap.reduce((sum, { amount }) => sum + amount, 0), whole: estimate - row.claim, problems };
}

/** What was evaluated for a pair in a year, straight from the cells. */
function seen(payer: string, consequence: string, year: number) {
  const price = money.prices.find((p) => p.payer === payer && p.consequence === consequence && p.year === year);
  let [units, quarters] = [0, 0];
  effects.terms.forEach((term, k) => {
    const { outcome, group = 0, time = 0, n } = term;
    if (outcome !== consequence || time < group || Math.floor(time / 4) !== year) return;
    units -= n * effects.estimate[k];
    quarters += n;
  });
  const starters = quarters / 4;
  return { starters, effect: units / starters, price: price?.amount ?? 0, cashable: price?.cashable ?? 0 };
}

type Parts = NonNullable<ClaimRow["parts"]>;

/** A claim whose parts are those evaluated, changed. */
function claiming(change: (parts: Parts, row: ClaimRow) => Parts | undefined, cashable = false): MoneyFiles {
  return {
    ...money,
    claim: money.claim.map((row) => {
      const own = seen(row.payer, row.consequence, row.year);
      const parts = change({ ...own, cashable: cashable ? own.cashable : 1 }, row);
      if (parts === undefined) return row;
      return { ...row, parts, amount: parts.starters * parts.effect * parts.price * parts.cashable };
    }),
  };
}

// The study's starters where the claim's largest year holds as many.
const mature: StudyFacts = { starters: seen("Family", "placement", 2022).starters };
const small = (x: number | undefined, scale = 1e6) => expect(Math.abs(x ?? 0)).toBeLessThan(1e-9 * scale);

test("nothing differs, so there is no gap to split", () => {
  const { parts, whole } = gapOf(
    claiming((p) => p),
    {},
    {},
  );
  small(whole);
  expect(Object.keys(parts)).toEqual(["volume", "effect", "price", "timing", "cashability"]);
  for (const part of Object.values(parts)) small(part);
});

test.each([
  ["effect", {}, (p: Parts) => ({ ...p, effect: p.effect * 2 })],
  ["price", {}, (p: Parts) => ({ ...p, price: p.price + 300 })],
  ["timing", mature, (p: Parts, row: ClaimRow) => (row.year === 2022 ? p : { ...p, starters: p.starters / 2 })],
  ["volume", {}, (p: Parts) => ({ ...p, starters: p.starters * 3 })],
] as const)("where only %s differs, all of the gap is its", (source, known, change) => {
  const claim = claiming(change);
  const { parts, whole, problems } = gapOf(claim, {}, known);
  expect(Math.abs(whole)).toBeGreaterThan(1000);
  for (const name of ["volume", "effect", "price", "timing", "cashability", "notSeparable"]) {
    small((parts[name] ?? 0) - (name === source ? whole : 0), 1e7);
  }
  expect(problems).toEqual([]);
});

test("cashable shares: like against like for a cashable row, told where held against all avoided spending", () => {
  const all = claiming((p) => ({ ...p, cashable: 1 }), true);
  const { parts, whole, problems } = gapOf(all, { measure: "cashable" }, {});
  expect(whole).toBeLessThan(-1000);
  small((parts.cashability ?? 0) - whole);
  expect(problems).toEqual([]);
  const unlike = gapOf(
    claiming((p) => p, true),
    {},
    {},
  );
  small((unlike.parts.cashability ?? 0) - unlike.whole);
  expect(unlike.problems.map((p) => [p.code, p.params.payer, p.params.share])).toEqual([
    ["savings/claim-cashable-against-gross", "Family", 0.7],
    ["savings/claim-cashable-against-gross", "School", 0.5],
  ]);
});

test("parts sum to the gap, whatever is claimed, stated in parts or not, in every measure", () => {
  const factor = fc.double({ min: 0.1, max: 4, noNaN: true });
  const row = fc.option(fc.tuple(factor, factor, factor, fc.double({ min: 0.1, max: 1, noNaN: true })), { nil: undefined });
  const measure = fc.constantFrom("gross", "cashable", "net");
  const given = fc.record({ rows: fc.array(row, { minLength: 9, maxLength: 9 }), measure, told: fc.boolean() });
  fc.assert(
    fc.property(given, ({ rows, measure, told }) => {
      const claim = claiming((p, r) => {
        const f = rows[money.claim.indexOf(r)];
        return f && { starters: p.starters * f[0], effect: p.effect * f[1], price: p.price * f[2], cashable: f[3] };
      });
      const { parts, total, whole } = gapOf(claim, { measure }, told ? facts : {});
      small(total - whole, 1e7);
      const separable = measure !== "net" && rows.every((f) => f !== undefined);
      if (separable) expect(parts.notSeparable).toBeUndefined();
      if (rows.every((f) => f === undefined)) expect(Object.keys(parts)).toEqual(["notSeparable"]);
    }),
    { numRuns: 40 },
  );
});

test("an amount alone is not separable, for its own payer and year only", () => {
  const { parts, whole } = gapOf(
    claiming((p, row) => (row.payer === "State" ? undefined : p)),
    {},
    {},
  );
  const state = [2021, 2022, 2023].reduce((sum, year) => {
    const { starters, effect, price } = seen("State", "placement", year);
    return sum + starters * effect * price - 300_000;
  }, 0);
  small((parts.notSeparable ?? 0) - state);
  small(whole - state);
  const lump = claiming((p) => p).claim.filter((row) => row.year !== 2021 || row.payer !== "Family");
  const claim: ClaimRow[] = [...lump, { ...money.claim[0], consequence: "", amount: 1000 }];
  const first = seen("Family", "placement", 2021);
  small((gapOf({ ...money, claim }, {}, {}).parts.notSeparable ?? 0) - (first.starters * first.effect * first.price - 1000));
});

test("a net row's cost is not separable, since no claim row states it", () => {
  const { parts } = gapOf(
    claiming((p) => p),
    { measure: "net" },
    {},
  );
  small((parts.notSeparable ?? 0) + 1_200_000);
});

test("effects that are sums over a year need the study's person-years", () => {
  const terms = effects.terms.map((term) => ({ ...term, kind: "total" as const }));
  const claim = claiming((p) => ({ ...p, effect: p.effect * 2 }));
  const none = gapOf(claim, {}, {}, { ...effects, terms });
  expect(Object.keys(none.parts)).toEqual(["notSeparable"]);
  expect(new Set(none.problems.map((p) => p.code))).toEqual(new Set(["savings/gap-not-separable"]));
  const personYears = ["placement", "school"].flatMap((outcome) =>
    [2021, 2022, 2023].map((year) => ({ outcome, year, value: seen("Family", outcome, year).starters })),
  );
  const told = gapOf(claim, {}, { personYears }, { ...effects, terms });
  small((told.parts.effect ?? 0) - told.whole, 1e7);
});

test("before the claim's years are observed there is no gap", () => {
  const later = { ...money, claim: [...money.claim, { ...money.claim[0], year: 2024 }] };
  expect(gapOf(later).parts).toEqual({});
});
