import type { InfluenceOf } from "./cell-influence.js";
import { sharesByAtom } from "./cluster-shares.js";
import { type RowGrouping, rowGroupings } from "./row-grouping.js";
import { satterthwaite } from "./satterthwaite.js";
import { slopesFactor } from "./unit-influence.js";
import type { WaveDesign } from "./wave-design.js";
import { adjustedChange, type EventCell, type EventFit } from "./wave-event.js";
import { weightDerivative } from "./weight-derivative.js";
import { weightedMean } from "./weighted-mean.js";

/**
 * Influence by cluster where matched sets cross clusters. With w a row's weight at the event time, W₁ and W₀ the arms' weights and m₁ and m₀
 * their adjusted mean changes, a treated row puts in w(Δ − m₁)/W₁ and a control −w(Δ − m₀)/W₀ less the gap in covariates times its part in the
 * slopes. Sets are left aside: what their controls have in common with the controls of other sets would not be seen in differences within
 * sets. Each arm has the factor of its weighted mean by cluster (`weightedMean`), all of it √(N/(N − p)) for p slopes, N the effective
 * controls at the event time. Degrees of freedom: those of the arms, each Bell & McCaffrey's by cluster, weighed by what the
 * arms put into the variance were people independent and alike. Weights that
 * were estimated add their part as in `unitInfluence`.
 *
 * Where clusters and sets are both counted, the same also by set and by cluster and set; degrees of freedom are those of the clusters. With `asDid`
 * no factors. Sources: Bell & McCaffrey 2002; Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136.
 */
export function crossedInfluence(design: WaveDesign, outcome: number, fit: EventFit, asDid: boolean): InfluenceOf {
  const { atoms, estimation } = design;
  const P = estimation?.parameters ?? 0;
  const p = fit.slopes.length;
  const groupings = rowGroupings(atoms);
  const scale = asDid ? 1 : slopesFactor(fit.weight, p);
  const slopes = groupings.map((by) => slopesBy(fit, by));
  const derivativeOf = weightDerivative(design, outcome, fit);
  const byAtom: RowGrouping = { of: atoms.ofRow, count: atoms.count };
  const tallies = groupings.map(({ count }) => sharesByAtom(count));
  return (c) => {
    const cell = fit.cells[c];
    const rows = cellRows(design, outcome, fit, cell);
    const derivative = derivativeOf(cell);
    const finished = (column: Float64Array, m: number, set?: Int32Array) => {
      column.forEach((_, a) => {
        for (let l = 0; l < p; l++) column[a] -= scale * cell.gap[l] * slopes[m][a * p + l];
      });
      for (let a = 0; P > 0 && a < atoms.count; a++)
        for (let k = 0; k < P; k++) column[set ? set[a] : a] += estimation!.influence[a * P + k] * derivative[k];
      return column;
    };
    const found = groupings.map((by, m) => armFactors(rows, by, tallies[m], asDid));
    const [first, second, both] = found;
    if (!first || (groupings.length > 1 && !(second && both))) return undefined;
    const column = finished(summed(rows, first, byAtom, scale), groupings.length - 1);
    const told = { column, df: cellDegrees(rows, first), arms: first.df, modelled: modelledParts(design, rows) };
    if (!second || !both) return told;
    return {
      ...told,
      crossed: {
        bySet: finished(summed(rows, second, groupings[1], scale), 1, atoms.crossed!.crossing!.of[1]),
        byBoth: finished(summed(rows, both, byAtom, scale), 2),
      },
    };
  };
}

interface Arm {
  readonly rows: Int32Array;
  /** Weights that sum to 1, and what each row puts in. */
  readonly share: Float64Array;
  readonly part: Float64Array;
}

interface CellRows {
  readonly treated: Arm;
  readonly controls: Arm;
}

/** What the comparison rows of each group, of all waves, put into the slopes: groups × slopes. */
function slopesBy({ comparison, slopes, slopeInfluence }: EventFit, { of, count }: RowGrouping): Float64Array {
  const p = slopes.length;
  const out = new Float64Array(count * p);
  comparison.forEach((r, j) => {
    for (let l = 0; l < p; l++) out[of[r] * p + l] += slopeInfluence[j * p + l];
  });
  return out;
}

function cellRows(design: WaveDesign, outcome: number, fit: EventFit, cell: EventCell): CellRows {
  const { firstTreated, lastTreated, firstRow, lastRow, total, scale, comparisonMean, att } = cell;
  const arm = (rows: Int32Array, weight: Float64Array, all: number, mean: number, sign: number): Arm => {
    const share = weight.map((w) => w / all);
    const part = share.map((s, i) => sign * s * (adjustedChange(design, outcome, fit.gamma, rows[i], cell.time) - mean));
    return { rows, share, part };
  };
  return {
    treated: arm(
      fit.treated.subarray(firstTreated, lastTreated),
      fit.treatedWeight.subarray(firstTreated, lastTreated),
      total,
      att + comparisonMean,
      1,
    ),
    controls: arm(
      fit.comparison.subarray(firstRow, lastRow),
      fit.weight.subarray(firstRow, lastRow),
      total / scale,
      comparisonMean,
      -1,
    ),
  };
}

/** Factor of each row by arm, and degrees of freedom of each arm's variance. */
interface ArmFactors {
  readonly treated: Float64Array;
  readonly controls: Float64Array;
  readonly df: { readonly treated: number; readonly controls: number };
}

type Tally = ReturnType<typeof sharesByAtom>;

/** Undefined where an arm rests on fewer than two groups. */
function armFactors({ treated, controls }: CellRows, by: RowGrouping, tally: Tally, asDid: boolean): ArmFactors | undefined {
  const one = ({ rows, share }: Arm) => {
    tally.clear();
    for (let i = 0; i < rows.length; i++) tally.add(by.of[rows[i]], share[i]);
    const { factors, trace, square } = weightedMean(tally.shares());
    const factor = Float64Array.from(rows, (r) => (asDid ? 1 : factors[tally.place(by.of[r])]));
    return { factor, df: (trace * trace) / square, groups: tally.count() };
  };
  const arms = [one(treated), one(controls)];
  if (arms.some(({ groups, df }) => groups < 2 || !(df > 0))) return undefined;
  return { treated: arms[0].factor, controls: arms[1].factor, df: { treated: arms[0].df, controls: arms[1].df } };
}

/** What the rows of each group put in, times their factors and `scale`. */
function summed({ treated, controls }: CellRows, factors: ArmFactors, { of, count }: RowGrouping, scale: number): Float64Array {
  const out = new Float64Array(count);
  treated.rows.forEach((r, i) => {
    out[of[r]] += treated.part[i] * factors.treated[i] * scale;
  });
  controls.rows.forEach((r, j) => {
    out[of[r]] += controls.part[j] * factors.controls[j] * scale;
  });
  return out;
}

/** Bell & McCaffrey's over arms, for people independent and alike. */
function cellDegrees({ treated, controls }: CellRows, { df }: ArmFactors): number {
  const squares = [treated, controls].map(({ share }) => share.reduce((sum, p) => sum + p * p, 0));
  return satterthwaite(squares, [df.treated, df.controls]);
}

/** Squared shares by stratum. */
function modelledParts({ atoms, waves }: WaveDesign, { treated, controls }: CellRows): Float64Array {
  const out = new Float64Array(waves.length + 1);
  for (const { rows, share } of [treated, controls])
    rows.forEach((r, i) => {
      out[atoms.stratum[atoms.ofRow[r]]] += share[i] * share[i];
    });
  return out;
}
