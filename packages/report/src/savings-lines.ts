import type { MoneyFigure, Savings, SavingsLine } from "@kontrafakt/savings";

export interface LineQuery {
  readonly measure: SavingsLine["measure"];
  readonly year?: number | null;
  readonly payer?: string | null;
  readonly consequence?: string | null;
  /** Without, undiscounted if there, else discounted. */
  readonly discounted?: boolean;
}

/** The one line asked for; `year`, `payer` and `consequence` left out mean summed over. */
export function findLine(savings: Savings, query: LineQuery): SavingsLine | undefined {
  const { measure, year = null, payer = null, consequence = null, discounted } = query;
  const fits = savings.lines.filter(
    (l) =>
      l.measure === measure &&
      (l.year ?? null) === year &&
      (l.payer ?? null) === payer &&
      (l.consequence ?? null) === consequence &&
      (discounted === undefined || l.discounted === discounted),
  );
  return fits.find((l) => !l.discounted) ?? fits[0];
}

export function findFigure(savings: Savings, query: LineQuery): MoneyFigure | undefined {
  return findLine(savings, query)?.figure;
}

/** Cumulative net by year, as break-even is judged: discounted where there is such a line. */
export function cumulativeNet(savings: Savings, year: number): MoneyFigure | undefined {
  return findFigure(savings, { measure: "cumulativeNet", year, discounted: true }) ?? findFigure(savings, { measure: "cumulativeNet", year });
}
