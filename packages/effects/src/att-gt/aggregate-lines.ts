import type { Effects, GroupShares, Term } from "../effects-value.js";

export const aggregateTypes = ["simple", "dynamic", "group", "calendar"] as const;
export type AggregateType = (typeof aggregateTypes)[number];

export interface AggregateOptions {
  readonly type: AggregateType;
  /** For dynamic: only groups seen at least this many periods after the start, so that each event time rests on the same groups. */
  readonly balanceE?: number;
}

type Shares = Pick<GroupShares, "groups" | "share">;

/** A figure as sums over cells and over group shares: θ = Σ cell_k ATT_k, with Σ share_g dp_g from the weights being estimated. */
export interface Line {
  readonly term: Term;
  readonly cell: Float64Array;
  readonly share: Float64Array;
}

/** Σ cell · estimate. */
export function combined(effects: Effects, cell: Float64Array): number {
  let v = 0;
  for (let k = 0; k < cell.length; k++) if (cell[k] !== 0) v += cell[k] * effects.estimate[k];
  return v;
}

/** The figures of one outcome and scale, the overall one first. */
export function linesOf(
  effects: Effects,
  shares: Shares,
  usable: readonly number[],
  type: AggregateType,
  balanceE?: number,
): Line[] {
  const { terms } = effects;
  const post = usable.filter((k) => terms[k].event! >= 0);
  if (post.length === 0 && type !== "dynamic") return [];
  if (type === "simple") return [byShare(effects, shares, post, { kind: "simple" })];
  if (type === "group") {
    const each = distinct(post, (k) => terms[k].group!).map((group) => plainMean(effects, shares, post, group));
    return [overGroups(effects, shares, each), ...each];
  }
  const key = type === "dynamic" ? "event" : "time";
  const members = type === "dynamic" ? balanced(terms, usable, balanceE) : post;
  const each = distinct(members, (k) => terms[k][key]!).map((at) => {
    const own = members.filter((k) => terms[k][key] === at);
    return byShare(effects, shares, own, type === "dynamic" ? { kind: "event", event: at } : { kind: "calendar", time: at });
  });
  const counted = each.filter((l) => type === "calendar" || l.term.event! >= 0);
  if (counted.length === 0) return each;
  return [mean(effects, counted, { kind: "overall", of: type }), ...each];
}

function distinct(members: readonly number[], of: (k: number) => number): number[] {
  return [...new Set(members.map(of))].sort((a, b) => a - b);
}

/** Groups seen for `balanceE` periods, up to that event time. */
function balanced(terms: readonly Term[], usable: readonly number[], balanceE?: number): readonly number[] {
  if (balanceE === undefined) return usable;
  const last = Math.max(...terms.map((t) => t.time!));
  return usable.filter((k) => last - terms[k].group! >= balanceE && terms[k].event! <= balanceE);
}

type Label = Pick<Term, "kind" | "event" | "group" | "time" | "of">;

function term(effects: Effects, members: readonly number[], label: Label): Term {
  const sizes = new Map<number, Term>();
  let personPeriods = 0;
  let controls = 0;
  for (const k of members) {
    const t = effects.terms[k];
    sizes.set(t.group!, t);
    personPeriods += t.personPeriods;
    controls = Math.max(controls, t.controls);
  }
  const { outcome, unit, scale } = effects.terms[members[0]];
  const n = [...sizes.values()].reduce((sum, t) => sum + t.n, 0);
  return { outcome, unit, scale, ...label, n, controls, personPeriods };
}

/** Σ p_k ATT_k / Σ p_k; the derivative by p_g is Σ_{k in g} (ATT_k − θ) / Σ p. */
function byShare(effects: Effects, shares: Shares, members: readonly number[], label: Label): Line {
  const place = new Map(Array.from(shares.groups, (g, i) => [g, i]));
  const index = members.map((k) => place.get(effects.terms[k].group!)!);
  const sum = index.reduce((total, g) => total + shares.share[g], 0);
  const cell = new Float64Array(effects.terms.length);
  members.forEach((k, i) => {
    cell[k] = shares.share[index[i]] / sum;
  });
  const theta = combined(effects, cell);
  const share = new Float64Array(shares.groups.length);
  members.forEach((k, i) => {
    share[index[i]] += (effects.estimate[k] - theta) / sum;
  });
  return { term: term(effects, members, label), cell, share };
}

function plainMean(effects: Effects, shares: Shares, post: readonly number[], group: number): Line {
  const own = post.filter((k) => effects.terms[k].group === group);
  const cell = new Float64Array(effects.terms.length);
  for (const k of own) cell[k] = 1 / own.length;
  return { term: term(effects, own, { kind: "group", group }), cell, share: new Float64Array(shares.groups.length) };
}

function overGroups(effects: Effects, shares: Shares, each: readonly Line[]): Line {
  const index = each.map((l) => shares.groups.indexOf(l.term.group!));
  const sum = index.reduce((total, g) => total + shares.share[g], 0);
  const line = weighted(
    effects,
    each,
    index.map((g) => shares.share[g] / sum),
    { kind: "overall", of: "group" },
  );
  const theta = combined(effects, line.cell);
  each.forEach((l, i) => {
    line.share[index[i]] += (combined(effects, l.cell) - theta) / sum;
  });
  return line;
}

function mean(effects: Effects, each: readonly Line[], label: Label): Line {
  return weighted(
    effects,
    each,
    each.map(() => 1 / each.length),
    label,
  );
}

function weighted(effects: Effects, each: readonly Line[], weights: readonly number[], label: Label): Line {
  const cell = new Float64Array(each[0].cell.length);
  const share = new Float64Array(each[0].share.length);
  each.forEach((l, i) => {
    l.cell.forEach((v, k) => {
      cell[k] += weights[i] * v;
    });
    l.share.forEach((v, g) => {
      share[g] += weights[i] * v;
    });
  });
  const members = [...cell.keys()].filter((k) => cell[k] !== 0);
  return { term: term(effects, members, label), cell, share };
}
