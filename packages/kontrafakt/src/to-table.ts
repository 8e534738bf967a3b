import { fail, type PeriodUnit, periodLabel, type Tidy, tidy } from "@kontrafakt/base";
import {
  ALWAYS,
  type Cells,
  type CohortMoments,
  type CrossSections,
  meansCovariance,
  momentMeans,
  NEVER,
  type Panel,
  pairSums,
  variableCount,
} from "@kontrafakt/cohort";
import { type Comparison, TREATED } from "@kontrafakt/matching";
import {
  baconTable,
  effectsTable,
  inferenceTable,
  ratioTable,
  relativeEffectsTable,
  twoWayWeightsTable,
} from "./effects-tables.js";
import { messages } from "./messages.js";
import {
  type MoneyPart,
  moneyTable,
  resultsTable,
  type SavingsPart,
  savingsTable,
  type VerificationPart,
  verificationTable,
} from "./savings-tables.js";
import { type Tabular, unwrap } from "./tabular.js";

type Cell = string | number | null;

const cell = (value: unknown): Cell =>
  typeof value === "number" || typeof value === "string" ? value : value === undefined || value === null ? null : String(value);

/** The named properties of records as a table. */
function records(rows: readonly object[], names: readonly string[]): Tidy {
  return tidy(
    names,
    rows.map((row) => names.map((name) => cell((row as Record<string, unknown>)[name]))),
  );
}

function panelTable(panel: Panel): Tidy {
  const { units, periods, measures } = panel;
  const count = periods.ordinals.length;
  const rows: Cell[][] = [];
  for (let i = 0; i < units; i++) {
    const start = panel.firstTreated[i];
    const first = start === NEVER ? null : start === ALWAYS ? "before" : periodLabel(start, periods.unit);
    for (let t = 0; t < count; t++) {
      if (panel.observed[i * count + t] === 0) continue;
      rows.push([i, periodLabel(periods.ordinals[t], periods.unit), first, ...measures.map((m) => m.values[i * count + t])]);
    }
  }
  return tidy(["unit", "period", "firstTreated", ...measures.map((m) => m.name)], rows);
}

const startLabel = (start: number, unit: PeriodUnit): Cell =>
  start === NEVER ? null : start === ALWAYS ? "before" : periodLabel(start, unit);

function crossSectionsTable(data: CrossSections): Tidy {
  const { periods, measures } = data;
  const rows = Array.from({ length: data.rows }, (_, i): Cell[] => [
    data.groupNames[data.group[i]],
    periodLabel(periods.ordinals[data.period[i]], periods.unit),
    startLabel(data.firstTreated[i], periods.unit),
    ...measures.map((m) => m.values[i]),
  ]);
  return tidy(["group", "period", "firstTreated", ...measures.map((m) => m.name)], rows);
}

function cellsTable({ groups, periods, outcomes }: Cells): Tidy {
  const T = periods.ordinals.length;
  const rows = groups.flatMap((group) =>
    outcomes.flatMap(({ name }, k) =>
      Array.from({ length: T }, (_, t): Cell[] => {
        const v = k * T + t;
        const period = periodLabel(periods.ordinals[t], periods.unit);
        const start = startLabel(group.firstTreated, periods.unit);
        return [group.name, group.stratum, start, name, period, group.n[v], group.mean[v], group.sd[v]];
      }),
    ),
  );
  return tidy(["group", "stratum", "firstTreated", "outcome", "period", "n", "mean", "sd"], rows);
}

/** Means by cohort, stratum, outcome and period; the standard error is that of the mean of such people, without a small-sample factor. */
function momentsTable(m: CohortMoments): Tidy {
  const T = m.periods.ordinals.length;
  const V = variableCount(m);
  const means = momentMeans(m);
  const rows = m.arms.flatMap((arm, a) => {
    const covariance = meansCovariance(m, a, a);
    return Array.from({ length: V }, (_, v): Cell[] => {
      const { n, w } = pairSums(arm, V, v, v);
      const start = startLabel(arm.firstTreated, m.periods.unit);
      const period = periodLabel(m.periods.ordinals[v % T], m.periods.unit);
      const outcome = m.outcomes[Math.floor(v / T)].name;
      return [start, m.strata[arm.stratum], outcome, period, n, w, means[a * V + v], Math.sqrt(covariance[v * V + v])];
    });
  });
  return tidy(["firstTreated", "stratum", "outcome", "period", "n", "weight", "mean", "se"], rows);
}

function comparisonTable(c: Comparison): Tidy {
  const rows = Array.from(c.unit, (unit, i): Cell[] => [
    unit,
    c.wave[i],
    c.set[i],
    c.role[i] === TREATED ? "treated" : "control",
    c.weight[i],
    c.score[i],
  ]);
  return tidy(["unit", "wave", "set", "role", "weight", "score"], rows);
}

const balanceColumns =
  "covariate meanTreated meanControlBefore meanControlAfter smdBefore smdAfter varianceRatioBefore varianceRatioAfter ksBefore ksAfter";

/**
 * A value as a tidy table (`toArquero` makes an Arquero table of it): a panel or cross-sections by person-period, cells and moments by cohort and period, a comparison by row, a balance by
 * covariate, effects by term with 95% limits, a decomposition of two-way fixed effects by comparison or cell, a figure by a method of inference in one row, relative effects, savings by line, a verification by claimed row.
 *
 * @param part of savings, of a verification, or of those in results: the table of a part by its name, as `figures`, `transfers` or `waterfall`
 * @throws KontrafaktError `kontrafakt/no-table`, `kontrafakt/no-part`
 */
export function toTable(input: Tabular, part?: SavingsPart | VerificationPart | MoneyPart): Tidy {
  const value = unwrap(input);
  switch (value.kind) {
    case "panel":
      return panelTable(value);
    case "cross-sections":
      return crossSectionsTable(value);
    case "cells":
      return cellsTable(value);
    case "cohort-moments":
      return momentsTable(value);
    case "comparison":
      return comparisonTable(value);
    case "matched":
      return comparisonTable(value.comparison);
    case "balance":
      return records(value.rows, balanceColumns.split(" "));
    case "effects":
      return effectsTable(value);
    case "bacon":
      return baconTable(value);
    case "two-way-weights":
      return twoWayWeightsTable(value);
    case "inference":
      return inferenceTable([value]);
    case "ratio":
      return ratioTable(value);
    case "relative-effects":
      return relativeEffectsTable(value);
    case "evaluation":
      return resultsTable(value.results, part);
    case "results":
      return resultsTable(value, part);
    case "money-files":
      return moneyTable(value, part);
    case "savings":
      return savingsTable(value, part);
    case "verification":
      return verificationTable(value, part);
    default:
      return fail("kontrafakt/no-table", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}
