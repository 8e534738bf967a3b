import type { Account } from "../account/account.js";
import { combination, figure, moneyWeights } from "../account/figure.js";
import type { TornadoBar } from "../figures/figures-value.js";
import type { Draws } from "./draws-value.js";
import { drawnAccount } from "./each-cell.js";
import { type AccountInput, accountInputs, type InputKey } from "./inputs.js";
import { type DrawnFrom, personDraws } from "./person-draws.js";
import { drawablePrices } from "./price-draws.js";
import { netOf, publicSelection } from "./public-net.js";

/** Where an input is put. */
const ENDS = Float64Array.of(0.025, 0.975);

/**
 * The discounted net of all public payers over all years with one input at a time at its 2.5% and 97.5% quantile and all else as counted with,
 * widest first; an input that moves nothing has no bar. Counted in cashable money where a lag is uncertain. An estimated effect is moved by the t interval of its consequence's saving,
 * in the direction its years vary; prices of a group that move as one are moved as one.
 */
export function tornado(account: Account): TornadoBar[] {
  const inputs = accountInputs(account);
  const selection = publicSelection(account, inputs);
  const prices = drawablePrices(account);
  const bar = ({ source, name }: InputKey, from: DrawnFrom, person?: Float64Array): TornadoBar => {
    const [low, high] = netOf(drawnAccount(account, prices, from, ENDS.length, person), selection);
    return { source, input: name, low, high };
  };
  const effects = account.assumed
    ? []
    : account.sums.consequences.map((name, c) => bar({ source: "effect", name }, {}, movedEffect(account, selection, c)));
  const others = together(inputs, account.correlation).map(({ key, members }) =>
    bar(key, { [key.source]: atEnds(account, members) }),
  );
  return [...effects, ...others]
    .filter(({ low, high }) => low !== high)
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

/** Inputs of a group that moves as one stand as one, by the group's name. */
function together(
  inputs: readonly AccountInput[],
  correlation: Readonly<Record<string, number>>,
): { readonly key: InputKey; readonly members: readonly InputKey[] }[] {
  const out = new Map<string, { key: InputKey; members: InputKey[] }>();
  for (const input of inputs) {
    const { source, name, group } = input;
    const asOne = group !== undefined && (Object.hasOwn(correlation, group) ? correlation[group] : 1) === 1;
    const id = JSON.stringify([source, asOne, asOne ? group : name]);
    const found = out.get(id);
    if (found) found.members.push(input);
    else out.set(id, { key: { source, name: asOne ? group : name }, members: [input] });
  }
  return [...out.values()].map((one) => (one.members.length === 1 ? { ...one, key: one.members[0] } : one));
}

/** Two draws in which some inputs are at their ends, and nothing else varies. */
function atEnds(account: Account, inputs: readonly InputKey[]): Draws {
  const D = ENDS.length;
  const rank = new Float64Array(inputs.length * D);
  for (let i = 0; i < inputs.length; i++) rank.set(ENDS, i * D);
  const empty: Draws = { kind: "draws", draws: D, df: Infinity, effect: new Float64Array(0), inputs, rank };
  return { ...empty, effect: personDraws(account, { effect: empty }, D) };
}

/** Person sums with one consequence's saving at the ends of its interval: θ + Σ_cc·w·(end − w'θ)/(w'Σ_cc·w). */
function movedEffect(account: Account, selection: Parameters<typeof netOf>[1], c: number): Float64Array {
  const { sums } = account;
  const Y = sums.years.length;
  const m = sums.used.length;
  const { estimate, covariance } = sums.effects;
  const D = ENDS.length;
  const person = new Float64Array(m * D);
  for (let row = 0; row < m; row++) person.fill(estimate[row], row * D, (row + 1) * D);
  const weights = moneyWeights(account, { ...selection, consequences: [sums.consequences[c]] });
  const own = combination(account, weights);
  const { lower, upper } = figure(own.estimate, own.se, own.df);
  const along = new Float64Array(Y);
  let variance = 0;
  for (let y = 0; y < Y; y++) {
    for (let z = 0; z < Y; z++) along[y] += covariance[(c * Y + y) * m + c * Y + z] * weights[c * Y + z];
    variance += along[y] * weights[c * Y + y];
  }
  if (!(variance > 0)) return person;
  for (let y = 0; y < Y; y++) {
    [lower, upper].forEach((end, d) => {
      person[(c * Y + y) * D + d] += (along[y] * (end - own.estimate)) / variance;
    });
  }
  return person;
}
