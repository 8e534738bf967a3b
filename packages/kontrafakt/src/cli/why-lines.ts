import { periodLabel } from "@kontrafakt/base";
import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import {
  type Limit,
  type MatchExplanation,
  makesWeights,
  type NearExplanation,
  type WaveExplanation,
} from "@kontrafakt/matching";
import type { PersonExplanation } from "@kontrafakt/study";

const REASONS: Readonly<Record<NonNullable<WaveExplanation["reason"]>, string>> = {
  "not-observed": "not under observation around the start, or in the nearest history period",
  "no-history": "no history in one of the windows",
  "missing-covariate": "a covariate is missing",
  "no-starter-left": "no starter of the wave was left to compare with",
  "no-control-left": "no control was left",
  "no-control-within-caliper": "no control was left within the caliper",
  "no-control-in-stratum": "no control has the same values or intervals",
  "no-control-within-calipers": "no control was left within the calipers of variables",
  trimmed: "the weight or the fitted probability was outside the limits",
};

const DISTANCES: Readonly<Record<MatchExplanation["distance"], string>> = {
  linear: "differences of linear scores",
  probability: "differences of fitted probabilities",
  mahalanobis: "Mahalanobis distances",
  robustMahalanobis: "Mahalanobis distances of ranks",
  scaledEuclidean: "distances in standard deviations",
  euclidean: "distances in raw units",
};

/** Three figures, without a tail of zeros. */
function figure(x: number): string {
  return Number.isNaN(x) ? "unknown" : String(Number(x.toPrecision(3)));
}

/** A unit as it is called here: its place among the people analysed. */
function person(unit: number): string {
  return `person ${unit + 1}`;
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? "" : "s"}`;
}

/** What `kontrafakt why` prints. Others are called by their places too: `--unit` asks about them. */
export function whyLines({ match, periods, units }: PersonExplanation): readonly string[] {
  const label = (ordinal: number) => periodLabel(ordinal, periods);
  const weighted = makesWeights(match.method);
  const lines = [
    "internal: this is personal data; do not publish it, keep it or pass it on",
    "",
    `${person(match.unit)} of the ${units} analysed: ${started(match.start, label)}`,
    weighted
      ? `weighting: ${match.method}; everyone at risk in a wave is weighted together, and nobody has controls of their own`
      : `matching: ${match.method}; distances are ${DISTANCES[match.distance]}`,
  ];
  for (const wave of match.waves) {
    if (wave.role === "started") continue;
    lines.push(
      "",
      `${label(wave.wave)}: ${roleOf(wave, label, weighted)}`,
      ...details(wave, weighted).map((line) => `  ${line}`),
    );
  }
  const after = match.waves.filter((w) => w.role === "started");
  if (after.length > 0) lines.push("", `${label(after[0].wave)} and later: had started, no longer at risk`);
  return lines;
}

function started(start: number, label: (ordinal: number) => string): string {
  if (start === NEVER) return "did not start";
  return start === ALWAYS ? "had started before the first period, and is in no wave" : `started in ${label(start)}`;
}

function roleOf(
  { role, reason, eligible, offered, offeredTo, sets }: WaveExplanation,
  label: (ordinal: number) => string,
  weighted: boolean,
): string {
  const because = reason === undefined ? "" : `: ${REASONS[reason]}`;
  if (role === "out") return `not in the match${because}`;
  if (sets.length > 0 && sets.every(({ weight }) => weight === 0)) return "left out by the limits on weights: its weight is 0";
  if (weighted && sets.length > 0)
    return role === "starter"
      ? "started, and the others are weighted to resemble the starters"
      : "at risk, and weighted to resemble the starters together with the others";
  if (role === "starter") return sets.length > 0 ? "started, and has controls" : `started, and has no control${because}`;
  if (sets.length > 0) return `at risk, and a control of ${count(sets.length, "set")}`;
  if (eligible === false) return "at risk, but no control: someone in the same household or other excluded cluster has started";
  if (offeredTo !== undefined) return `at risk, but no control here: offered to ${label(offeredTo)} by lot`;
  if (offered === false) return "at risk, but no control: the lot offered this person to a wave in which it cannot be one";
  return "at risk, could be a control, and was not taken";
}

function details({ role, score, probability, sets, near }: WaveExplanation, weighted: boolean): string[] {
  const lines = score === undefined ? [] : [`score ${figure(score)}, chance of starting ${figure(probability ?? Number.NaN)}`];
  for (const { weight, starters, controls, members } of sets) {
    if (weighted) {
      lines.push(`own weight ${figure(weight)}, among ${count(starters, "starter")} and ${count(controls, "other")}`);
      continue;
    }
    lines.push(`set of ${count(starters, "starter")} and ${count(controls, "control")}; own weight ${figure(weight)}`);
    const all = role === "starter" ? controls : starters;
    if (all > members.length) lines.push(`  the nearest ${members.length} of ${all}:`);
    for (const m of members) lines.push(`  ${person(m.unit)}: distance ${figure(m.distance)}, weight ${figure(m.weight)}`);
  }
  if (near.length > 0) lines.push(role === "starter" ? "nearest others:" : "nearest starters:");
  for (const n of near) lines.push(`  ${person(n.unit)}: distance ${figure(n.distance)}; ${between(n)}`);
  return lines;
}

function between({ limits, got, farthest }: NearExplanation): string {
  if (limits.length > 0) return limits.map(limitText).join("; ");
  if (got === undefined) return "nothing stands between, but others were served first";
  if (got === 0) return "it has no control at all";
  return `it has ${count(got, "control")}, the farthest at distance ${figure(farthest ?? Number.NaN)}`;
}

function limitText(limit: Limit): string {
  switch (limit.limit) {
    case "excluded":
      return "someone in the household or other excluded cluster of the two has started";
    case "offered-elsewhere":
      return "offered to another wave by lot";
    case "caliper":
      return `scores differ by ${figure(limit.difference)}, the caliper is ${figure(limit.width)}`;
    case "calipers":
      return `${limit.name} differs by ${figure(limit.difference)}, its caliper is ${figure(limit.width)}`;
    case "exact":
      return `${limit.name} must be the same, and is not`;
    case "antiExact":
      return `${limit.name} must differ, and does not`;
    case "stratum":
      return `${limit.name} is not the same`;
    case "taken":
      return `taken by ${limit.by.map(person).join(", ")}`;
  }
}
