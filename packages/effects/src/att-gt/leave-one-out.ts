import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { CellRows, Method } from "./cell-rows.js";
import type { CellBlock, CellSource } from "./cell-source.js";
import { leaveOutMeans } from "./leave-out-means.js";
import { leaveOutRegression } from "./leave-out-regression.js";
import { prepareCell, rowCounts, tooFew } from "./prepare-cell.js";
import { type RowsByAtom, rowsByAtom } from "./rows-by-atom.js";
import { sumOfMeans } from "./sum-of-means.js";

/** Most rows that fits anew may pass over in all. */
const MOST_ANEW = 1e8;

/**
 * The estimates of a source with each atom left out (atoms × keys), as fitting anew gives them; NaN where that leaves nothing to estimate from,
 * or where nothing could be estimated from all. Means and regressions (panel, `reg`) are downdated by the atom's sums, so that an atom costs
 * what its rows do; the other methods are fitted anew, only in blocks that hold the atom. Rows of one atom must not count in the weight of another's.
 * @throws KontrafaktError where fits anew would take too long
 */
export function leaveOneOut(
  source: CellSource,
  { method, compat }: { readonly method: Method; readonly compat: "none" | "did" },
): Float64Array {
  const K = source.keys.length;
  const value = new Float64Array(K);
  // First the change θ̂ − θ̂₍ₐ₎, which is 0 wherever the atom has no rows.
  const out = new Float64Array(source.atoms * K);
  const share = new Float64Array(K);
  let visited = 0;
  for (const block of source.blocks()) {
    const { terms, rows } = block;
    const found = prepareCell(rows, method, source.covariates, compat === "did");
    if ("refused" in found) {
      for (const k of terms) value[k] = Number.NaN;
      continue;
    }
    const R = terms.length;
    const estimate = sumOfMeans(found.sum, rows, block.y, R).value;
    for (let r = 0; r < R; r++) {
      share[terms[r]] += block.share;
      if (!source.keys[terms[r]].reference) value[terms[r]] += block.share * estimate[r];
    }
    const counts = rowCounts(rows);
    const rest = new Int32Array(4);
    const byAtom = rowsByAtom(block.atom, source.atoms);
    const downdated =
      rows.k === 1
        ? leaveOutMeans(found.sum.means, block.y, R, byAtom)
        : method === "reg" && !rows.post && found.dropped.length === 0
          ? leaveOutRegression(rows, block.y, R, byAtom)
          : undefined;
    if (!downdated) visited += byAtom.atoms.length * rows.n;
    if (visited > MOST_ANEW) {
      const params = { clusters: source.atoms, terms: K };
      fail("effects/jackknife-too-large", { option: "inference" }, params, messages);
    }
    const anew = (left: CellBlock) => {
      const again = prepareCell(left.rows, method, source.covariates, compat === "did");
      return "refused" in again ? undefined : sumOfMeans(again.sum, left.rows, left.y, R).value;
    };
    byAtom.atoms.forEach((a, j) => {
      if (tooFew(countsWithout(counts, rows, byAtom, j, rest), rows, method)) {
        for (const k of terms) out[a * K + k] = Number.NaN;
        return;
      }
      const change = downdated?.(j);
      const again = change ? undefined : anew(without(block, byAtom, j));
      for (let r = 0; r < R; r++)
        out[a * K + terms[r]] += block.share * (change ? change[r] : again ? estimate[r] - again[r] : Number.NaN);
    });
  }
  for (let k = 0; k < K; k++) {
    const { empty, reference } = source.keys[k];
    const none = empty !== undefined || share[k] === 0 || Number.isNaN(value[k]);
    for (let c = k; c < out.length; c += K) {
      if (none) out[c] = Number.NaN;
      else if (!reference) out[c] = value[k] - out[c];
      else if (!Number.isNaN(out[c])) out[c] = 0;
    }
  }
  return out;
}

/** Counts of rows without those of the j-th atom, written into `rest`. */
function countsWithout(
  all: Int32Array,
  { d, post }: CellRows,
  { start, order }: RowsByAtom,
  j: number,
  rest: Int32Array,
): Int32Array {
  rest.set(all);
  for (let c = start[j]; c < start[j + 1]; c++) rest[2 * d[order[c]] + (post ? post[order[c]] : 0)]--;
  return rest;
}

/** The block without the rows of its j-th atom. */
function without(block: CellBlock, { start, order }: RowsByAtom, j: number): CellBlock {
  const { rows, terms } = block;
  const out = new Uint8Array(rows.n);
  for (let c = start[j]; c < start[j + 1]; c++) out[order[c]] = 1;
  const keep: number[] = [];
  for (let i = 0; i < rows.n; i++) if (out[i] === 0) keep.push(i);
  const wide = (values: Float64Array, width: number) => {
    const to = new Float64Array(keep.length * width);
    keep.forEach((i, at) => {
      to.set(values.subarray(i * width, (i + 1) * width), at * width);
    });
    return to;
  };
  const { d, post, k } = rows;
  const y = wide(block.y, terms.length);
  return {
    ...block,
    rows: {
      n: keep.length,
      d: Uint8Array.from(keep, (i) => d[i]),
      w: wide(rows.w, 1),
      x: wide(rows.x, k),
      k,
      ...(post && { post: Uint8Array.from(keep, (i) => post[i]) }),
    },
    y,
    level: y,
  };
}
