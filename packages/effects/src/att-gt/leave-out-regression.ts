import { wellKeptInverse } from "../inference/well-kept-inverse.js";
import type { CellRows } from "./cell-rows.js";
import type { RowsByAtom } from "./rows-by-atom.js";

/**
 * θ̂ − θ̂₍ₐ₎ of outcome regression (mean residual of the treated from the controls' weighted regression), by the place of the atom. With residuals
 * e = y − xβ̂ and A = X'WX of the controls, leaving out the atom's rows moves β̂ by (A − Aₐ)⁻¹Xₐ'Wₐeₐ. Undefined where covariates are then
 * (nearly) collinear: fit anew. Covariates are centred at the controls' mean.
 * Source: the update of least squares by a cluster, e.g. MacKinnon, Nielsen & Webb 2023, doi:10.1002/jae.2969, (10).
 * @param y rows × R
 */
export function leaveOutRegression(
  { n, d, w, x, k }: CellRows,
  y: Float64Array,
  R: number,
  { start, order }: RowsByAtom,
): (j: number) => Float64Array | undefined {
  const total = new Float64Array(k);
  const sides = [0, 0];
  for (let i = 0; i < n; i++) {
    sides[d[i]] += w[i];
    if (d[i] === 0) for (let l = 0; l < k; l++) total[l] += w[i] * x[i * k + l];
  }
  const treatedWeight = sides[1];
  // The first column is the constant.
  const z = new Float64Array(n * k);
  for (let i = 0; i < n; i++) {
    z[i * k] = 1;
    for (let l = 1; l < k; l++) z[i * k + l] = x[i * k + l] - total[l] / sides[0];
  }
  const gram = new Float64Array(k * k);
  const xTreated = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    if (d[i] === 0) addSquare(gram, z, i, w[i], k);
    else for (let l = 0; l < k; l++) xTreated[l] += w[i] * z[i * k + l];
  }
  const inverse = wellKeptInverse(gram, k);
  if (!inverse) return () => undefined;
  const residual = residuals({ n, d, w, k }, z, inverse, y, R);
  const meanResidual = new Float64Array(R);
  for (let i = 0; i < n; i++)
    if (d[i] === 1) for (let r = 0; r < R; r++) meanResidual[r] += (w[i] / treatedWeight) * residual[i * R + r];

  const left = new Float64Array(k * k);
  const score = new Float64Array(k * R);
  const x1 = new Float64Array(k);
  const direction = new Float64Array(k);
  const change = new Float64Array(R);
  return (j) => {
    left.set(gram);
    x1.set(xTreated);
    score.fill(0);
    change.fill(0);
    let own = 0;
    let controls = 0;
    for (let c = start[j]; c < start[j + 1]; c++) {
      const i = order[c];
      if (d[i] === 1) {
        own += w[i];
        for (let l = 0; l < k; l++) x1[l] -= w[i] * z[i * k + l];
        for (let r = 0; r < R; r++) change[r] += w[i] * (residual[i * R + r] - meanResidual[r]);
        continue;
      }
      controls++;
      addSquare(left, z, i, -w[i], k);
      for (let l = 0; l < k; l++) {
        const at = w[i] * z[i * k + l];
        for (let r = 0; r < R; r++) score[l * R + r] += at * residual[i * R + r];
      }
    }
    for (let r = 0; r < R; r++) change[r] /= treatedWeight - own;
    if (controls === 0) return change;
    const rest = wellKeptInverse(left, k);
    if (!rest) return undefined;
    direction.fill(0);
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) direction[a] += (rest[a * k + b] * x1[b]) / (treatedWeight - own);
    for (let l = 0; l < k; l++) for (let r = 0; r < R; r++) change[r] -= direction[l] * score[l * R + r];
    return change;
  };
}

function addSquare(to: Float64Array, z: Float64Array, i: number, w: number, k: number): void {
  for (let a = 0; a < k; a++) for (let b = 0; b <= a; b++) to[a * k + b] += w * z[i * k + a] * z[i * k + b];
}

/** y − zβ̂ of every row, with one step of refinement. */
function residuals(
  { n, d, w, k }: Pick<CellRows, "n" | "d" | "w" | "k">,
  z: Float64Array,
  inverse: Float64Array,
  y: Float64Array,
  R: number,
): Float64Array {
  const out = y.slice();
  for (let step = 0; step < 2; step++) {
    const score = new Float64Array(k * R);
    for (let i = 0; i < n; i++) {
      if (d[i] === 1) continue;
      for (let l = 0; l < k; l++) {
        const at = w[i] * z[i * k + l];
        for (let r = 0; r < R; r++) score[l * R + r] += at * out[i * R + r];
      }
    }
    const beta = new Float64Array(k * R);
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++) for (let r = 0; r < R; r++) beta[a * R + r] += inverse[a * k + b] * score[b * R + r];
    for (let i = 0; i < n; i++)
      for (let l = 0; l < k; l++) for (let r = 0; r < R; r++) out[i * R + r] -= z[i * k + l] * beta[l * R + r];
  }
  return out;
}
