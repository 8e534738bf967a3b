import { KontrafaktError, type Periods, problem, yearOfPeriod } from "@kontrafakt/base";
import { combine, type Effects, type Term } from "@kontrafakt/effects";
import { messages } from "../messages.js";
import { type Assumption, courseIndex, persistenceFactors } from "../persistence/assumption.js";
import { startingShares } from "../persistence/starting-shares.js";

/** Change in units of each consequence in each year, summed over matched starters. */
export interface PersonSums {
  /** Term c·Y + y is Σ_{g, t≥g, year(t)=y} n_gt·ATT_c(g,t); a year without cells is 0 with variance 0. */
  readonly effects: Effects;
  /** The cells added up, still by wave, since degrees of freedom of a figure come from its waves. */
  readonly cells: Effects;
  /** Index of each cell among the terms it was taken from. */
  readonly from: Int32Array;
  /** What the sums are made of: `weight` times cell `cell` is in sum `row` (n_gt; after the window, n_gt times what is assumed to be left). */
  readonly parts: { readonly cell: Int32Array; readonly row: Int32Array; readonly weight: Float64Array };
  readonly consequences: readonly string[];
  /** Calendar year of each column, ascending; a year that was observed in part may stand twice, its assumed part second. */
  readonly years: readonly number[];
  /** Y: 1 for columns after the window. */
  readonly assumed: Uint8Array;
  /** C: person sum of one period where the window ends, the mean of its last year (`startingShares`): what persistence starts from. */
  readonly level: Float64Array;
  /** C × Y: 1 where the column has cells. */
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
 * Adds up the cells of the priced consequences. The people are given: n_gt carries no uncertainty. After the window a column is
 * Σ_g (mean of n_gt·ATT_c(g,t) over the window's last year) × periods × what is assumed to be left.
 *
 * @param consequences outcomes to keep, in the order wanted; those without cells are left out
 * @param firstYear lets the years begin before the first cell (programme cost paid earlier)
 * @param lastYear last observed calendar year
 * @param assumption what goes on after the window; absent = no year after it exists
 * @throws `savings/no-cells`
 */
export function personSums(
  effects: Effects,
  consequences: readonly string[],
  periods: Periods,
  firstYear: number,
  lastYear: number,
  assumption?: Assumption,
): PersonSums {
  const width = effects.terms.length;
  const all = effects.terms
    .map((term, index) => ({ term, index, year: yearOfPeriod(term.time ?? Number.NaN, periods.unit) }))
    .filter(({ term }) => isEffectCell(term) && consequences.includes(term.outcome));
  const cells = all.filter(({ index }) => Number.isFinite(effects.estimate[index]));
  if (cells.length === 0) {
    throw new KontrafaktError([problem("savings/no-cells", "error", {}, { priced: consequences.join(", ") })], messages);
  }
  const kept = consequences.filter((c) => cells.some(({ term }) => term.outcome === c));
  const first = Math.min(firstYear, ...cells.map(({ year }) => year));
  const last = Math.max(lastYear, ...cells.map(({ year }) => year));
  const columns = assumption?.columns ?? [];
  const observed = last - first + 1;
  const years = [...Array.from({ length: observed }, (_, y) => first + y), ...columns.map(({ year }) => year)];
  const Y = years.length;
  const n = Float64Array.from(cells, ({ term }) => term.n);
  const rowOf = (term: Term, y: number) => kept.indexOf(term.outcome) * Y + y;
  const cell = cells.map((_, i) => i);
  const row = cells.map(({ term, year }) => rowOf(term, year - first));
  const weight = [...n];
  const shares = startingShares(
    cells.map(({ term }) => term),
    periods,
  );
  const factors = assumption?.courses.map(({ course }) => persistenceFactors(assumption, course)) ?? [];
  cells.forEach(({ term }, i) => {
    if (assumption === undefined || shares[i] === 0) return;
    const left = factors[courseIndex(assumption, term.outcome)];
    columns.forEach((column, a) => {
      if (left[a] === 0) return;
      cell.push(i);
      row.push(rowOf(term, observed + a));
      weight.push(n[i] * shares[i] * column.periods * left[a]);
    });
  });
  const choose = new Float64Array(cells.length * width);
  const add = new Float64Array(kept.length * Y * cells.length);
  const used = new Uint8Array(kept.length * Y);
  const level = new Float64Array(kept.length);
  cells.forEach(({ index, term }, i) => {
    choose[i * width + index] = 1;
    level[kept.indexOf(term.outcome)] += n[i] * shares[i] * effects.estimate[index];
  });
  cell.forEach((i, p) => {
    add[row[p] * cells.length + i] = weight[p];
    used[row[p]] = 1;
  });
  const chosen = combine(
    effects,
    choose,
    cells.map(({ term }) => term),
  );
  return {
    effects: combine(chosen, add, sumTerms(cells, cell, row, kept, years)),
    cells: chosen,
    from: Int32Array.from(cells, ({ index }) => index),
    parts: { cell: Int32Array.from(cell), row: Int32Array.from(row), weight: Float64Array.from(weight) },
    consequences: kept,
    years,
    assumed: Uint8Array.from(years, (_, y) => (y < observed ? 0 : 1)),
    level,
    used,
    withoutEstimate: all.length - cells.length,
  };
}

function sumTerms(
  cells: readonly { readonly term: Term }[],
  cell: readonly number[],
  row: readonly number[],
  kept: readonly string[],
  years: readonly number[],
): Term[] {
  const Y = years.length;
  const own = Array.from({ length: kept.length * Y }, (): Term[] => []);
  cell.forEach((i, p) => {
    own[row[p]].push(cells[i].term);
  });
  return own.map((terms, r) => {
    const outcome = kept[Math.floor(r / Y)];
    const unit = cells.find(({ term }) => term.outcome === outcome)?.term.unit ?? "";
    const size = {
      n: Math.max(0, ...terms.map((term) => term.n)),
      controls: Math.max(0, ...terms.map((term) => term.controls)),
      personPeriods: terms.reduce((sum, term) => sum + term.n, 0),
    };
    return { outcome, unit, kind: "total", scale: "difference", time: years[r % Y], ...size };
  });
}

/** Σ_i w_i·(person sum i) as weights on the cells. */
export function cellWeights(sums: PersonSums, weights: Float64Array): Float64Array {
  const { cell, row, weight } = sums.parts;
  const out = new Float64Array(sums.cells.terms.length);
  for (let i = 0; i < cell.length; i++) if (weights[row[i]] !== 0) out[cell[i]] += weight[i] * weights[row[i]];
  return out;
}
