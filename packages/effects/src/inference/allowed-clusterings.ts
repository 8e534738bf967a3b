import { type Problem, problem } from "@kontrafakt/base";
import type { Clustering, Panel } from "@kontrafakt/cohort";

/** Share of a cluster's people who must start together for the cluster to have started, and of starters in such clusters for the rule to speak. */
const MOST = 0.9;

/** Clusters of one clustering in which the programme came to everybody at once, and those it did not come to. */
interface Given {
  readonly started: number;
  readonly untouched: number;
  readonly starters: number;
  readonly inStarted: number;
  /** People who live in either. */
  readonly startedSize: number;
  readonly untouchedSize: number;
}

/**
 * Warns where people are taken as independent although the programme was given to whole clusters of the panel: then their clustering, or a coarser
 * one, is the level of assignment, and finer standard errors are too small (Abadie, Athey, Imbens & Wooldridge 2023, doi:10.1093/qje/qjac038).
 *
 * A clustering counts as assigned where nine in ten starters live in clusters of two or more of whom nine in ten started in the same period, with two
 * or more such clusters and two or more of that size without a starter. Households in which one member starts therefore do not count, nor do those of
 * one, nor schools where only some pupils start. Of several the coarsest is named. Only numbers of clusters are told. One cluster alone that has
 * nine in ten starters counts too, unless it is less than half as large as the others are on average: what befell it cannot be told from the programme.
 * @param panel all people, matched or not
 * @param cluster `person` or `unit`, or the name of the clustering used
 */
export function allowedClusterings(panel: Panel, cluster: string, option = "effects.cluster"): Problem[] {
  const used = panel.clusterings.find((c) => c.name === cluster);
  const found = panel.clusterings
    .map((own) => ({ own, given: givenTo(panel, own) }))
    .filter(({ own, given }) => own !== used && assigned(given) && !(used && nests(own, used)));
  if (found.length === 0) return [];
  const { own, given } = found.reduce((a, b) => (b.own.count < a.own.count ? b : a));
  const params = { cluster: own.name, used: cluster, clusters: given.started };
  const code = given.started === 1 ? "effects/assigned-to-one-cluster" : "effects/assigned-by-cluster";
  return [problem(code, "warning", { option }, params)];
}

function assigned({ started, untouched, starters, inStarted, startedSize, untouchedSize }: Given): boolean {
  const alike = started >= 2 || (started === 1 && 2 * startedSize >= untouchedSize / untouched);
  return alike && untouched >= 2 && inStarted >= MOST * starters;
}

function givenTo({ firstTreated, periods }: Panel, { of, count }: Clustering): Given {
  const last = periods.ordinals[periods.ordinals.length - 1];
  const starts = (i: number) => firstTreated[i] <= last;
  const size = new Int32Array(count);
  const start = new Int32Array(count);
  // How many start with the cluster's candidate: who starts with nine in ten is the majority, found by pairing off (Boyer & Moore).
  const ahead = new Int32Array(count);
  const any = new Uint8Array(count);
  for (let i = 0; i < of.length; i++) {
    const c = of[i];
    if (c < 0) continue;
    size[c]++;
    if (!starts(i)) continue;
    any[c] = 1;
    if (ahead[c] === 0) start[c] = firstTreated[i];
    ahead[c] += firstTreated[i] === start[c] ? 1 : -1;
  }
  const together = new Int32Array(count);
  let starters = 0;
  for (let i = 0; i < of.length; i++) {
    if (!starts(i)) continue;
    starters++;
    if (of[i] >= 0 && firstTreated[i] === start[of[i]]) together[of[i]]++;
  }
  let started = 0;
  let untouched = 0;
  let inStarted = 0;
  let startedSize = 0;
  let untouchedSize = 0;
  for (let c = 0; c < count; c++) {
    if (size[c] < 2) continue;
    if (any[c] === 0) {
      untouched++;
      untouchedSize += size[c];
    } else if (together[c] >= MOST * size[c]) {
      started++;
      startedSize += size[c];
      inStarted += together[c];
    }
  }
  return { started, untouched, starters, inStarted, startedSize, untouchedSize };
}

/** Whether each cluster of `fine` lies in one of `coarse`. */
function nests(fine: Clustering, coarse: Clustering): boolean {
  const home = new Int32Array(fine.count).fill(-1);
  for (let i = 0; i < fine.of.length; i++) {
    const c = fine.of[i];
    if (c < 0) continue;
    if (home[c] < 0) home[c] = coarse.of[i];
    if (coarse.of[i] < 0 || home[c] !== coarse.of[i]) return false;
  }
  return true;
}
