import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import { drawLots } from "../nearest/choosing-order.js";
import { nearestMatch } from "../nearest/nearest-match.js";
import { variableRatio } from "../nearest/variable-ratio.js";
import { isOnScore } from "../options/method-kinds.js";
import type { Lost } from "./lost.js";
import type { MatchedSets, MethodInput } from "./method.js";
import { pairCoordinates } from "./pair-coordinates.js";
import { type WaveLimits, waveLimits } from "./wave-limits.js";
import { whyUnmatched } from "./why-unmatched.js";
import { withinSd } from "./within-sd.js";

/**
 * Nearest neighbours wave by wave, earliest first, on the score or on a distance in variables, within `caliper` of the score, `calipers` of
 * variables and groups that must agree or differ. A starter with k controls weighs 1 and they 1/k each; with `replace` a
 * control is in a set for each starter it serves. Under `share: first` a control that served in one wave is gone from later ones.
 *
 * @throws KontrafaktError for a name that the cohort does not have, a caliper on a category, a `ratio` outside `variableRatio`, and where
 *   `exact`, `antiExact` or `calipers` leave nobody with a control
 */
export function nearestWithinWaves(input: MethodInput): MatchedSets {
  const { rows, score, offered, options, progress } = input;
  const { ratio, order, share, replace, reuseLimit, variableRatio: varying } = options;
  const line = options.distance === "probability" ? score.probability : score.linear;
  const caliper =
    options.distance !== "probability"
      ? input.caliper
      : options.caliper === null
        ? Number.POSITIVE_INFINITY
        : options.caliper * withinSd(line, rows);
  const pairing = isOnScore(options.distance) ? undefined : pairCoordinates(input);
  const limits = waveLimits(input);
  const lots = order === "random" ? drawLots(rows.unit.length, input.seed) : undefined;
  const row: number[] = [];
  const set: number[] = [];
  const role: number[] = [];
  const weight: number[] = [];
  const unmatched: Lost[] = [];
  const used = new Uint8Array(input.panel.units);
  let sets = 0;
  for (let w = 0, first = 0, end = 0; w < rows.waves.length; w++, first = end) {
    while (end < rows.wave.length && rows.wave[end] === w) end++;
    const treated = rows.treated.subarray(first, end);
    const own = ofWave(limits, first, end);
    const free = treated.map((d, a) => (d === 1 || (offered[first + a] === 1 && used[rows.unit[first + a]] === 0) ? 1 : 0));
    const known = own.strata;
    const eligible = known ? free.map((f, a) => (known[a] >= 0 ? f : 0)) : free;
    const probability = score.probability.subarray(first, end);
    const dimensions = pairing?.dimensions ?? 0;
    const pairs = nearestMatch({
      ...own,
      score: line.subarray(first, end),
      ...(pairing && {
        coordinates: { coordinates: pairing.coordinates.subarray(first * dimensions, end * dimensions), dimensions },
      }),
      treated,
      eligible,
      caliper,
      ratio,
      ...(varying && { wanted: variableRatio({ probability, treated, eligible, ratio, ...varying }) }),
      order,
      replace,
      reuseLimit,
      lot: lots?.subarray(first, end),
    });
    const columns = pairs.treated.length > 0 ? pairs.controls.length / pairs.treated.length : 0;
    const found = new Map(Array.from(pairs.treated, (t, a) => [t, a]));
    treated.forEach((d, t) => {
      if (d === 0) return;
      const a = found.get(t);
      const controls =
        a === undefined ? [] : Array.from(pairs.controls.subarray(a * columns, (a + 1) * columns)).filter((c) => c >= 0);
      if (controls.length === 0) {
        unmatched.push({ unit: rows.unit[first + t], wave: w, treated: 1, reason: whyUnmatched(t, treated, free, own) });
        return;
      }
      for (const local of [t, ...controls]) {
        row.push(first + local);
        set.push(sets);
        role.push(treated[local]);
        weight.push(local === t ? 1 : 1 / controls.length);
        if (share === "first" && local !== t) used[rows.unit[first + local]] = 1;
      }
      sets++;
    });
    progress?.(w + 1);
  }
  if (sets === 0) refuseNobody(unmatched, limits, caliper);
  return {
    row: Int32Array.from(row),
    set: Int32Array.from(set),
    role: Uint8Array.from(role),
    weight: Float64Array.from(weight),
    unmatched,
    independence: "set",
    ...(options.distance === "probability" && { caliper }),
    problems: [],
  };
}

/** The limits over the rows of one wave. */
function ofWave({ calipers, strata, antiExact }: WaveLimits, first: number, end: number): WaveLimits {
  return {
    calipers: calipers.map(({ values, width }) => ({ values: values.subarray(first, end), width })),
    ...(strata && { strata: strata.subarray(first, end) }),
    antiExact: antiExact.map((codes) => codes.subarray(first, end)),
  };
}

/** Stops where something other than the score's caliper is, or may be, what leaves everybody without a control. */
function refuseNobody(unmatched: readonly Lost[], { calipers, strata, antiExact }: WaveLimits, caliper: number): void {
  if (caliper < Number.POSITIVE_INFINITY && calipers.length === 0 && strata === undefined && antiExact.length === 0) return;
  const count = (reason: Lost["reason"]): number => unmatched.filter((l) => l.reason === reason).length;
  const params = {
    groups: count("no-control-in-stratum"),
    calipers: count("no-control-within-calipers"),
    caliper: count("no-control-within-caliper"),
    left: count("no-control-left"),
  };
  fail("matching/nobody-within-limits", { option: "matching" }, params, messages);
}
