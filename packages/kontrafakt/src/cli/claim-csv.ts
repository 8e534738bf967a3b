import { csv, speak } from "@kontrafakt/report";
import type { Language, PlanResults } from "@kontrafakt/study";

const header = ["year", "payer", "consequence", "amount", "priceYear", "currency", "starters", "effect", "price", "cashable"];

/** The plan's saving under the names that savings.claim takes by default, with its parts: what a later study is held against. */
export function claimCsv({ plan, savings }: PlanResults, language: Language): string {
  const { words } = speak(language);
  const rows = plan.claim.map(({ year, payer, consequence, amount, ...parts }) => {
    const { starters, effect, price, cashable } = parts;
    return [year, payer, consequence, amount, savings.priceYear, savings.currency, starters, effect, price, cashable];
  });
  return csv(header, rows, { delimiter: words.csv.delimiter, decimal: words.style.decimal });
}
