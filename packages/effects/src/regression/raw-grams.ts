import { type FixedEffect, numberedLevels } from "../fixed-effects/fixed-effect.js";
import { rowsByLevel } from "../fixed-effects/rows-by-level.js";
import type { DesignClasses } from "./design-classes.js";
import type { ReducedDesign } from "./reduced-design.js";
import { runEnd } from "./run-end.js";

/** Most entries of a table of clusters by classes of units. */
const TABLE = 4e6;

/** Lower triangles of classes × D × D, from the rows of each class's first cluster. `norm`: squares of the written-out levels before anything is taken out. */
export function rawGrams(
  design: ReducedDesign,
  within: FixedEffect | null,
  explicit: readonly FixedEffect[],
  offset: readonly number[],
  D: number,
) {
  const { classes, units } = design;
  const Q = classes.count.length;
  const C = units?.classes.count.length ?? 0;
  const byUnit = units && within === units.of && C * Q <= TABLE && C * D * D <= TABLE && C < within.levels / 4;
  const few = typicalRows(byUnit ? { ...design, cluster: units.of.of, classes: units.classes } : design, within, explicit);
  const sums = addLevels(few.design, few.within, few.explicit, offset, D);
  const norm = norms(few.design, few.explicit, offset, D);
  if (!byUnit) return { ...sums, norm };
  return { gram: summed(sums.gram, units.of, units.classes, design, D), plain: null, squares: null, norm };
}

function norms(
  { n, columns, root, cluster, classes }: ReducedDesign,
  explicit: readonly FixedEffect[],
  offset: readonly number[],
  D: number,
): Float64Array {
  const k = columns.length;
  const norm = new Float64Array(D - k);
  explicit.forEach(({ of }, e) => {
    const from = offset[e] - k;
    for (let r = 0; r < n; r++) norm[from + of[r]] += classes.count[classes.of[cluster[r]]] * (root ? root[r] * root[r] : 1);
  });
  return norm;
}

/** The rows of each class's first cluster, where classes hold several. */
function typicalRows(design: ReducedDesign, within: FixedEffect | null, explicit: readonly FixedEffect[]) {
  const { n, columns, root, cluster, classes } = design;
  if (classes.count.length === classes.of.length) return { design, within, explicit };
  const some: number[] = [];
  for (let r = 0; r < n; ) {
    const from = r;
    r = runEnd(cluster, from);
    if (classes.first[classes.of[cluster[from]]] === cluster[from]) for (let s = from; s < r; s++) some.push(s);
  }
  const row = Int32Array.from(some);
  const values = (column: Float64Array) => Float64Array.from(row, (r) => column[r]);
  const levels = (of: Int32Array) => row.map((r) => of[r]);
  return {
    design: {
      ...design,
      n: row.length,
      columns: columns.map(values),
      cluster: levels(cluster),
      ...(root && { root: values(root) }),
    },
    within: within && numberedLevels(within.name, levels(within.of), within.levels),
    explicit: explicit.map((effect) => ({ ...effect, of: levels(effect.of) })),
  };
}

/** Cross-products of clusters from those of the classes of their units. */
function summed(alone: Float64Array, unit: FixedEffect, units: DesignClasses, { n, cluster, classes }: ReducedDesign, D: number) {
  const C = units.count.length;
  const Q = classes.count.length;
  const table = new Float64Array(Q * C);
  for (let r = 0; r < n; r++) {
    if (r > 0 && unit.of[r] === unit.of[r - 1]) continue;
    const q = classes.of[cluster[r]];
    if (classes.first[q] === cluster[r]) table[q * C + units.of[unit.of[r]]]++;
  }
  const out = new Float64Array(Q * D * D);
  for (let q = 0; q < Q; q++) {
    for (let c = 0; c < C; c++) {
      const count = table[q * C + c];
      if (count === 0) continue;
      for (let i = 0; i < D; i++)
        for (let j = 0, at = i * D; j <= i; j++, at++) out[q * D * D + at] += count * alone[c * D * D + at];
    }
  }
  return out;
}

function addLevels(
  { n, columns, root, cluster, classes }: ReducedDesign,
  within: FixedEffect | null,
  explicit: readonly FixedEffect[],
  offset: readonly number[],
  D: number,
) {
  const k = columns.length;
  const size = classes.count.length * D * D;
  const gram = new Float64Array(size);
  const plain = root ? new Float64Array(size) : null;
  const squares = root ? new Float64Array(size) : null;
  const { start, row } = within ? rowsByLevel(within) : { start: null, row: undefined };
  const levels = within ? within.levels : n;
  const E = explicit.length;
  const seen = new Float64Array(D);
  const touched = new Int32Array(D);
  const own = new Int32Array(E);
  let local = new Float64Array(k * 64);
  for (let l = 0; l < levels; l++) {
    const from = start ? start[l] : l;
    const m = start ? start[l + 1] - from : 1;
    if (m === 0) continue;
    const first = row ? row[from] : from;
    const q = classes.of[cluster[first]];
    const base = q * D * D;
    const weight = root ? root[first] * root[first] : 1;
    const side = root ? root[first] : 1;
    if (local.length < k * m) local = new Float64Array(2 * k * m);
    for (let a = 0; a < k; a++) {
      const column = columns[a];
      for (let i = 0; i < m; i++) local[a * m + i] = column[row ? row[from + i] : from + i];
    }
    for (let a = 0; a < k; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let i = 0; i < m; i++) sum += local[a * m + i] * local[b * m + i];
        const at = base + a * D + b;
        gram[at] += sum;
        if (plain && squares) {
          plain[at] += sum / weight;
          squares[at] += sum * weight;
        }
      }
    }
    let count = 0;
    for (let i = 0; i < m && E > 0; i++) {
      const r = row ? row[from + i] : from + i;
      for (let e = 0; e < E; e++) {
        const level = offset[e] + explicit[e].of[r];
        own[e] = level;
        if (seen[level] === 0) touched[count++] = level;
        seen[level]++;
        const at = base + level * D;
        for (let a = 0; a < k; a++) {
          const v = side * local[a * m + i];
          gram[at + a] += v;
          if (plain && squares) {
            plain[at + a] += v / weight;
            squares[at + a] += v * weight;
          }
        }
        for (let f = 0; f <= e; f++) {
          gram[at + own[f]] += weight;
          if (plain && squares) {
            plain[at + own[f]] += 1;
            squares[at + own[f]] += weight * weight;
          }
        }
      }
    }
    for (let i = 0; within && i < count; i++) {
      const at = base + touched[i] * D;
      const share = seen[touched[i]] / m;
      for (let j = 0; j < count; j++) {
        if (touched[j] > touched[i]) continue;
        const v = share * seen[touched[j]];
        gram[at + touched[j]] -= weight * v;
        if (plain && squares) {
          plain[at + touched[j]] -= v;
          squares[at + touched[j]] -= weight * weight * v;
        }
      }
    }
    for (let i = 0; i < count; i++) seen[touched[i]] = 0;
  }
  return { gram, plain, squares };
}
