/**
 * Small-sample factor of each unit's part in a weighted mean, and the degrees of freedom of its variance, by dense algebra: cluster contributions
 * C(I − 1p')y under V(y) = I (Bell & McCaffrey 2002). Where each unit is a cluster: c/(c − 1) and c − 1 with Kish's c.
 */
export function denseArm(w: readonly number[], cluster: readonly number[]): { factor: number[]; df: number } {
  const n = w.length;
  const total = w.reduce((a, b) => a + b, 0);
  const p = w.map((v) => v / total);
  const names = [...new Set(cluster)];
  if (names.length === n) {
    const c = 1 / p.reduce((s, v) => s + v * v, 0);
    return { factor: p.map(() => Math.sqrt(c / (c - 1))), df: c - 1 };
  }
  const made = names.map((g) => {
    const P = p.reduce((s, v, i) => s + (cluster[i] === g ? v : 0), 0);
    return p.map((v, i) => (cluster[i] === g ? v : 0) - P * p[i]);
  });
  const factor = names.map((g, a) => {
    const target = p.reduce((s, v, i) => s + (cluster[i] === g ? v * v : 0), 0);
    const variance = made[a].reduce((s, v) => s + v * v, 0);
    return variance > 1e-12 * target ? Math.sqrt(target / variance) : 1;
  });
  const omega = made.map((x, a) => made.map((y, b) => factor[a] * factor[b] * x.reduce((s, v, i) => s + v * y[i], 0)));
  let trace = 0;
  let square = 0;
  omega.forEach((line, a) => {
    trace += line[a];
    for (const v of line) square += v * v;
  });
  return { factor: cluster.map((g) => factor[names.indexOf(g)]), df: (trace * trace) / square };
}

/** Satterthwaite's degrees of freedom of the sum of u over units, by strata. */
export function denseDegrees(u: readonly number[], stratum: readonly number[], degrees: (s: number) => number): number {
  let sum = 0;
  let over = 0;
  for (const s of new Set(stratum)) {
    const v = u.reduce((t, x, i) => t + (stratum[i] === s ? x * x : 0), 0);
    sum += v;
    over += (v * v) / degrees(s);
  }
  return (sum * sum) / over;
}

/**
 * Bell & McCaffrey's degrees of freedom of a difference of two means by clusters none of which holds both, by dense algebra: with u = Ay the corrected
 * contributions of clusters, tr(AA')²/tr((AA')²) for y of independent units that vary alike.
 */
export function denseDifference(cluster: readonly number[], treated: (i: number) => boolean): number {
  const n = cluster.length;
  const units = [...cluster.keys()];
  const names = [...new Set(cluster)];
  const A = names.map(() => new Array<number>(n).fill(0));
  for (const side of [true, false]) {
    const own = units.filter((i) => treated(i) === side);
    const { factor } = denseArm(
      own.map(() => 1),
      own.map((i) => cluster[i]),
    );
    own.forEach((i, at) => {
      const line = A[names.indexOf(cluster[i])];
      line[i] += factor[at] / own.length;
      for (const j of own) line[j] -= factor[at] / (own.length * own.length);
    });
  }
  const product = A.map((x) => A.map((y) => x.reduce((s, v, i) => s + v * y[i], 0)));
  const trace = product.reduce((s, line, a) => s + line[a], 0);
  return (trace * trace) / product.flat().reduce((s, v) => s + v * v, 0);
}
