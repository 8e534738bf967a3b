import type { Account } from "../account/account.js";
import { costOf, moneyWeights, type Selection } from "../account/figure.js";
import type { MoneyFiles } from "../files/read-money.js";
import type { Verification } from "../savings-value.js";
import { yearObserved } from "./primary-row.js";

type Row = Verification["rows"][number];

/**
 * What was claimed and what was evaluated, by year, payer and consequence, in the primary row's measure. A payer's year that was
 * claimed as one amount, and every net row (the cost belongs to no consequence), has consequence "". What nobody claimed stands
 * with a claim of 0; what is not measured or not wholly observed has evaluated null.
 */
export function claimedAndEvaluated(account: Account, money: MoneyFiles, primary: Selection): Row[] {
  const net = primary.measure === "net";
  const known = account.sums.consequences;
  const claims = new Map<string, { year: number; payer: string; consequence: string; amount: number }>();
  const add = (year: number, payer: string, consequence: string, amount: number) => {
    const key = JSON.stringify([year, payer, consequence]);
    claims.set(key, { year, payer, consequence, amount: (claims.get(key)?.amount ?? 0) + amount });
  };
  for (const row of money.claim) add(row.year, row.payer, net ? "" : row.consequence, row.amount);
  for (const year of primary.years) {
    for (const payer of primary.payers) {
      if (claims.has(JSON.stringify([year, payer, ""]))) continue;
      for (const consequence of net ? [""] : primary.consequences) {
        if (net || isPriced(account, payer, consequence)) add(year, payer, consequence, 0);
      }
    }
  }
  const place = (row: { year: number; payer: string; consequence: string }) =>
    [row.year, account.payers.indexOf(row.payer), known.indexOf(row.consequence)] as const;
  return [...claims.values()]
    .sort((a, b) => {
      const [x, y] = [place(a), place(b)];
      return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
    })
    .map(({ year, payer, consequence, amount }) => {
      const measured =
        net || (consequence === "" ? known.some((c) => isPriced(account, payer, c)) : isPriced(account, payer, consequence));
      const evaluated = measured && yearObserved(account, year) ? estimate(account, primary, year, payer, consequence) : null;
      return { year, payer, consequence, claim: amount, evaluated };
    });
}

function isPriced({ prices, payers, sums }: Account, payer: string, consequence: string): boolean {
  const c = sums.consequences.indexOf(consequence);
  const k = payers.indexOf(payer);
  return c >= 0 && k >= 0 && prices.priced[c * payers.length + k] === 1;
}

function estimate(account: Account, primary: Selection, year: number, payer: string, consequence: string): number {
  const consequences = consequence === "" ? account.sums.consequences : [consequence];
  const selection: Selection = { measure: primary.measure, years: [year], payers: [payer], consequences, discounted: false };
  const weights = moneyWeights(account, selection);
  let value = primary.measure === "net" ? -costOf(account, selection) : 0;
  weights.forEach((weight, i) => {
    if (weight !== 0) value += weight * account.sums.effects.estimate[i];
  });
  return value;
}
