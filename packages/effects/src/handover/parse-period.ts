import type { PeriodUnit } from "@kontrafakt/base";

const quarter = /^(\d{4})[-\s]?[QqKk]([1-4])$/;
const month = /^(\d{4})(?:[-\s]?[Mm]|-)(\d{1,2})$/;
const year = /^\d{4}$/;
const ordinal = /^-?\d{1,9}$/;

/** Ordinal of a period's label: `2021`, `2021Q3` (or `2021K3`), `2021-07` (or `2021M07`), a whole number; NaN for anything else. */
export function parsePeriod(label: string, unit: PeriodUnit): number {
  const text = label.trim();
  if (unit === "year") return year.test(text) ? Number(text) : Number.NaN;
  if (unit === "ordinal") return ordinal.test(text) ? Number(text) : Number.NaN;
  const match = (unit === "quarter" ? quarter : month).exec(text);
  if (!match) return Number.NaN;
  const perYear = unit === "quarter" ? 4 : 12;
  const within = Number(match[2]);
  return within >= 1 && within <= perYear ? Number(match[1]) * perYear + within - 1 : Number.NaN;
}
