import type { ControlsSe } from "./controls-se.js";
import type { WaveFit } from "./wave-effects.js";

/**
 * Standard error of c'θ with no outcome of the treated in it, where whole clusters got the programme: from the spread between clusters that
 * never start. The variance of the treated's part is what it would be were their clusters spread as those: V₀ ΣP₁²/ΣP₀², P the clusters'
 * shares of an arm's weight. Degrees of freedom: those of the controls' clusters. `sets` counts these clusters; NaN with fewer than two.
 */
export function clusterControlsSe({ design, effects }: WaveFit, c: Float64Array): ControlsSe {
  const { basis, terms } = effects;
  const { atoms, role, weight, waves } = design;
  const { crossed } = atoms;
  if (basis.kind !== "influence" || !crossed) return { se: Number.NaN, df: Number.NaN, sets: 0 };
  const first = crossed.crossing?.of[0];
  const clusterOf = (a: number) => (first ? first[a] : a);
  const clusters = crossed.crossing?.groups[0] ?? atoms.count;
  const masses = [new Float64Array(clusters), new Float64Array(clusters)];
  role.forEach((played, r) => {
    const a = atoms.ofRow[r];
    const starts = crossed.stratum[a] < waves.length ? 1 : 0;
    if (starts === played) masses[played][clusterOf(a)] += weight[r];
  });
  const [controls, treated] = masses.map((mass) => {
    const all = mass.reduce((sum, m) => sum + m, 0);
    return mass.reduce((sum, m) => sum + (m / all) * (m / all), 0);
  });
  const sets = masses[0].reduce((n, m) => n + (m > 0 ? 1 : 0), 0);
  if (sets < 2) return { se: Number.NaN, df: Number.NaN, sets };
  const parts = new Float64Array(clusters);
  for (let a = 0; a < basis.atoms; a++)
    for (let k = 0; k < terms.length; k++) if (c[k] !== 0) parts[clusterOf(a)] += c[k] * basis.rows[a * terms.length + k];
  const variance = parts.reduce((sum, u, g) => sum + (masses[0][g] > 0 ? u * u : 0), 0);
  return { se: Math.sqrt(variance * (1 + treated / controls)), df: crossed.controlDegrees, sets };
}
