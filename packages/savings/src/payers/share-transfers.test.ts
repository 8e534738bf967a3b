import { stream } from "@kontrafakt/numerics";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Account, openAccount } from "../account/account.js";
import { combination } from "../account/figure.js";
import { accountDraws } from "../draws/money-draws.js";
import type { CostRow, PriceRow } from "../savings-value.js";
import { periods, smallEffects, smallMoney, smallOptions } from "../small-study.fixture.js";
import { bottomLine } from "./bottom-line.js";
import type { PayerDraws } from "./payer-gains.js";
import { shareTransfers } from "./share-transfers.js";

const near = (found: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));

const origin = { file: "prices.csv", row: 2 };
const row = (payer: string, consequence: string, amount: number, more: Partial<PriceRow> = {}): PriceRow[] =>
  [2021, 2022, 2023].map((year) => ({
    consequence,
    payer,
    year,
    unit: "days",
    amount,
    priceYear: 2024,
    cashable: 1,
    source: "",
    origin,
    ...more,
  }));
const cost = (payer: string, actual: number): CostRow => ({
  year: 2021,
  payer,
  planned: actual,
  actual,
  priceYear: 2024,
  origin,
});

async function shared(
  prices: readonly PriceRow[],
  costs: readonly CostRow[],
  payers: Record<string, unknown> = {},
  persistence = {},
) {
  const options = smallOptions({ payers, draws: 1000, persistence });
  const account = openAccount(smallEffects(), smallMoney({ prices, costs }), options, periods, {});
  const drawn = await accountDraws(account, 1000, { seed: 1 });
  return { account, drawn, ...shareTransfers(account, drawn, { seed: 1 }) };
}

/** Draws by hand, few and quick: every person sum anew, prices fixed. */
function fewDraws({ sums, prices, payers }: Account, D = 20): PayerDraws {
  const random = stream(1, "test/few-draws", 0);
  const { estimate } = sums.effects;
  const Y = sums.years.length;
  const effect = Float64Array.from(
    { length: estimate.length * D },
    (_, i) => estimate[Math.floor(i / D)] * (1 + 0.3 * random.normal()),
  );
  const gross = Array.from({ length: payers.length * Y }, (_, at) =>
    Float64Array.from({ length: D }, (_, d) =>
      sums.consequences.reduce(
        (sum, _, c) => sum - effect[(c * Y + (at % Y)) * D + d] * prices.amount[c * payers.length * Y + at],
        0,
      ),
    ),
  );
  return { draws: { kind: "draws", draws: D, effect, df: 29, inputs: [], rank: new Float64Array(0) }, gross };
}

const effects = smallEffects();

const prices = [
  ...row("Family", "placement", 1000, { low: 700, high: 1500 }),
  ...row("State", "placement", 450),
  ...row("School", "school", 200),
];
const costs = [cost("Family", 2_500_000), cost("School", 500_000)];

test("transfers sum to 0 and the rest to the net, under every rule, for random accounts", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 3, maxLength: 3 }),
      fc.array(fc.integer({ min: 0, max: 4_000_000 }), { minLength: 3, maxLength: 3 }),
      (p, c) => {
        const rows = [...row("A", "placement", p[0]), ...row("B", "school", p[1]), ...row("C", "placement", p[2])];
        const money = smallMoney({ prices: rows, costs: ["A", "B", "C"].map((payer, k) => cost(payer, c[k])) });
        const account = openAccount(effects, money, smallOptions(), periods);
        const { transfers } = shareTransfers(account, fewDraws(account), { seed: 1 });
        for (const rule of new Set(transfers.map((t) => t.rule))) {
          const own = transfers.filter((t) => t.rule === rule);
          expect(own).toHaveLength(3);
          expect(Math.abs(own.reduce((sum, t) => sum + t.transfer.estimate, 0))).toBeLessThan(1e-3);
          for (const t of own) near(t.after.estimate, t.net.estimate + t.transfer.estimate, 1e-6);
        }
      },
    ),
    { numRuns: 20 },
  );
});

test("what is assumed after the window is shared too, apart from what was observed", async () => {
  const { account, transfers, payerShares } = await shared(prices, costs, {}, { form: "constant", years: 2, source: "test" });
  expect(new Set(payerShares.map((s) => s.horizon))).toEqual(new Set(["observed", "withAssumed"]));
  for (const t of transfers) {
    const own = bottomLine(account, { account: "payer", payer: t.payer, horizon: t.horizon, discounted: true });
    near(t.net.estimate, combination(account, own.weights).estimate - own.cost);
  }
  const of = (horizon: string) => transfers.find((t) => t.horizon === horizon && t.payer === "State")?.net.estimate ?? 0;
  expect(of("withAssumed")).toBeGreaterThan(of("observed") * 1.2);
});

test("nets are each payer's discounted net; byCost is the share of the total's net, with its own standard error", async () => {
  const { account, transfers, payerShares, problems } = await shared(prices, costs);
  const whole = bottomLine(account, { account: "public", payer: null, horizon: "observed", discounted: true });
  const all = combination(account, whole.weights);
  for (const t of transfers.filter(({ rule }) => rule === "byCost")) {
    const own = bottomLine(account, { account: "payer", payer: t.payer, horizon: "observed", discounted: true });
    const gain = combination(account, own.weights);
    near(t.net.estimate, gain.estimate - own.cost);
    near(t.net.se, gain.se);
    const share = own.cost / whole.cost;
    near(t.after.estimate, share * (all.estimate - whole.cost));
    near(t.after.se, share * all.se);
    near(payerShares.find((s) => s.payer === t.payer)?.cost ?? 0, share);
    near(payerShares.find((s) => s.payer === t.payer)?.gain ?? 0, gain.estimate / all.estimate);
  }
  expect(problems).toEqual([]);
  expect(new Set(transfers.map((t) => t.rule))).toEqual(new Set(["makeWhole", "byCost", "byGain", "shapley"]));
});

test("a rule acts on each draw: the interval is the quantiles of what a plain loop over draws gives", async () => {
  const { account, drawn, transfers } = await shared(prices, costs);
  const lines = account.payers.map((payer) =>
    bottomLine(account, { account: "payer", payer, horizon: "observed", discounted: true }),
  );
  const D = drawn.draws.draws;
  const after: number[] = [];
  for (let d = 0; d < D; d++) {
    const nets = lines.map(({ weights, cost: c }) => {
      let gain = 0;
      for (let i = 0; i < weights.length; i++) gain += weights[i] * drawn.draws.effect[i * D + d];
      return gain - c;
    });
    const sum = nets.reduce((a, b) => a + b, 0);
    const losses = nets.reduce((a, b) => a - Math.min(0, b), 0);
    const whole = lines.reduce((a, l) => a + l.cost, 0);
    after.push(sum < 0 ? sum * (lines[0].cost / whole) : nets[0] <= 0 ? 0 : nets[0] - (losses * nets[0]) / (sum + losses));
  }
  after.sort((a, b) => a - b);
  const found = transfers.find((t) => t.rule === "makeWhole" && t.payer === "Family");
  const at = (p: number) => after[Math.floor((D - 1) * p)];
  expect(found?.after.lower).toBeGreaterThanOrEqual(at(0.025) - 1e-6);
  expect(found?.after.lower).toBeLessThanOrEqual(at(0.027));
  expect(found?.after.upper).toBeGreaterThanOrEqual(at(0.975) - 1e-6);
  expect(found?.after.upper).toBeLessThanOrEqual(at(0.977) + 1e-6);
});

test("citizens are no party; a payer nobody has a price for is left out and named", async () => {
  const { transfers, payerShares, problems } = await shared(
    [...prices, ...row("Citizen", "placement", 100), ...row("Region", "placement", Number.NaN)],
    costs,
    { Citizen: { kind: "citizen" }, Region: { kind: "region" } },
  );
  expect(new Set(transfers.map((t) => t.payer))).toEqual(new Set(["Family", "State", "School"]));
  expect(problems.map((p) => [p.code, p.params])).toEqual([["savings/transfers-not-measured", { payers: "Region" }]]);
  expect(payerShares.find((s) => s.payer === "Region")).toMatchObject({ cost: 0, gain: Number.NaN });
  expect(payerShares.find((s) => s.payer === "Citizen")?.gain).toBeGreaterThan(0);
});

test("a loss is shared by cost and said; without cost only rules that need none are left; one payer has nobody to settle with", async () => {
  const loss = await shared(prices, [cost("Family", 2e8), cost("School", 1e8)]);
  expect(loss.problems.map((p) => p.code)).toEqual(["savings/transfers-net-loss"]);
  const after = (rule: string) => loss.transfers.filter((t) => t.rule === rule).map((t) => t.after.estimate);
  after("makeWhole").forEach((value, k) => {
    near(value, after("byCost")[k]);
  });
  const free = await shared(prices, []);
  expect(free.problems.map((p) => p.code)).toEqual(["savings/transfers-without-cost"]);
  expect(new Set(free.transfers.map((t) => t.rule))).toEqual(new Set(["makeWhole", "byGain", "shapley"]));
  for (const t of free.transfers) near(t.transfer.estimate, 0, 1e-6);
  const neither = await shared(
    prices.map((p) => ({ ...p, amount: p.payer === "School" ? p.amount : 0, low: 0, high: 2000 })),
    [],
  );
  for (const t of neither.transfers) expect(Number.isFinite(t.after.lower + t.after.upper + t.after.se)).toBe(true);
  const one = await shared(row("Family", "placement", 1000), [cost("Family", 1000)]);
  expect(one.transfers).toEqual([]);
  expect(one.payerShares).toEqual([{ payer: "Family", kind: "municipality", horizon: "observed", cost: 1, gain: 1 }]);
});
