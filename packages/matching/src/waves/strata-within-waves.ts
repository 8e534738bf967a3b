import { byStratum } from "../strata/by-stratum.js";
import { exactStrata } from "../strata/exact-strata.js";
import { k2k } from "../strata/k2k.js";
import type { Lost } from "./lost.js";
import type { MatchedSets, MethodInput } from "./method.js";
import { pairCoordinates } from "./pair-coordinates.js";
import { strataColumns } from "./strata-columns.js";
import { refuseEmptyStrata, strataProblems } from "./strata-problems.js";

/**
 * Exact or coarsened matching wave by wave: starters and controls who agree in everything named, or lie in the same intervals, are
 * a set. Starters weigh 1 and the controls of a set alike, together as much as its starters (weights for the effect on those who
 * started). With `k2k` each starter gets the nearest control of its stratum as long as they last, in a set of their own.
 * Under `share: first` a control that served in one wave is gone from later ones.
 *
 * @throws KontrafaktError where no starter shares a stratum with a control
 */
export function strataWithinWaves(input: MethodInput): MatchedSets {
  const { rows, offered, options, progress } = input;
  const takes = Uint8Array.from(offered, (o, r) => (o === 1 || rows.treated[r] === 1 ? 1 : 0));
  const compared = strataColumns(input, takes);
  const pairing = options.method === "coarsened" && options.coarsening.k2k ? pairCoordinates(input) : undefined;
  const row: number[] = [];
  const set: number[] = [];
  const weight: number[] = [];
  const unmatched: Lost[] = [];
  const perStratum: number[] = [];
  const used = new Uint8Array(input.panel.units);
  let sets = 0;
  let alone = 0;
  for (let w = 0, first = 0, end = 0; w < rows.waves.length; w++, first = end) {
    while (end < rows.wave.length && rows.wave[end] === w) end++;
    const treated = rows.treated.subarray(first, end);
    const eligible = takes.slice(first, end);
    if (options.share === "first")
      eligible.forEach((_, a) => {
        if (treated[a] === 0 && used[rows.unit[first + a]] === 1) eligible[a] = 0;
      });
    const strata = exactStrata({ columns: compared.map((c) => c.values.subarray(first, end)), treated, eligible });
    perStratum.push(...strata.controls);
    const matched = new Uint8Array(treated.length);
    const put = (local: number, share: number): void => {
      row.push(first + local);
      set.push(sets);
      weight.push(share);
      matched[local] = 1;
      if (treated[local] === 0) used[rows.unit[first + local]] = 1;
    };
    if (pairing) {
      const { coordinates, dimensions: d } = pairing;
      const pairs = k2k({ strata, isTreated: treated, coordinates: coordinates.subarray(first * d, end * d), dimensions: d });
      pairs.treated.forEach((t, a) => {
        put(t, 1);
        put(pairs.control[a], 1);
        sets++;
      });
    } else {
      const { rows: members, start } = byStratum(strata);
      for (let s = 0; s < strata.count; s++) {
        const stratum = members.subarray(start[s], start[s + 1]);
        for (const a of stratum) if (treated[a] === 1) put(a, 1);
        for (const a of stratum) if (treated[a] === 0) put(a, strata.treated[s] / strata.controls[s]);
        sets++;
      }
    }
    const anyControl = eligible.some((e, a) => e === 1 && treated[a] === 0);
    treated.forEach((d, a) => {
      if (d === 0 || matched[a] === 1) return;
      const cut = anyControl && strata.of[a] < 0;
      if (cut) alone++;
      unmatched.push({
        unit: rows.unit[first + a],
        wave: w,
        treated: 1,
        reason: cut ? "no-control-in-stratum" : "no-control-left",
      });
    });
    progress?.(w + 1);
  }
  const role = Uint8Array.from(row, (r) => rows.treated[r]);
  const starters = role.reduce((n, d) => n + d, 0);
  if (sets === 0) refuseEmptyStrata(compared, options);
  return {
    row: Int32Array.from(row),
    set: Int32Array.from(set),
    role,
    weight: Float64Array.from(weight),
    unmatched,
    independence: starters === sets ? "set" : "unit",
    problems: strataProblems(
      { compared, perStratum, starters, controls: row.length - starters, alone, all: starters + unmatched.length },
      options,
    ),
  };
}
