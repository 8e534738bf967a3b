import type { MatchedResults } from "@kontrafakt/study";
import { covariateLabel } from "../covariate-label.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";

/** What a balance says beside its rows: effective sizes, squares and products, and how its differences are to be read. */
export function balanceLines(results: MatchedResults, speaker: Speaker): string[] {
  const { balance: words, assume } = speaker.words;
  const { balance } = results;
  const { effective, products, threshold } = balance;
  const lines: string[] = [];
  const starters = finite(effective?.treatedAfter);
  const controls = speaker.number(balance.effectiveControls, 0);
  lines.push(starters === null ? assume.effectiveControls(controls) : words.effective(speaker.number(starters, 0), controls));
  const total = products ? products.squares + products.interactions : 0;
  if (products && total > 0) {
    const n = speaker.number(total, 0);
    const limit = speaker.number(threshold);
    if (products.overAfter === 0 || !products.worst) lines.push(words.productsFine(n, limit));
    else {
      const size = speaker.number(Math.abs(products.worst.smdAfter));
      lines.push(words.products(speaker.number(products.overAfter, 0), n, limit, productName(results, speaker), size));
    }
  }
  if (balance.denominator === "pooled") lines.push(words.pooled);
  if (balance.binary === "raw") lines.push(words.raw);
  return lines;
}

function productName(results: MatchedResults, speaker: Speaker): string {
  const [first, second] = results.balance.products?.worst?.covariates ?? ["", ""];
  const name = (covariate: string): string => {
    const row = results.balance.rows.find((r) => r.covariate === covariate);
    return row ? covariateLabel(row, results, speaker) : covariate;
  };
  const { product, square } = speaker.words.balance;
  return first === second ? square(name(first)) : product(name(first), name(second));
}

/** A wave by its period's label. */
export function waveLabel(results: MatchedResults, ordinal: number, speaker: Speaker): string {
  return speaker.period(results.periods.labels[results.periods.ordinals.indexOf(ordinal)] ?? String(ordinal));
}
