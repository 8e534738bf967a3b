import type { CohortMoments, CrossSections } from "@kontrafakt/cohort";

/**
 * The data without some cohorts, neither treated nor for comparison. Few people left in for comparison alone would show in degrees of
 * freedom and in the digits of the other cohorts' effects.
 */
export function withoutCohorts(data: CohortMoments | CrossSections, starts: ReadonlySet<number>): CohortMoments | CrossSections {
  if (starts.size === 0) return data;
  return data.kind === "cross-sections" ? rowsWithout(data, starts) : armsWithout(data, starts);
}

function rowsWithout(data: CrossSections, starts: ReadonlySet<number>): CrossSections {
  const keep = Int32Array.from(data.firstTreated.keys()).filter((i) => !starts.has(data.firstTreated[i]));
  const ints = (values: Int32Array) => Int32Array.from(keep, (i) => values[i]);
  const floats = (values: Float64Array) => Float64Array.from(keep, (i) => values[i]);
  const { samplingWeight } = data;
  return {
    ...data,
    rows: keep.length,
    period: ints(data.period),
    firstTreated: ints(data.firstTreated),
    group: ints(data.group),
    measures: data.measures.map((m) => ({ ...m, values: floats(m.values) })),
    covariates: data.covariates.map((c) => ({ ...c, values: floats(c.values) })),
    clusterings: data.clusterings.map(({ name, of: old, exposed }) => {
      const { of, count } = dense(ints(old));
      return { name, of, count, ...(exposed && { exposed: ints(exposed) }) };
    }),
    ...(samplingWeight && { samplingWeight: floats(samplingWeight) }),
  };
}

function armsWithout(data: CohortMoments, starts: ReadonlySet<number>): CohortMoments {
  const isIn = (a: number) => !starts.has(data.arms[a].firstTreated);
  const { clusters } = data;
  const arms = data.arms.filter((_, a) => isIn(a));
  if (clusters === undefined) return { ...data, arms };
  const V = data.shift.length;
  const rows = Int32Array.from(clusters.arm.keys()).filter((r) => isIn(clusters.arm[r]));
  const cut = (values: Float64Array) =>
    Float64Array.from({ length: rows.length * V }, (_, i) => values[rows[Math.floor(i / V)] * V + (i % V)]);
  const { of, found } = dense(Int32Array.from(rows, (r) => clusters.cluster[r]));
  return {
    ...data,
    arms,
    clusters: {
      name: clusters.name,
      labels: found.map((c) => clusters.labels[c]),
      cluster: of,
      arm: Int32Array.from(rows, (r) => arms.indexOf(data.arms[clusters.arm[r]])),
      n: cut(clusters.n),
      w: cut(clusters.w),
      wy: cut(clusters.wy),
    },
  };
}

/** Clusters numbered anew, in the order first met; −1 stays. */
function dense(old: Int32Array): { readonly of: Int32Array; readonly count: number; readonly found: readonly number[] } {
  const place = new Map<number, number>();
  const of = old.map((c) => {
    if (c < 0) return c;
    const at = place.get(c) ?? place.size;
    place.set(c, at);
    return at;
  });
  return { of, count: place.size, found: [...place.keys()] };
}
