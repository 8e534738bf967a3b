import { type Effects, evidenceTest, waveEffects } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import {
  type DrawnFigures,
  type MoneyFiles,
  moneyDraws,
  primaryWeights,
  type SavingsOptions,
  savingsOptions,
  type VerdictCode,
  verify,
} from "@kontrafakt/savings";
import { atAmounts, drawPrices, PAYERS, PRICES } from "./prices.js";
import { makeWorld, periods, type World, YEARS } from "./world.js";

/** Whose money is covered: all payers together, then each. */
export const FIGURES = ["total", ...PAYERS] as const;
/** What is made of the covariance: as it is; no covariance between outcomes; none between cells either. */
export const COVARIANCES = ["joint", "outcomesApart", "cellsApart"] as const;
/** Claims as multiples of the expected saving of a programme that works. */
export const CLAIMS = { works: [1.000001, 1.1, 1.25, 1.5], none: [0.000001, 0.25, 0.5, 1] } as const;
/** Verdict codes by number, as rows keep them. */
export const VERDICTS: readonly VerdictCode[] = [
  "reached",
  "in-line",
  "smaller",
  "below-claim",
  "cannot-tell",
  "extra-cost",
  "too-early",
];

/** Intervals are made for the first of so many seeds, those without parts of the covariance for the first of so many more. */
export const EVERY = { intervals: 2, apart: 8 } as const;
/** Draws of a replication's intervals: their limits then miss 2.5% by half a point either way, which costs coverage a fifth of a point. */
const DRAWS = 1000;
const PERMUTATIONS = 999;

/**
 * The seed; then, of the programme that works: for each figure its estimate at fixed prices and the truth at those, and for each covariance
 * which side of the interval with uncertain prices the truth at the drawn prices is (−1 below, 0 in it, 1 above); the verdict on each claim;
 * then the verdicts on each claim where the programme does nothing. NaN: not made.
 */
export type Row = readonly number[];

/** Makes a study with a programme that works and one with a programme that does nothing; intervals of the first by `EVERY`. */
export async function replicate(seed: number): Promise<Row> {
  const row = [seed];
  const works = makeWorld(seed, true);
  const fit = waveEffects(works.panel, works.comparison);
  row.push(...(await intervals(works, fit.effects, seed, seed % EVERY.intervals === 1)));
  const expected = atAmounts(works.fewer).reduce((a, b) => a + b, 0);
  row.push(
    ...(await verdicts(
      fit,
      CLAIMS.works.map((m) => m * expected),
      seed,
    )),
  );
  const none = makeWorld(seed, false);
  row.push(
    ...(await verdicts(
      waveEffects(none.panel, none.comparison),
      CLAIMS.none.map((m) => m * expected),
      seed,
    )),
  );
  return row.map((v, at) => (at === 0 ? v : Number(v.toPrecision(8))));
}

async function intervals({ fewer }: World, effects: Effects, seed: number, wanted: boolean): Promise<number[]> {
  if (!wanted) return new Array<number>(FIGURES.length * (2 + COVARIANCES.length)).fill(Number.NaN);
  const truth = withTotal(drawPrices(stream(seed, "test/savings/prices", 0))(fewer));
  const atFixed = withTotal(atAmounts(fewer));
  const drawn: (DrawnFigures | undefined)[] = [];
  for (const kind of COVARIANCES) {
    const made = kind === "joint" || seed % EVERY.apart === 1;
    const effectsAs = made ? withCovariance(effects, kind) : effects;
    drawn.push(made ? await moneyDraws(effectsAs, moneyOf(0), options, periods, { seed }) : undefined);
  }
  const estimates = withTotal(atAmounts(unitsFewer(effects)));
  return FIGURES.flatMap((payer, i) => [
    estimates[i],
    atFixed[i],
    ...drawn.map((figures) => {
      if (figures === undefined) return Number.NaN;
      const bounds = figures.intervals.get(
        JSON.stringify(["gross", "observed", null, payer === "total" ? null : payer, null, false]),
      );
      if (bounds === undefined) throw new Error(`no interval of ${payer}`);
      return truth[i] < bounds[0] ? -1 : truth[i] > bounds[1] ? 1 : 0;
    }),
  ]);
}

/** The verdict on each claim, with the test that must agree before a saving counts as shown. */
async function verdicts(fit: ReturnType<typeof waveEffects>, claims: readonly number[], seed: number): Promise<number[]> {
  const { effects } = fit;
  const judge = (claim: number, evidence?: { p: number; exact: boolean; draws: number }) =>
    verify(effects, moneyOf(claim), options, periods, {
      caps: [],
      design: { se: Number.NaN },
      ...(evidence && { evidence: { ...evidence, method: "set", null: "sharp" } as const }),
    }).verification;
  const first = judge(claims[0]);
  // Without a lower limit above 0 the test is not asked.
  if (!(first.evaluated.lower > 0)) return claims.map((claim) => VERDICTS.indexOf(judge(claim).verdict));
  const weights = primaryWeights(effects, moneyOf(claims[0]), options, periods);
  const { p, exact, draws } = await evidenceTest(fit, weights, { seed }, { draws: PERMUTATIONS });
  return claims.map((claim) => VERDICTS.indexOf(judge(claim, { p, exact, draws }).verdict));
}

const options: SavingsOptions = savingsOptions.parse({
  currency: "DKK",
  priceYear: 2022,
  prices: { file: "prices.csv" },
  programmeCost: { file: "cost.csv" },
  claim: { file: "claim.csv" },
  discount: { rate: 0.035, baseYear: 2021, source: "test" },
  draws: DRAWS,
});

/** A claim of the same amount each year, of one payer: all are summed over. */
function moneyOf(claim: number): MoneyFiles {
  const origin = { file: "claim.csv", row: 2 };
  const rows = YEARS.flatMap((year) =>
    PAYERS.map((payer) => ({
      year,
      payer,
      consequence: "",
      amount: claim / YEARS.length / PAYERS.length,
      priceYear: 2022,
      origin,
    })),
  );
  return { kind: "money-files", prices: PRICES, costs: [], claim: rows, budget: [], problems: [] };
}

function withCovariance(effects: Effects, kind: (typeof COVARIANCES)[number]): Effects {
  if (kind === "joint") return effects;
  const K = effects.terms.length;
  const covariance = effects.covariance.map((v, at) => {
    const [i, j] = [Math.floor(at / K), at % K];
    const kept = kind === "cellsApart" ? i === j : effects.terms[i].outcome === effects.terms[j].outcome;
    return kept ? v : 0;
  });
  return { ...effects, covariance, basis: { kind: "covariance-only" } };
}

/** Units fewer by outcome and year, added up from the cells. */
function unitsFewer({ terms, estimate }: Effects): Float64Array {
  const names = [...new Set(terms.map((t) => t.outcome))];
  const out = new Float64Array(names.length * YEARS.length);
  terms.forEach(({ kind, outcome, group, time, n }, k) => {
    if (kind !== "cell" || group === undefined || time === undefined || time < group) return;
    out[names.indexOf(outcome) * YEARS.length + Math.floor(time / 4) - YEARS[0]] -= n * estimate[k];
  });
  return out;
}

const withTotal = (payers: Float64Array): number[] => [payers.reduce((a, b) => a + b, 0), ...payers];
