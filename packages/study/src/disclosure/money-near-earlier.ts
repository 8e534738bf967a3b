import type { Problem } from "@kontrafakt/base";
import type { MoneyFigure, Reconciliation, Subgroup } from "@kontrafakt/savings";
import type { MatchedResults, PublishedFacts } from "../results.js";
import { nearest, type TellCount } from "./count-near.js";

type Money = Pick<MatchedResults, "savings" | "verification" | "money">;
type Earlier = Money & Pick<MatchedResults, "analysed" | "waves">;

/** How far the people are others than they were. */
export interface Moved {
  /** Few starters came or left. */
  readonly starters: boolean;
  /** Few of everyone in the data may have come or left. */
  readonly people: boolean;
}

/**
 * What of the money tells how many people there are, beside an earlier publication: where few came or left, sums over people stand as they
 * were, and figures made of a number of starters are left out, since each of them gives that number away.
 *
 * @param earlier of a version that told no facts, its counts stand for them
 */
export function moneyNearEarlier(
  { savings, verification, money }: Money,
  earlier: Earlier,
  moved: Moved,
  count: TellCount,
): Money {
  const facts = factsNear(money.facts, earlier, moved.people, count);
  const subgroups = savings.subgroups?.map((s) => subgroupNear(s, earlier.savings.subgroups, count));
  const told = { ...savings, ...(subgroups && { subgroups }) };
  const reconciliation = moved.people
    ? verification.reconciliation.map((row) => rowNear(row, earlier.verification.reconciliation))
    : verification.reconciliation;
  const checked = { ...verification, reconciliation };
  if (!moved.starters) return { savings: told, verification: checked, money: { ...money, facts } };
  const { scaled: _, ...rest } = told;
  const figures = rest.figures.map((f) => ({
    ...f,
    switching: f.switching.filter((s) => s.input !== "starters" && s.input !== "effect"),
  }));
  const whole = verification.gap.reduce((sum, part) => sum + part.amount, 0);
  const gap = verification.gap.length === 0 ? [] : [{ source: "notSeparable" as const, amount: whole }];
  return { savings: { ...rest, figures }, verification: { ...checked, gap }, money: { ...money, facts } };
}

/** Where the starters of a subgroup are told as they were, its saving per starter is by that number too: total and saving each would tell it. */
function subgroupNear(now: Subgroup, earlier: readonly Subgroup[] | undefined, count: TellCount): Subgroup {
  if (now.starters === null) return now;
  const then = earlier?.find((e) => e.covariate === now.covariate && e.value === now.value);
  const starters = count(`savings.subgroups.${now.covariate}.${now.value}.starters`, now.starters, then?.starters ?? undefined);
  const factor = nearest(now.starters) / nearest(starters);
  if (starters === now.starters || !Number.isFinite(factor)) return { ...now, starters };
  return { ...now, starters, perStarter: times(now.perStarter, factor) };
}

function times(figure: MoneyFigure, factor: number): MoneyFigure {
  const { priceLower, priceUpper } = figure;
  return {
    ...figure,
    estimate: figure.estimate * factor,
    se: figure.se * factor,
    lower: figure.lower * factor,
    upper: figure.upper * factor,
    ...(priceLower !== undefined && { priceLower: priceLower * factor }),
    ...(priceUpper !== undefined && { priceUpper: priceUpper * factor }),
  };
}

/** Everyone's units × price as they were, against what is booked now. */
function rowNear(row: Reconciliation, earlier: readonly Reconciliation[]): Reconciliation {
  const then = earlier.find((e) => e.account === row.account && e.payer === row.payer && e.year === row.year);
  if (then === undefined) return row;
  const { computed } = then;
  const difference = computed - row.booked;
  return { ...row, computed, difference, share: row.booked === 0 ? null : difference / Math.abs(row.booked) };
}

/** Problems that tell what everyone's units cost, with the amount that the reconciliation tells. */
export function accountProblemsNear(problems: readonly Problem[], reconciliation: readonly Reconciliation[]): Problem[] {
  return problems.map((p) => {
    if (!("computed" in p.params)) return p;
    const { account, payer, year } = p.params;
    const row = reconciliation.find((r) => r.account === account && r.payer === payer && r.year === year);
    if (row === undefined) return p;
    const percent = row.share === null ? null : Math.round(row.share * 100);
    return { ...p, params: { ...p.params, computed: Math.round(row.computed), percent } };
  });
}

function factsNear(now: PublishedFacts, earlier: Earlier, moved: boolean, count: TellCount): PublishedFacts {
  const then = earlier.money.facts;
  const matched = then.starters ?? nearest(earlier.analysed.matched);
  const waveThen = (wave: number) => {
    const told = same(then.waves, (e) => e.wave === wave)?.starters;
    return told ?? nearest(earlier.waves.find((e) => e.ordinal === wave)?.matched ?? Number.NaN);
  };
  const near = (what: string, value: number, before: number | undefined) => nearest(count(`money.facts.${what}`, value, before));
  return {
    ...now,
    ...(now.starters !== undefined && { starters: near("starters", now.starters, matched) }),
    ...(now.waves && {
      waves: now.waves.map((w) => ({
        ...w,
        starters: near(`waves.${w.wave}`, w.starters, waveThen(w.wave)),
      })),
    }),
    ...(now.personYears && {
      personYears: now.personYears.map((p) => {
        const before = same(then.personYears, (e) => e.outcome === p.outcome && e.year === p.year)?.value;
        return { ...p, value: near(`personYears.${p.outcome}.${p.year}`, p.value, before) };
      }),
    }),
    ...(moved &&
      now.totals && {
        totals: now.totals.map((t) => same(then.totals, (e) => e.outcome === t.outcome && e.year === t.year) ?? t),
      }),
  };
}

function same<T>(list: readonly T[] | undefined, is: (one: T) => boolean): T | undefined {
  return list?.find(is);
}
