import { type Day, dateOf, dayOf, firstDayOfPeriod, NO_DAY, yearOfPeriod } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type Comparison, TREATED } from "@kontrafakt/matching";
import type { StudyFacts } from "@kontrafakt/savings";
import type { Study } from "./options/study-schema.js";

/** What a share is rounded to: the first that holds two people or more, so that one of them is not told by it. */
const COARSE = [0.05, 0.1, 0.25, 0.5];

/**
 * Share of each calendar year after the window that matched starters still under observation at its end live through below an age, on average
 * over them; of the window's last year only what is left of it. What `savings.persistence.ageOut` counts with.
 *
 * @returns undefined without such an age or birth dates, or where nobody was followed to the end
 */
export function remainingShares(
  panel: Panel,
  comparison: Comparison,
  { ageOut, years, outcomes }: Study["savings"]["persistence"],
): StudyFacts["remaining"] {
  const { born, observed, periods } = panel;
  const { unit, ordinals } = periods;
  if (ageOut === undefined || born === undefined || unit === "ordinal") return undefined;
  const T = ordinals.length;
  const followed = new Set<number>();
  comparison.unit.forEach((u, i) => {
    if (comparison.role[i] === TREATED && observed[u * T + T - 1] === 1 && born[u] !== NO_DAY) followed.add(u);
  });
  if (followed.size === 0) return undefined;
  const limits = Array.from(followed, (u) => birthday(born[u], ageOut));
  const after = ordinals[T - 1] + 1;
  const first = yearOfPeriod(after, unit);
  const step = COARSE.find((share) => share * followed.size >= 2) ?? 1;
  const longest = Math.max(years, ...Object.values(outcomes).map((course) => course.years));
  return Array.from({ length: longest + 1 }, (_, i) => {
    const from = Math.max(firstDayOfPeriod(after, unit), dayOf(first + i, 1, 1));
    const to = dayOf(first + i + 1, 1, 1);
    const below = limits.reduce((sum, day) => sum + Math.min(1, Math.max(0, (day - from) / (to - from))), 0);
    return { year: first + i, share: Math.round(below / followed.size / step) / Math.round(1 / step) };
  });
}

/** The day someone reaches an age in years, part of a year as days of it; 29 February counts as 1 March. */
function birthday(born: Day, age: number): Day {
  const { year, month, day } = dateOf(born);
  const whole = Math.floor(age);
  const date = dayOf(year + whole, month, day);
  return (date === NO_DAY ? dayOf(year + whole, 3, 1) : date) + Math.round((age - whole) * 365.25);
}
