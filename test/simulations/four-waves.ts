import { NEVER, type Panel } from "@kontrafakt/cohort";
import { naive, permutation, total, type WaveFit, waveEffects } from "@kontrafakt/effects";
import { CONTROL, type Comparison, type MatchingOptionsInput, matchWaves, TREATED } from "@kontrafakt/matching";
import { type FourWaves, makeFourWaves, REFERRAL, SMALL, STARTS } from "./four-waves-world.js";

/** The product's defaults, told only that a referral comes a quarter before the start. */
const riskSet: MatchingOptionsInput = { anticipation: REFERRAL };
/** History and base read before the last year: the other end of the bracket that is reported where starters are seen at a peak. */
const prePeak: MatchingOptionsInput = { ...riskSet, history: { gap: 4 } };
const entropy: MatchingOptionsInput = { ...riskSet, method: "entropy" };
/** With 60 starters there is room for few cells: one covariate, no days, some, many, very many in the last quarter and in the three before. */
const coarsened: MatchingOptionsInput = {
  ...riskSet,
  method: "coarsened",
  covariates: ["singleParent"],
  history: {
    windows: [
      [1, 1],
      [2, 4],
    ],
  },
  coarsening: { cuts: [0.5, 12, 30] },
};

/**
 * What each replication estimates: the programme's total change in days for the starters it analysed, in a world where the programme
 * changes nothing (`zero`) or takes its share (`effect`). Where nobody compared ever starts, the errors are the same in both.
 *
 * - `riskSet`: what the product does by default, estimand never. `prePeak`, `entropy` and `coarsened` are declared alternatives.
 * - `commonDate`: every starter taken to start with the first wave, matched and compared from that date.
 * - `keptAsUntreated`: later starters stay in the comparison after their own start, as if nothing had happened to them.
 * - `lookAhead`: the comparison of `riskSet` less everyone who starts later, at once: chosen by what happens afterwards.
 *
 * `small`: in the small municipality, where more of those compared start later.
 */
export const CASES = [
  { estimator: "riskSet", world: "zero", small: false },
  { estimator: "riskSet", world: "effect", small: false },
  { estimator: "prePeak", world: "zero", small: false },
  { estimator: "commonDate", world: "zero", small: false },
  { estimator: "keptAsUntreated", world: "effect", small: false },
  { estimator: "lookAhead", world: "zero", small: false },
  { estimator: "riskSet", world: "zero", small: true },
  { estimator: "riskSet", world: "effect", small: true },
  { estimator: "keptAsUntreated", world: "effect", small: true },
  { estimator: "lookAhead", world: "zero", small: true },
  { estimator: "entropy", world: "zero", small: true },
  { estimator: "coarsened", world: "zero", small: true },
] as const;
export type Case = (typeof CASES)[number];
/** What is kept of each case, in this order. */
export const FIELDS = ["estimate", "se", "df", "truth"] as const;
/**
 * What stands before them, of `riskSet` without the programme: starters matched, 1 where matching warned of a peak at referral, what
 * simpler figures say of those starters, and two permutation tests.
 */
export const HEAD = [
  "seed",
  "matched",
  "warned",
  "beforeAfter",
  "rest",
  "beforeAfterSmall",
  "restSmall",
  "pSaving",
  "pCost",
] as const;

/** HEAD, then the FIELDS of each of CASES. */
export type Row = readonly number[];

const OUTCOME = "days";
const DRAWS = 999;

/** A municipality with what `riskSet` makes of it without the programme. */
interface Municipality {
  readonly world: FourWaves;
  readonly matched: Comparison;
  readonly warned: boolean;
  readonly fit: WaveFit;
}

/** Makes two municipalities and estimates in them. Matching sees nothing after the start, and is the same with and without effect. */
export async function replicate(seed: number): Promise<Row> {
  const large = municipality(makeFourWaves(seed), seed);
  const small = municipality(makeFourWaves(seed, SMALL), seed);
  const estimates = CASES.flatMap((of) => {
    const { world, matched, fit } = of.small ? small : large;
    const panel = of.world === "zero" ? world.without : world.withProgramme;
    const comparison = comparisonOf(of, world.without, matched, seed);
    const found = comparison === matched && of.world === "zero" ? fit : waveEffects(panel, comparison);
    const { estimate, covariance, df } = total(found.effects, OUTCOME);
    // What the programme changed for the starters and quarters analysed: their before–after with it less that without.
    const beforeAfter = (given: Panel) => naive(given, comparison, found, OUTCOME).beforeAfter;
    return [estimate[0], Math.sqrt(covariance[0]), df[0], beforeAfter(panel) - beforeAfter(world.without)];
  });
  const simple = naive(large.world.without, large.matched, large.fit, OUTCOME);
  const simpleSmall = naive(small.world.without, small.matched, small.fit, OUTCOME);
  const cost = Float64Array.from(large.fit.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
  const saving = cost.map((w) => -w);
  const head = [
    seed,
    large.matched.role.reduce((n, r) => n + r, 0),
    large.warned ? 1 : 0,
    simple.beforeAfter,
    simple.treatedVersusRest,
    simpleSmall.beforeAfter,
    simpleSmall.treatedVersusRest,
    (await permutation(large.fit, saving, { seed }, DRAWS)).p,
    (await permutation(large.fit, cost, { seed }, DRAWS)).p,
  ];
  return [...head, ...estimates].map(rounded);
}

function municipality(world: FourWaves, seed: number): Municipality {
  const { comparison: matched, problems } = matchWaves(world.without, riskSet, { seed });
  const warned = problems.some((p) => p.code === "matching/peak-at-referral");
  return { world, matched, warned, fit: waveEffects(world.without, matched) };
}

function comparisonOf({ estimator }: Case, panel: Panel, matched: Comparison, seed: number): Comparison {
  switch (estimator) {
    case "riskSet":
      return matched;
    case "prePeak":
      return matchWaves(panel, prePeak, { seed }).comparison;
    case "commonDate":
      return matchWaves(pooled(panel), riskSet, { seed }).comparison;
    case "keptAsUntreated":
      return asUntreated(matched);
    case "lookAhead":
      return withoutLater(matched, panel);
    case "entropy":
      return matchWaves(panel, entropy, { seed }).comparison;
    case "coarsened":
      return matchWaves(panel, coarsened, { seed }).comparison;
  }
}

/** To a millionth of a day, which halves the file. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Everyone who ever starts taken to start with the first wave. */
function pooled(panel: Panel): Panel {
  return { ...panel, firstTreated: panel.firstTreated.map((start) => (start === NEVER ? NEVER : STARTS[0])) };
}

/** A comparison in which nobody's own start counts. */
function asUntreated(comparison: Comparison): Comparison {
  return { ...comparison, until: comparison.until.map(() => NEVER), uncensored: comparison.uncensored.map(() => 1) };
}

/** A comparison less the controls who start later; sets left without anyone go, the rest share their set's weight. */
function withoutLater(comparison: Comparison, panel: Panel): Comparison {
  const { unit, set, role, weight, waves } = comparison;
  const left = new Map<number, number>();
  set.forEach((s, k) => {
    if (role[k] === CONTROL && panel.firstTreated[unit[k]] === NEVER) left.set(s, (left.get(s) ?? 0) + weight[k]);
  });
  const place = new Map([...left.keys()].map((s, k) => [s, k]));
  const stays = (_: number, k: number) => left.has(set[k]) && (role[k] === TREATED || panel.firstTreated[unit[k]] === NEVER);
  const rows = Array.from(unit.keys()).filter((k) => stays(0, k));
  return {
    ...comparison,
    unit: unit.filter(stays),
    wave: comparison.wave.filter(stays),
    set: Int32Array.from(rows, (k) => place.get(set[k])!),
    role: role.filter(stays),
    weight: Float64Array.from(rows, (k) => (role[k] === TREATED ? 1 : weight[k] / left.get(set[k])!)),
    start: comparison.start.filter(stays),
    until: comparison.until.filter(stays),
    score: comparison.score.filter(stays),
    uncensored: new Float64Array(rows.length * waves.length).fill(1),
  };
}

/** A value of HEAD over the rows. */
export function head(rows: readonly Row[], name: (typeof HEAD)[number]): number[] {
  const at = HEAD.indexOf(name);
  return rows.map((row) => row[at]);
}

/** One field of one case over the rows. */
export function column(rows: readonly Row[], of: Case, field: (typeof FIELDS)[number]): number[] {
  const at = HEAD.length + CASES.indexOf(of) * FIELDS.length + FIELDS.indexOf(field);
  return rows.map((row) => row[at]);
}
