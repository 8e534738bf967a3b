import { type Problem, problem } from "@kontrafakt/base";
import type { Account } from "../account/account.js";
import { columnsOf, moneyWeights, type Selection } from "../account/figure.js";
import type { StudyFacts } from "../account/study-facts.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { ClaimRow } from "../savings-value.js";
import { type AmountParts, SOURCES, splitAmounts, type YearParts } from "./gap-parts.js";
import { personYears } from "./person-years.js";
import type { PrimaryRow } from "./primary-row.js";
import type { AccountGap } from "./verification-value.js";

/** Amounts below this share of the claim are rounding. */
const ROUNDING = 1e-9;

/**
 * Evaluated less claimed, over the primary row, split by Shapley into what differed: volume (starters), effect (units fewer per
 * person-year, that part of the change that counts), price, timing (person-years per starter and year) and cashability. Split for each
 * outcome and payer whose claim states its parts, and added up; the rest is one part, `notSeparable`: claims that state only an amount,
 * payers without a price, what claims were rounded by, and of a net row the programme's cost. What steps and lag of capacity take off
 * counts as cashability. Starters of the claim are the most it counts with in a year; those evaluated are the study's, else the most
 * person-years of a year. The parts sum to the gap.
 *
 * @param evaluated estimate of the primary row
 * @returns no gap where years of the claim are not observed yet
 */
export function splitGap(
  account: Account,
  money: MoneyFiles,
  { selection, claim, observed }: PrimaryRow,
  facts: StudyFacts,
  evaluated: number,
): { readonly gap: AccountGap[]; readonly problems: Problem[] } {
  if (!observed) return { gap: [], problems: [] };
  const { measure, payers, consequences, years } = selection;
  const problems: Problem[] = [];
  const sums = SOURCES.map(() => 0);
  let split = false;
  for (const payer of payers) {
    for (const consequence of consequences) {
      const rows = money.claim.filter((r) => r.payer === payer && r.consequence === consequence && years.includes(r.year));
      const stated = rows.filter((r) => r.parts !== undefined);
      if (stated.length === 0) continue;
      // An amount for all outcomes together, or one without parts, leaves its year out.
      const open = years.filter((year) => !money.claim.some((r) => r.year === year && hides(r, payer, consequence)));
      const found = evaluatedParts(account, facts, {
        ...selection,
        payers: [payer],
        consequences: [consequence],
        years: open,
      });
      if (found === undefined) {
        problems.push(problem("savings/gap-not-separable", "note", stated[0].origin, { payer, consequence }));
        continue;
      }
      split = true;
      splitAmounts(claimedParts(stated, open), found).forEach((part, i) => {
        sums[i] += part;
      });
      const part = measure === "cashable" ? undefined : stated.find((r) => (r.parts?.cashable ?? 1) < 1);
      if (part === undefined) continue;
      const params = { payer, consequence, share: part.parts?.cashable ?? 1 };
      problems.push(problem("savings/claim-cashable-against-gross", "warning", part.origin, params));
    }
  }
  const whole = evaluated - claim;
  if (!split) return { gap: [{ source: "notSeparable", amount: whole }], problems };
  if (measure === "cashable") sums[SOURCES.indexOf("cashability")] += evaluated - unitByUnit(account, selection);
  const rest = sums.reduce((left, part) => left - part, whole);
  const gap: AccountGap[] = SOURCES.map((source, i) => ({ source, amount: sums[i] }));
  if (Math.abs(rest) > ROUNDING * Math.max(Math.abs(claim), Math.abs(evaluated)))
    gap.push({ source: "notSeparable", amount: rest });
  return { gap, problems };
}

function hides(row: ClaimRow, payer: string, consequence: string): boolean {
  return row.payer === payer && (row.consequence === "" || (row.consequence === consequence && row.parts === undefined));
}

function claimedParts(rows: readonly ClaimRow[], years: readonly number[]): AmountParts {
  const found = years.map((year): YearParts | undefined => {
    const parts = rows.find((row) => row.year === year)?.parts;
    if (parts === undefined) return undefined;
    return { personYears: parts.starters, effect: parts.effect, price: parts.price, cashability: parts.cashable };
  });
  return { starters: mostOf(found), years: found };
}

/** Of one payer and outcome; undefined where it has no price, or its people are not known. */
function evaluatedParts(account: Account, facts: StudyFacts, pair: Selection): AmountParts | undefined {
  const { sums, prices, payers } = account;
  const c = sums.consequences.indexOf(pair.consequences[0]);
  const k = payers.indexOf(pair.payers[0]);
  if (prices.priced[c * payers.length + k] !== 1) return undefined;
  const people = personYears(account, facts, pair.consequences[0]);
  if (people === undefined) return undefined;
  const weights = moneyWeights(account, { ...pair, measure: "gross", discounted: false });
  const Y = sums.years.length;
  const years: (YearParts | undefined)[] = [];
  for (const year of pair.years) {
    const [y] = columnsOf(account, [year]);
    const units = y === undefined ? 0 : -sums.effects.estimate[c * Y + y];
    const at = people.get(year) ?? 0;
    if (!(at > 0) && units !== 0) return undefined;
    if (!(at > 0) || y === undefined) {
      years.push(undefined);
      continue;
    }
    const cell = (c * payers.length + k) * Y + y;
    const counts = prices.counts[cell];
    const cashability = pair.measure === "cashable" ? prices.cashable[cell] : 1;
    const price = counts > 0 ? -weights[c * Y + y] / counts : 0;
    years.push({ personYears: at, effect: (units * counts) / at, price, cashability });
  }
  return { starters: facts.starters || mostOf(years), years };
}

function mostOf(years: readonly (YearParts | undefined)[]): number {
  return Math.max(0, ...years.map((parts) => parts?.personYears ?? 0));
}

/** Cashable amount with every unit freed by itself and in its own year: Σ price · share · units fewer. */
function unitByUnit(account: Account, selection: Selection): number {
  const { sums, prices, payers } = account;
  const Y = sums.years.length;
  let value = 0;
  for (const payer of selection.payers) {
    const weights = moneyWeights(account, { ...selection, measure: "gross", payers: [payer] });
    weights.forEach((weight, i) => {
      const cell = (Math.floor(i / Y) * payers.length + payers.indexOf(payer)) * Y + (i % Y);
      if (weight !== 0) value += weight * prices.cashable[cell] * sums.effects.estimate[i];
    });
  }
  return value;
}
