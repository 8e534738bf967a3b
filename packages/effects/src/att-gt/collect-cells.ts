import { sharesByAtom } from "../cluster-shares.js";
import { effectiveSize } from "../effective-size.js";
import type { ArmStrata } from "./arm-strata.js";
import type { Method, Prepared, Reason } from "./cell-rows.js";
import type { CellBlock, CellSource } from "./cell-source.js";
import { prepareCell } from "./prepare-cell.js";
import { rowFactors } from "./row-factors.js";
import { sumOfMeans } from "./sum-of-means.js";

export interface CellSize {
  readonly treated: number;
  readonly controls: number;
  readonly effective?: { readonly treated: number; readonly controls: number };
}

export interface Collected {
  readonly value: Float64Array;
  /** Mean outcome of the treated at the cell's period. */
  readonly level: Float64Array;
  /** atoms × width: of the estimates, then (where asked for) of the levels; undefined where not asked for. */
  readonly influence?: Float64Array;
  /** strata × width, where asked for: squared shares of the rows of each stratum in the means each estimate is made of. */
  readonly parts?: Float64Array;
  readonly sizes: readonly CellSize[];
  /** What to tell of each estimate; `empty` where it could not be made. */
  readonly told: readonly { readonly term: number; readonly reason: Reason; readonly empty: boolean }[];
}

const NOBODY: CellSize = { treated: 0, controls: 0 };

/**
 * Estimates every cell and adds its influence up by atom, block by block.
 * @param byArm whether each row's influence has the small-sample factor of its arm (`rowFactors`)
 * @param wanted influence of the estimates, of the levels too, or none
 * @param weights one an atom
 * @param strata where squared shares are wanted by stratum
 */
export function collectCells(
  source: CellSource,
  { method, compat }: { readonly method: Method; readonly compat: "none" | "did" },
  wanted: "estimates" | "levels" | "none",
  weights?: Float64Array,
  byArm = false,
  strata?: Pick<ArmStrata, "stratum" | "degrees">,
): Collected {
  const K = source.keys.length;
  const width = wanted === "levels" ? 2 * K : K;
  const influence = wanted === "none" ? undefined : new Float64Array(source.atoms * width);
  const parts = byArm && strata ? new Float64Array(strata.degrees.length * width) : undefined;
  const value = new Float64Array(K);
  const level = new Float64Array(K);
  const share = new Float64Array(K);
  const sizes: CellSize[] = new Array(K).fill(NOBODY);
  const told: { term: number; reason: Reason; empty: boolean }[] = [];
  const refuse = (term: number, reason: Reason) => {
    if (!Number.isNaN(value[term])) told.push({ term, reason, empty: true });
    value[term] = Number.NaN;
    level[term] = Number.NaN;
  };
  // A cell that is a mean over base periods says once what befell any of them.
  const noted = new Set<string>();
  const tally = sharesByAtom(byArm ? source.atoms : 0);
  const note = (term: number, reason: Reason) => {
    const key = `${term} ${reason.code} ${JSON.stringify(reason.params)}`;
    if (!noted.has(key)) told.push({ term, reason, empty: false });
    noted.add(key);
  };
  for (const block of source.blocks(weights)) {
    const { terms, rows } = block;
    const R = terms.length;
    const found = prepareCell(rows, method, source.covariates, compat === "did");
    const size = sizeOf(block, "refused" in found ? undefined : found);
    for (const term of terms) sizes[term] = size;
    if ("refused" in found) {
      for (const term of terms) refuse(term, found.refused);
      continue;
    }
    const names = found.dropped.map((j) => source.covariates[j - 1] ?? "the constant").join(", ");
    const estimated = sumOfMeans(found.sum, rows, block.y, R);
    const treated = { means: [treatedMean(block)], regressions: [] };
    const levels = sumOfMeans(treated, rows, block.level, R);
    for (let r = 0; r < R; r++) {
      const term = terms[r];
      share[term] += block.share;
      const reference = source.keys[term].reference;
      if (!reference) value[term] += block.share * estimated.value[r];
      level[term] += block.share * levels.value[r];
      if (reference) continue;
      if (names !== "") note(term, { code: "effects/cell-collinear", params: { covariates: names } });
      if (found.note) note(term, found.note);
    }
    if (!influence) continue;
    if (byArm) {
      const squares = parts && new Float64Array(rows.n);
      const factors = rowFactors(rows, block.atom, found, tally, squares);
      if (parts && squares) addParts(parts, width, strata!.stratum, block, squares, wanted === "levels" ? K : 0);
      multiply(estimated.influence, factors, R);
      if (wanted === "levels") multiply(levels.influence, factors, R);
    }
    spread(source, block, estimated.influence, influence, width, 0);
    if (wanted === "levels") spread(source, block, levels.influence, influence, width, K);
  }
  source.keys.forEach((key, term) => {
    if (key.empty) refuse(term, key.empty);
    else if (share[term] === 0 && !Number.isNaN(value[term])) refuse(term, { code: "effects/cell-no-controls", params: {} });
  });
  for (const values of [influence, parts]) if (values) silence(source.keys, value, values, width);
  return { value, level, ...(influence && { influence }), ...(parts && { parts }), sizes, told };
}

function treatedMean({ rows }: CellBlock) {
  const weights = rows.w.map((w, i) => (rows.d[i] === 1 && (!rows.post || rows.post[i] === 1) ? w : 0));
  return { sign: 1, weights, outcome: 1, fitted: [] } as const;
}

function multiply(influence: Float64Array, factors: Float64Array, R: number): void {
  for (let i = 0, c = 0; i < factors.length; i++) for (let r = 0; r < R; r++, c++) influence[c] *= factors[i];
}

/** Adds rows × terms up by atom; and where the weights were estimated, what moves them does. */
function spread(
  { atoms, estimation }: CellSource,
  { terms, share, atom, place }: CellBlock,
  parts: Float64Array,
  influence: Float64Array,
  width: number,
  offset: number,
): void {
  const R = terms.length;
  const P = estimation?.parameters ?? 0;
  const derivative = new Float64Array(P * R);
  for (let i = 0, c = 0; i < atom.length; i++) {
    const at = atom[i] * width + offset;
    for (let r = 0; r < R; r++, c++) {
      influence[at + terms[r]] += share * parts[c];
      for (let p = 0; p < P; p++) derivative[p * R + r] += estimation!.relative[place[i] * P + p] * parts[c];
    }
  }
  for (let a = 0; a < atoms && P > 0; a++)
    for (let p = 0; p < P; p++)
      for (let r = 0; r < R; r++)
        influence[a * width + offset + terms[r]] += share * estimation!.influence[a * P + p] * derivative[p * R + r];
}

/** Adds squared shares up by stratum. Blocks of one estimate share the rows of its period, and have each a base of their own. */
function addParts(
  parts: Float64Array,
  width: number,
  stratum: Int32Array,
  { terms, share, atom, rows: { d, post } }: CellBlock,
  squares: Float64Array,
  levels: number,
): void {
  for (let i = 0; i < atom.length; i++) {
    const at = stratum[atom[i]] * width;
    const later = !post || post[i] === 1;
    for (const term of terms) {
      parts[at + term] += (later ? share : share * share) * squares[i];
      if (levels > 0 && later && d[i] === 1) parts[at + levels + term] += share * squares[i];
    }
  }
}

/** Nothing on a base that is 0 by construction, nor on a cell that could not be estimated. */
function silence(keys: CellSource["keys"], value: Float64Array, values: Float64Array, width: number): void {
  const K = keys.length;
  const still = keys.flatMap((key, term) => (Number.isNaN(value[term]) ? [term, K + term] : key.reference ? [term] : []));
  const columns = still.filter((column) => column < width);
  if (columns.length === 0) return;
  for (let at = 0; at < values.length; at += width) for (const column of columns) values[at + column] = 0;
}

function sizeOf({ rows: { n, d, w, post } }: CellBlock, found?: Prepared): CellSize {
  let treated = 0;
  let controls = 0;
  let same = true;
  for (let i = 0; i < n; i++) {
    if (post && post[i] === 0) continue;
    if (d[i] === 1) treated++;
    else controls++;
    same &&= w[i] === w[0];
  }
  if (!found || (same && found.sum.regressions.length === 0 && !found.sum.odds)) return { treated, controls };
  const own = w.map((v, i) => (d[i] === 1 && (!post || post[i] === 1) ? v : 0));
  return { treated, controls, effective: { treated: effectiveSize(own), controls: effectiveSize(found.controls) } };
}
