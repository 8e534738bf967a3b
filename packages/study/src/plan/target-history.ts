import { type Context, fail, periodsPerYear, yearOfPeriod } from "@kontrafakt/base";
import { type Cohort, coarseMean, contributions, NEVER, readCohort, type Source, withheldBecause } from "@kontrafakt/cohort";
import { type FigureRules, figureRules } from "../disclosure/figure-rules.js";
import { createTally } from "../disclosure/tally.js";
import { few, tellApart } from "../disclosure/tell.js";
import { messages } from "../messages.js";
import type { Study } from "../options/study-schema.js";

/** What the target group used in each year, as it may be told. */
export interface TargetHistory {
  readonly kind: "target-history";
  readonly rows: readonly { readonly year: number; readonly people: number; readonly outcome: string; readonly units: number }[];
  /** Years of few people, and outcomes of years that few have, are left out. */
  readonly left: readonly { readonly year: number; readonly outcome: string | null }[];
}

/**
 * The history of a target group from a study's people: those who were referred or started, in every whole calendar year of theirs before a
 * start, hence without the programme. Nothing is matched or estimated. Counts and means are told by the study's disclosure rules.
 *
 * @throws KontrafaktError as `readCohort`; `study/history-nobody` where no year may be told
 */
export async function targetHistory(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<TargetHistory> {
  const history = historyOf(await readCohort(sources, study.cohort, context), figureRules(study));
  if (history.rows.length === 0) fail("study/history-nobody", { option: "cohort.people" }, {}, messages);
  return history;
}

/** The same of people who are read. */
export function historyOf({ panel, referral }: Pick<Cohort, "panel" | "referral">, rules: FigureRules): TargetHistory {
  const { ordinals, unit } = panel.periods;
  const T = ordinals.length;
  const span = new Map<number, number[]>();
  ordinals.forEach((ordinal, t) => {
    const year = yearOfPeriod(ordinal, unit);
    span.set(year, [...(span.get(year) ?? []), t]);
  });
  const years = [...span].filter(([, periods]) => periods.length === periodsPerYear(unit));
  const isTarget = (u: number) => panel.firstTreated[u] !== NEVER || referral[u] !== NEVER;
  const target = Array.from({ length: panel.units }, (_, u) => u).filter(isTarget);
  const there = years.map(([, periods]) =>
    target.filter((u) => periods.every((t) => panel.observed[u * T + t] === 1 && ordinals[t] < panel.firstTreated[u])),
  );
  const { smallCell } = rules.people;
  // The study's results tell how many started: a year's people few apart from that would tell of the few.
  const starters = target.filter((u) => panel.firstTreated[u] !== NEVER).length;
  const anchors = [...new Set([starters, target.length])].filter((n) => n >= smallCell);
  const { told } = tellApart(
    there.map((people) => people.length),
    rules.people,
    anchors,
    createTally(),
  );
  const rows: TargetHistory["rows"][number][] = [];
  const left: TargetHistory["left"][number][] = [];
  years.forEach(([year, periods], y) => {
    const people = Number(String(told[y]).replace("≈", ""));
    if (there[y].length === 0) return;
    if (few(there[y].length, smallCell) || !(people > 0)) {
      left.push({ year, outcome: null });
      return;
    }
    for (const { name, values } of panel.measures) {
      const parts = contributions();
      const whole = there[y]
        .map((u) => periods.reduce((sum, t) => sum + values[u * T + t], 0))
        .filter((sum) => !Number.isNaN(sum));
      for (const sum of whole) parts.add(sum);
      if (withheldBecause(parts.finish(), rules.outcome(name)) !== undefined) left.push({ year, outcome: name });
      else {
        const mean = whole.reduce((sum, x) => sum + x, 0) / whole.length;
        const shown = smallCell > 1 ? coarseMean(mean, whole.length, smallCell) : mean;
        rows.push({ year, people, outcome: name, units: Number((shown * people).toPrecision(12)) });
      }
    }
  });
  return { kind: "target-history", rows, left };
}
