import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { MoneyFiles, Savings } from "@kontrafakt/savings";
import { messages } from "../messages.js";

/**
 * Says which outcomes are withheld.
 *
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
): Problem[] {
  const priced = new Set(money.prices.map((p) => p.consequence));
  const one = (code: string, severity: Problem["severity"], name: string) =>
    problem(code, severity, { option: `${block}.${name}` }, { outcome: name, threshold: rules(name).smallCell });
  const known = outcomes.filter((name) => priced.has(name));
  if (known.length > 0 && known.every((name) => rare.includes(name))) {
    const problems = known.map((name) => one("study/outcomes-too-rare", "error", name));
    throw new KontrafaktError(problems, messages);
  }
  return rare.map((name) => one(priced.has(name) ? "study/outcome-rare-priced" : "study/outcome-rare", "warning", name));
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
