import { applyInverse, type BlockSystem, FITTED } from "./unit-blocks.js";

/** Coefficients: of each block (q a block) and of the dense columns, 0 where dropped. */
export interface BlockFit {
  readonly block: Float64Array;
  readonly dense: Float64Array;
}

/** Weighted least squares of y (NaN elsewhere than in fitted rows is fine) on the design. With covariates or trends, refined once by its own residuals. */
export function fitBlocks(system: BlockSystem, y: Float64Array): BlockFit {
  const first = solve(system, y);
  if (system.covariates.length === 0 && system.q === 1) return first;
  const again = solve(system, residualsOf(system, first, y, true));
  return {
    block: first.block.map((v, c) => v + again.block[c]),
    dense: first.dense.map((v, c) => v + again.dense[c]),
  };
}

function solve(system: BlockSystem, y: Float64Array): BlockFit {
  const { periods: T, blocks, members, start, state, weight, covariates, time, shift, q, width: K, firstCovariate: P } = system;
  const k = covariates.length;
  const block = new Float64Array(blocks * q);
  const right = new Float64Array(K);
  const g = new Float64Array(q);
  for (let b = 0; b < blocks; b++) {
    g.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (state[r] !== FITTED) continue;
        g[0] += weight[i] * y[r];
        if (q === 2) g[1] += weight[i] * y[r] * time[t];
      }
    }
    applyInverse(system.blockInverse, b, q, g, 1);
    block.set(g, b * q);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (state[r] !== FITTED) continue;
        const left = weight[i] * (y[r] - g[0] - (q === 2 ? g[1] * time[t] : 0));
        if (P > 0) right[t] += left;
        for (let j = 0; j < k; j++) right[P + j] += left * (covariates[j][r] - shift[j]);
      }
    }
  }
  const dense = new Float64Array(K);
  for (let a = 0; a < K; a++) for (let c = 0; c < K; c++) dense[a] += system.inverse[a * K + c] * right[c];
  for (let b = 0; b < blocks; b++) {
    g.fill(0);
    for (let at = start[b]; at < start[b + 1]; at++) {
      const i = members[at];
      for (let t = 0, r = i * T; t < T; t++, r++) {
        if (state[r] !== FITTED) continue;
        let z = P > 0 ? dense[t] : 0;
        for (let j = 0; j < k; j++) z += dense[P + j] * (covariates[j][r] - shift[j]);
        g[0] += weight[i] * z;
        if (q === 2) g[1] += weight[i] * z * time[t];
      }
    }
    applyInverse(system.blockInverse, b, q, g, 1);
    for (let c = 0; c < q; c++) block[b * q + c] -= g[c];
  }
  return { block, dense };
}

/** y less the model's value in every row with a state above 0 (`fittedOnly`: in fitted rows), NaN elsewhere. */
export function residualsOf(system: BlockSystem, fit: BlockFit, y: Float64Array, fittedOnly = false): Float64Array {
  const { units, periods: T, block, state, covariates, time, shift, q, firstCovariate: P } = system;
  const out = new Float64Array(y.length).fill(Number.NaN);
  for (let i = 0; i < units; i++) {
    const b = block[i];
    if (b < 0) continue;
    for (let t = 0, r = i * T; t < T; t++, r++) {
      if (state[r] === 0 || (fittedOnly && state[r] !== FITTED)) continue;
      let value = fit.block[b * q] + (q === 2 ? fit.block[b * q + 1] * time[t] : 0);
      if (P > 0) value += fit.dense[t];
      for (let j = 0; j < covariates.length; j++) value += fit.dense[P + j] * (covariates[j][r] - shift[j]);
      out[r] = y[r] - value;
    }
  }
  return out;
}
