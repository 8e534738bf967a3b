import type { MoneyFiles, Savings, Verification } from "@kontrafakt/savings";

const million = (x: number) => `${(x / 1e6).toFixed(1)} million`;

/** What the money files hold. */
export function moneyText({ prices, costs, claim, budget }: MoneyFiles): string {
  const of = (values: readonly string[]) => [...new Set(values)].join(", ");
  const claimed = claim.reduce((sum, row) => sum + row.amount, 0);
  const text = [
    `money files: ${prices.length} prices of ${of(prices.map((p) => p.consequence))} to ${of(prices.map((p) => p.payer))}`,
    `${costs.length} rows of programme cost`,
  ];
  if (claim.length > 0) text.push(`claim ${million(claimed)}`);
  if (budget.length > 0) text.push(`${budget.length} budget rows`);
  return text.join("; ");
}

/** Gross saving, what it is worth to the public payers together, what is assumed, and how people fared. */
export function savingsText(savings: Savings): string {
  const { lines, currency, priceYear, payers, figures, human, persistence } = savings;
  const years = [...new Set(savings.years)];
  const total = lines.find(
    (l) =>
      l.basis === "observed" &&
      l.measure === "gross" &&
      l.year === null &&
      l.payer === null &&
      l.consequence === null &&
      !l.discounted,
  );
  const amount = total ? `, gross ${currency} ${million(total.figure.estimate)}` : "";
  const text = [`savings: ${years.join(", ")}, payers ${payers.join(", ")}${amount} at ${priceYear} prices`];
  const worth = figures.find((f) => f.account === "public" && f.horizon === "observed");
  if (worth) {
    const { estimate, lower, upper } = worth.netPresentValue;
    text.push(`net present value to public payers ${million(estimate)} (${million(lower)} to ${million(upper)})`);
  }
  if (persistence.form !== "none") text.push(`after the window assumed (${persistence.form}) until ${persistence.until}`);
  if (human.length > 0) text.push(`beside the money: ${human.map((h) => `${h.outcome} ${h.direction}`).join(", ")}`);
  return text.join("; ");
}

/** Verdict, claim and evaluated figure, and what has become of it in the budget. */
export function verificationText({ verdict, claim, evaluated, waterfall }: Verification): string {
  const { estimate, lower, upper } = evaluated;
  const text = `verification: ${verdict}; claim ${million(claim)}, evaluated ${million(estimate)} (${million(lower)} to ${million(upper)})`;
  const later = waterfall.flatMap(({ step, amount }) => {
    if (step === "assumed" || step === "evaluated" || amount === null) return [];
    return [
      `${{ cashable: "cashable", budgetLowered: "budget lowered", spendingLower: "spending lower" }[step]} ${million(amount)}`,
    ];
  });
  return [text, ...later].join(", ");
}
