import type { PersonSums } from "../account/person-sums.js";
import { quantiles } from "../draws/distribution.js";
import { courseAt } from "../persistence/assumption.js";
import { persistenceInputs } from "../persistence/persistence-inputs.js";
import { shareLeft } from "../persistence/share-left.js";
import type { Distribution, UncertaintySource } from "../savings-value.js";
import type { AssumedInputs, AssumedTerm } from "./plan-value.js";

/** One uncertain input of assumed effects; years and waves of it share a rank. */
export interface AssumedKey {
  readonly source: Extract<UncertaintySource, "effect" | "volume" | "persistence">;
  readonly name: string;
  readonly group?: string;
}

/** Name of the input that the numbers of starters are. */
export const STARTERS = "starters";

/** The inputs of a plan's effects: each outcome's effect, the number of starters, and what persistence says with uncertainty. */
export function assumedKeys({ terms, starters, assumption }: AssumedInputs): AssumedKey[] {
  const keys: AssumedKey[] = [];
  for (const { outcome, group, distribution } of terms) {
    if (distribution.kind === "fixed" || keys.some((key) => key.name === outcome)) continue;
    keys.push({ source: "effect", name: outcome, ...(group !== undefined && { group }) });
  }
  if (starters.some(({ distribution }) => distribution.kind !== "fixed")) keys.push({ source: "volume", name: STARTERS });
  if (assumption) keys.push(...persistenceInputs(assumption).map(({ name }) => ({ source: "persistence" as const, name })));
  return keys;
}

/**
 * Person sums of a plan in each draw: Σ over terms of starters × share left × counts × effect, each at the rank of its input. Inputs without
 * a rank are at what is counted with.
 *
 * @param rankOf ranks in (0, 1) of an input, one a draw; undefined = held at what is counted with
 * @param effect rows × draws, overwritten
 */
export function drawAssumed(
  inputs: AssumedInputs,
  sums: Pick<PersonSums, "from" | "parts">,
  rankOf: (source: AssumedKey["source"], name: string) => Float64Array | undefined,
  draws: number,
  effect: Float64Array,
): void {
  const drawn = new Map<Distribution, Float64Array>();
  const at = (distribution: Distribution, rank: Float64Array | undefined) => {
    if (rank === undefined || distribution.kind === "fixed") return undefined;
    const values = drawn.get(distribution) ?? quantiles(distribution, rank, new Float64Array(draws));
    drawn.set(distribution, values);
    return values;
  };
  const volume = rankOf("volume", STARTERS);
  const shares = drawnShares(inputs, rankOf, draws);
  effect.fill(0);
  const { cell, row, weight } = sums.parts;
  for (let i = 0; i < cell.length; i++) {
    const { outcome, wave, counts, value, distribution, left } = inputs.terms[sums.from[cell[i]]];
    const { starters, distribution: spread } = inputs.starters[wave];
    const values = at(distribution, rankOf("effect", outcome));
    const people = at(spread, volume);
    const share = left && shares?.(left);
    const known = weight[i] * counts * (values ? 1 : value) * (share ? 1 : (left?.share ?? 1)) * (people ? 1 / starters : 1);
    const out = effect.subarray(row[i] * draws, (row[i] + 1) * draws);
    for (let d = 0; d < draws; d++) out[d] += known * (values?.[d] ?? 1) * (people?.[d] ?? 1) * (share?.[d] ?? 1);
  }
}

type Left = NonNullable<AssumedTerm["left"]>;

/** Shares left after the last stated year in each draw; undefined where none of it is uncertain. */
function drawnShares(
  { assumption }: AssumedInputs,
  rankOf: Parameters<typeof drawAssumed>[2],
  draws: number,
): ((left: Left) => Float64Array | undefined) | undefined {
  if (assumption === undefined) return undefined;
  const values = new Map(
    persistenceInputs(assumption).flatMap(({ name, distribution }) => {
      const rank = rankOf("persistence", name);
      return rank ? [[name, quantiles(distribution, rank, new Float64Array(draws))] as const] : [];
    }),
  );
  if (values.size === 0) return undefined;
  const known = new Map<string, Float64Array>();
  return ({ course: k, from, to }) => {
    const { options, outcome, course } = assumption.courses[k];
    const prefix = outcome === null ? "" : `outcomes.${outcome}.`;
    const decline = values.get(`${prefix}decline`);
    const points = course.shares.map((_, i) => values.get(`${prefix}points.${i}`));
    if (decline === undefined && points.every((p) => p === undefined)) return undefined;
    const key = JSON.stringify([k, from, to]);
    const shares =
      known.get(key) ??
      Float64Array.from({ length: draws }, (_, d) =>
        shareLeft(
          courseAt(
            options,
            decline?.[d] ?? course.decline,
            course.shares.map((s, i) => points[i]?.[d] ?? s),
          ),
          from,
          to,
        ),
      );
    known.set(key, shares);
    return shares;
  };
}
