import { KontrafaktError, type PeriodUnit, problem, yearOfPeriod } from "@kontrafakt/base";
import { combine, type Effects, type Term } from "@kontrafakt/effects";
import { messages } from "./messages.js";

/** Change in units of each consequence in each year, summed over matched starters. */
export interface PersonSums {
  /** Term c·Y + y is Σ_{g, t≥g, year(t)=y} n_gt·ATT_c(g,t); a year without cells is 0 with variance 0. */
  readonly effects: Effects;
  /** The cells added up, still by wave, since degrees of freedom of a figure come from its waves. */
  readonly cells: Effects;
  /** Index of each cell among the terms it was taken from. */
  readonly from: Int32Array;
  /** Sum c·Y + y that each cell belongs to, and its n_gt. */
  readonly sumOf: Int32Array;
  readonly n: Float64Array;
  readonly consequences: readonly string[];
  readonly years: readonly number[];
  /** C × Y: 1 where the year has cells. */
  readonly used: Uint8Array;
  /** Cells left out because they have no estimate. */
  readonly withoutEstimate: number;
}

/** Cells that carry an effect in the time after the start, or sums of them over a wave and year (`n` 1), as results.json holds them. */
function isEffectCell(term: Term): boolean {
  if (
    (term.kind !== "cell" && term.kind !== "total") ||
    term.scale !== "difference" ||
    term.group === undefined ||
    term.time === undefined
  )
    return false;
  return term.time >= term.group && term.n > 0;
}

/**
 * Adds up the cells of the priced consequences. The people are given: n_gt carries no uncertainty.
 *
 * @param consequences outcomes to keep, in the order wanted; those without cells are left out
 * @param firstYear lets the years begin before the first cell (programme cost paid earlier)
 * @param lastYear last observed calendar year; no year after it exists
 * @throws `savings/no-cells`
 */
export function personSums(
  effects: Effects,
  consequences: readonly string[],
  unit: PeriodUnit,
  firstYear: number,
  lastYear: number,
): PersonSums {
  const width = effects.terms.length;
  const all = effects.terms
    .map((term, index) => ({ term, index, year: yearOfPeriod(term.time ?? Number.NaN, unit) }))
    .filter(({ term }) => isEffectCell(term) && consequences.includes(term.outcome));
  const cells = all.filter(({ index }) => Number.isFinite(effects.estimate[index]));
  if (cells.length === 0) {
    throw new KontrafaktError([problem("savings/no-cells", "error", {}, { priced: consequences.join(", ") })], messages);
  }
  const kept = consequences.filter((c) => cells.some(({ term }) => term.outcome === c));
  const first = Math.min(firstYear, ...cells.map(({ year }) => year));
  const last = Math.max(lastYear, ...cells.map(({ year }) => year));
  const years = Array.from({ length: last - first + 1 }, (_, y) => first + y);
  const rows = kept.length * years.length;
  const sumOf = Int32Array.from(cells, ({ term, year }) => kept.indexOf(term.outcome) * years.length + year - first);
  const n = Float64Array.from(cells, ({ term }) => term.n);
  const choose = new Float64Array(cells.length * width);
  const add = new Float64Array(rows * cells.length);
  const used = new Uint8Array(rows);
  cells.forEach(({ index }, i) => {
    choose[i * width + index] = 1;
    add[sumOf[i] * cells.length + i] = n[i];
    used[sumOf[i]] = 1;
  });
  const terms = Array.from(used, (_, row): Term => {
    const outcome = kept[Math.floor(row / years.length)];
    const own = cells.filter((_, i) => sumOf[i] === row).map(({ term }) => term);
    const unitOf = cells.find(({ term }) => term.outcome === outcome)?.term.unit ?? "";
    const size = {
      n: Math.max(0, ...own.map((term) => term.n)),
      controls: Math.max(0, ...own.map((term) => term.controls)),
      personPeriods: own.reduce((sum, term) => sum + term.n, 0),
    };
    return { outcome, unit: unitOf, kind: "total", scale: "difference", time: years[row % years.length], ...size };
  });
  const chosen = combine(
    effects,
    choose,
    cells.map(({ term }) => term),
  );
  return {
    effects: combine(chosen, add, terms),
    cells: chosen,
    from: Int32Array.from(cells, ({ index }) => index),
    sumOf,
    n,
    consequences: kept,
    years,
    used,
    withoutEstimate: all.length - cells.length,
  };
}

/** Σ_i w_i·(person sum i) as weights on the cells. */
export function cellWeights(sums: PersonSums, weights: Float64Array): Float64Array {
  return sums.n.map((n, i) => n * weights[sums.sumOf[i]]);
}
