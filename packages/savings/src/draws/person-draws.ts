import type { Account } from "../account/account.js";
import { openPersistenceScale, persistenceInputs, persistenceScale } from "../persistence/persistence-inputs.js";
import { drawAssumed } from "../planning/draw-assumed.js";
import type { UncertaintySource } from "../savings-value.js";
import { quantiles } from "./distribution.js";
import type { Draws } from "./draws-value.js";

/** The draws each source is taken from; a source that is left out is held at what is counted with. */
export type DrawnFrom = Readonly<Partial<Record<UncertaintySource, Draws>>>;

/** Ranks of an input, one a draw; undefined where it is held, or not uncertain. */
export function rankOf(from: DrawnFrom, source: UncertaintySource, name: string): Float64Array | undefined {
  const draws = from[source];
  if (draws === undefined) return undefined;
  const key = draws.inputs.findIndex((input) => input.source === source && input.name === name);
  return key < 0 ? undefined : draws.rank.subarray(key * draws.draws, (key + 1) * draws.draws);
}

/** Person sums in each draw, `[row * D + d]`: effects, what persistence leaves of them after the window, and for a plan the starters. */
export function personDraws(account: Account, from: DrawnFrom, D: number): Float64Array {
  const { sums, assumed, assumption } = account;
  const rows = sums.used.length;
  if (assumed) {
    const out = new Float64Array(rows * D);
    drawAssumed(assumed, sums, (source, name) => rankOf(from, source, name), D, out);
    return out;
  }
  const given = from.effect?.effect ?? held(sums.effects.estimate, D);
  const uncertain = persistenceInputs(assumption);
  if (assumption === undefined || from.persistence === undefined || uncertain.length === 0) return given;
  const values = uncertain.map(({ name, distribution, amount }) => {
    const rank = rankOf(from, "persistence", name);
    return rank === undefined ? new Float64Array(D).fill(amount) : quantiles(distribution, rank, new Float64Array(D));
  });
  const out = given.slice();
  const Y = sums.years.length;
  const columns = [...sums.years.keys()].filter((y) => sums.assumed[y] === 1);
  const scale = openPersistenceScale(assumption, sums.consequences);
  const factors = new Float64Array(sums.consequences.length * columns.length);
  const one = new Float64Array(values.length);
  for (let d = 0; d < D; d++) {
    for (let i = 0; i < one.length; i++) one[i] = values[i][d];
    persistenceScale(scale, one, factors);
    for (let i = 0; i < factors.length; i++) {
      const row = Math.floor(i / columns.length) * Y + columns[i % columns.length];
      out[row * D + d] *= factors[i];
    }
  }
  return out;
}

function held(estimate: Float64Array, D: number): Float64Array {
  const out = new Float64Array(estimate.length * D);
  for (let row = 0; row < estimate.length; row++) out.fill(estimate[row], row * D, (row + 1) * D);
  return out;
}
