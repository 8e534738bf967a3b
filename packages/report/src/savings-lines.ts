import type { MoneyFigure, Savings, SavingsLine, Verification } from "@kontrafakt/savings";
import type { Words } from "./lang/en.js";

export interface LineQuery {
  readonly measure: SavingsLine["measure"];
  readonly year?: number | null;
  readonly payer?: string | null;
  readonly consequence?: string | null;
  /** Within the window, the default, or what the study assumes after it. */
  readonly basis?: SavingsLine["basis"];
  /** Without, undiscounted if there, else discounted. */
  readonly discounted?: boolean;
}

/** The one line asked for; `year`, `payer` and `consequence` left out mean summed over. */
export function findLine(savings: Savings, query: LineQuery): SavingsLine | undefined {
  const { measure, year = null, payer = null, consequence = null, basis = "observed", discounted } = query;
  const fits = savings.lines.filter(
    (l) =>
      l.basis === basis &&
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
export function cumulativeNet(savings: Savings, year: number, basis?: SavingsLine["basis"]): MoneyFigure | undefined {
  const query = { measure: "cumulativeNet", year, ...(basis && { basis }) } as const;
  return findFigure(savings, { ...query, discounted: true }) ?? findFigure(savings, query);
}

/** Calendar years of which something is assumed, after the window of some people at least; in order. */
export function assumedYears({ lines }: Savings): number[] {
  return inOrder(lines.flatMap((l) => (l.basis === "assumed" && l.year !== null ? [l.year] : [])));
}

/** Calendar years of which something was observed, in order. A year may be both. */
export function observedYears(savings: Savings): number[] {
  const assumed = new Set(assumedYears(savings));
  const observed = new Set(savings.lines.flatMap((l) => (l.basis === "observed" ? [l.year] : [])));
  return inOrder(savings.years.filter((year) => observed.has(year) || !assumed.has(year)));
}

function inOrder(years: readonly number[]): number[] {
  return [...new Set(years)].sort((a, b) => a - b);
}

/** What one line says of the verification's primary row: its years and payers together. No interval where lines had to be added up. */
function primarySum(
  savings: Savings,
  verification: Verification,
  measure: SavingsLine["measure"],
): Partial<MoneyFigure> | undefined {
  const { years, payers, consequences = [] } = verification.primary;
  const observed = observedYears(savings);
  const everyYear = years.length === observed.length && observed.every((y) => years.includes(y));
  if (consequences.length === 0 && payers.length === 0 && everyYear) {
    const whole = findFigure(savings, { measure });
    if (whole) return whole;
  }
  let estimate = 0;
  for (const year of years) {
    for (const payer of payers.length === 0 ? [null] : payers) {
      for (const consequence of consequences.length === 0 ? [null] : consequences) {
        const figure = findFigure(savings, { measure, year, payer, consequence });
        if (!figure) return undefined;
        estimate += figure.estimate;
      }
    }
  }
  return { estimate };
}

/** The primary row's evaluated figure, with the limits under uncertain prices where the lines have them for just this row. */
export function primaryEvaluated(savings: Savings, verification: Verification): MoneyFigure {
  const { evaluated, primary } = verification;
  if (evaluated.priceLower !== undefined) return evaluated;
  const line = primarySum(savings, verification, primary.measure);
  return line?.priceLower === undefined ? evaluated : { ...evaluated, priceLower: line.priceLower, priceUpper: line.priceUpper };
}

/** The cashable part of the primary row. */
export function primaryCashable(savings: Savings, verification: Verification): Partial<MoneyFigure> | undefined {
  return primarySum(savings, verification, "cashable");
}

/** What the payers of a total are called: citizens, relatives and others are in none beside a public payer. */
export function allPayersName({ payerShares }: Pick<Savings, "payerShares">, { table: t }: Pick<Words, "table">): string {
  const apart = payerShares.filter(({ kind }) => kind === "citizen" || kind === "relative" || kind === "other");
  return apart.length > 0 && apart.length < payerShares.length ? t.publicPayers : t.allPayers;
}
