import { type Context, fail, type Problem, problem, runBlocks } from "@kontrafakt/base";
import { cohortJobs } from "../jobs.js";
import { messages } from "../messages.js";
import { type MomentsOptionsInput, momentsOptions } from "../options/moments-options.js";
import { aboutMeans } from "./about-means.js";
import type { Cells } from "./cells.js";
import { cellsToMoments } from "./cells-to-moments.js";
import type { CrossSections } from "./cross-sections.js";
import { type ArmSums, addSums, emptySums, type SumsShape } from "./moment-sums.js";
import type { CohortMoments } from "./moments.js";
import type { MomentsBlock } from "./moments-block.js";
import { clustered, clusterRows, finishArms } from "./moments-clusters.js";
import { armKeys, named, stratify } from "./moments-groups.js";
import type { Panel } from "./panel.js";

/** Fewest units summed by themselves before they are added up. */
const BLOCK = 16_384;
/** Numbers of the sums at most (400 MB), and of the blocks that wait to be added up. */
const MOST_NUMBERS = 50_000_000;
const MOST_WAITING = 20_000_000;

/**
 * Sums and products by treatment cohort, over one pass of the data: O(units × variables²), variables being outcomes × periods.
 * Units of weight 0 or without any value are not counted. With `cluster`, sums by cluster stand in place of the products.
 * Cells are sums already: they take no options, and what is known of their covariance is told.
 * The same blocks are added in the same order whoever sums them: a pool changes no bit.
 * @throws KontrafaktError on unknown names, weights that are none, a stratum that is no category, or more sums than memory holds
 */
export async function cohortMoments(
  data: Panel | CrossSections | Cells,
  input: MomentsOptionsInput = {},
  context: Context = { seed: 0 },
): Promise<CohortMoments> {
  if (data.kind === "cells") {
    const [option] = Object.keys(input);
    if (option !== undefined) fail("cohort/moments-of-cells", { option }, {}, messages);
    return cellsToMoments(data);
  }
  const options = momentsOptions.parse(input);
  const problems: Problem[] = [];
  const units = data.kind === "panel" ? data.units : data.rows;
  const measures = (options.outcomes ?? data.measures.map((m) => m.name)).map((name) =>
    named(data.measures, name, "cohort/moments-outcome", "outcomes"),
  );
  const weight = data.samplingWeight;
  weight?.forEach((w, i) => {
    if (!(w >= 0)) fail("cohort/moments-weight", { option: "samplingWeight" }, { unit: i, value: w }, messages);
  });
  const { strata, stratum } = stratify(data, options, units, problems);
  const keys = armKeys(data.firstTreated, stratum);
  const T = data.periods.ordinals.length;
  const V = measures.length * T;
  const groups = options.cluster === undefined ? undefined : clusterRows(data, options.cluster, keys.of);
  const shape: SumsShape = { arms: groups?.count ?? keys.list.length, variables: V, products: groups === undefined };
  const numbers = shape.arms * (shape.products ? 4 * V * V : 3 * V);
  if (numbers > MOST_NUMBERS) {
    const params = { groups: shape.arms, variables: V, gigabytes: Math.ceil((numbers * 8) / 1e9) };
    fail("cohort/moments-too-large", {}, params, messages);
  }

  const of = groups?.of ?? keys.of;
  const shift = firstShift(
    data,
    measures.map((m) => m.values),
    of,
    T,
  );
  // The blocks depend on the data alone, never on who sums them.
  const block = Math.max(BLOCK, Math.ceil(units / Math.max(1, Math.floor(MOST_WAITING / numbers))));
  const panel = data.kind === "panel" ? data : undefined;
  const section = data.kind === "cross-sections" ? data : undefined;
  const blocks: MomentsBlock[] = [];
  for (let from = 0; from < units; from += block) {
    const to = Math.min(from + block, units);
    const width = panel === undefined ? 1 : T;
    // A view would take its whole buffer along to a worker.
    const cut = <A extends Float64Array | Int32Array | Uint8Array>(all: A, each: number): A =>
      (context.pool === undefined ? all.subarray(from * each, to * each) : all.slice(from * each, to * each)) as A;
    blocks.push({
      ...shape,
      periods: T,
      values: measures.map((m) => cut(m.values, width)),
      ...(panel && { observed: cut(panel.observed, T) }),
      ...(section && { period: cut(section.period, 1) }),
      ...(weight && { weight: cut(weight, 1) }),
      arm: cut(of, 1),
      shift,
      dropIncomplete: options.incomplete === "drop",
    });
  }
  const sums = emptySums(shape);
  for (const part of await runBlocks<MomentsBlock, ArmSums[]>(context, cohortJobs, "cohort/moments", blocks)) addSums(sums, part);

  const counted = sums.reduce((sum, arm) => sum + arm.units, 0);
  const offered = of.reduce((sum, a, i) => sum + (a >= 0 && (weight === undefined || weight[i] > 0) ? 1 : 0), 0);
  if (options.incomplete === "drop" && counted < offered)
    problems.push(problem("cohort/moments-dropped", "warning", { option: "incomplete" }, { count: offered - counted }));
  const found =
    groups === undefined ? { arms: finishArms(sums, shape, keys.list) } : clustered(sums, shape, keys.list, groups, options);
  if (found.arms.length === 0) fail("cohort/moments-empty", {}, {}, messages);
  const about = {
    kind: "cohort-moments" as const,
    source: data.kind,
    periods: data.periods,
    outcomes: measures.map(({ name, unit }) => ({ name, unit })),
    strata,
    covariance: "given" as const,
    problems,
  };
  return aboutMeans({ ...about, shift, ...found });
}

/** Means of the first units that have a variable: near enough to the level that products lose no digits. */
function firstShift(data: Panel | CrossSections, values: readonly Float64Array[], of: Int32Array, T: number): Float64Array {
  const sum = new Float64Array(values.length * T);
  const n = new Float64Array(values.length * T);
  const panel = data.kind === "panel";
  for (let i = 0; i < Math.min(of.length, 1024); i++) {
    if (of[i] < 0) continue;
    const first = panel ? 0 : data.period[i];
    for (let k = 0; k < values.length; k++) {
      for (let t = first; t < (panel ? T : first + 1); t++) {
        const y = values[k][panel ? i * T + t : i];
        if (Number.isNaN(y)) continue;
        sum[k * T + t] += y;
        n[k * T + t]++;
      }
    }
  }
  return sum.map((total, v) => (n[v] > 0 ? total / n[v] : 0));
}
