import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { MoneyFiles, Savings } from "@kontrafakt/savings";
import { messages } from "../messages.js";

/**
 * Outcomes that few have, with that of all spend where there are any: less what is told of its parts it would be the spend on those that may
 * not be told.
 */
export function withTotalSpend(
  few: readonly string[],
  outcomes: readonly string[],
  { totalSpend }: { readonly totalSpend?: string | undefined },
): string[] {
  return outcomes.filter((name) => few.includes(name) || (few.length > 0 && name === totalSpend));
}

/** Savings options without an outcome of all spend that is withheld: nothing can be held against it. */
export function withoutRareTotal<T extends { readonly totalSpend?: string | undefined }>(options: T, rare: readonly string[]): T {
  const { totalSpend, ...rest } = options;
  return totalSpend !== undefined && rare.includes(totalSpend) ? (rest as T) : options;
}

/**
 * Says which outcomes are withheld.
 *
 * @param totalSpend the outcome of all spend, withheld beside any other
 * @param outcomes all of the study's
 * @param block the options that name them
 * @throws KontrafaktError `study/outcomes-too-rare` where no outcome with a price is left, so that there is no answer to give
 */
export function rareOutcomes(
  rare: readonly string[],
  outcomes: readonly string[],
  rules: (outcome: string) => { readonly smallCell: number },
  money: Pick<MoneyFiles, "prices">,
  block = "cohort.outcomes",
  totalSpend?: string,
): Problem[] {
  const priced = new Set(money.prices.map((p) => p.consequence));
  const one = (code: string, severity: Problem["severity"], name: string) =>
    problem(code, severity, { option: `${block}.${name}` }, { outcome: name, threshold: rules(name).smallCell });
  const known = outcomes.filter((name) => priced.has(name));
  if (known.length > 0 && known.every((name) => rare.includes(name))) {
    const problems = known.map((name) => one("study/outcomes-too-rare", "error", name));
    throw new KontrafaktError(problems, messages);
  }
  const codeOf = (name: string) => {
    if (priced.has(name)) return "study/outcome-rare-priced";
    return name === totalSpend && rare.length > 1 ? "study/total-spend-withheld" : "study/outcome-rare";
  };
  return rare.map((name) => one(codeOf(name), "warning", name));
}

/** What payers pay for rare outcomes is not measured; a payer who pays for nothing else has no net, which would be its cost alone. */
export function withoutRare(savings: Savings, rare: readonly string[], money: Pick<MoneyFiles, "prices">): Savings {
  const pairs = new Map(
    money.prices
      .filter((p) => rare.includes(p.consequence))
      .map(({ payer, consequence }) => [JSON.stringify([payer, consequence]), { payer, consequence }]),
  );
  if (pairs.size === 0) return savings;
  const gross = new Set(savings.lines.filter((l) => l.measure === "gross").map((l) => l.payer));
  return {
    ...savings,
    lines: savings.lines.filter((l) => l.measure === "cost" || gross.has(l.payer)),
    notMeasured: [...savings.notMeasured, ...pairs.values()],
  };
}
