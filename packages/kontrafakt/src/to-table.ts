import { fail, periodLabel, type Tidy, tidy } from "@kontrafakt/base";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { type Effects, interval } from "@kontrafakt/effects";
import { type Comparison, TREATED } from "@kontrafakt/matching";
import type { Savings } from "@kontrafakt/savings";
import { messages } from "./messages.js";
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

function effectsTable(effects: Effects): Tidy {
  const rows = effects.terms.map((term, k): Cell[] => {
    const { estimate, se, df, lower, upper } = interval(effects, k, 0.95);
    const { outcome, kind, group, time, event, n } = term;
    return [outcome, kind, cell(group), cell(time), cell(event), n, estimate, se, df, lower, upper];
  });
  return tidy(["outcome", "kind", "group", "time", "event", "n", "estimate", "se", "df", "lower", "upper"], rows);
}

function savingsTable(savings: Savings): Tidy {
  const figures = ["estimate", "se", "df", "lower", "upper", "bandLower", "bandUpper", "priceLower", "priceUpper"];
  const rows = savings.lines.map(({ figure, discounted, ...line }) => ({
    ...line,
    discounted: discounted ? "yes" : "no",
    ...figure,
  }));
  return records(rows, ["measure", "year", "payer", "consequence", "discounted", ...figures]);
}

const balanceColumns =
  "covariate meanTreated meanControlBefore meanControlAfter smdBefore smdAfter varianceRatioBefore varianceRatioAfter ksBefore ksAfter";

/**
 * A value as a tidy table (`toArquero` makes an Arquero table of it): a panel by person-period, a comparison by row, a balance by
 * covariate, effects by term with 95% limits, savings by line, a verification by claimed row.
 */
export function toTable(input: Tabular): Tidy {
  const value = unwrap(input);
  switch (value.kind) {
    case "panel":
      return panelTable(value);
    case "comparison":
      return comparisonTable(value);
    case "matched":
      return comparisonTable(value.comparison);
    case "balance":
      return records(value.rows, balanceColumns.split(" "));
    case "effects":
      return effectsTable(value);
    case "evaluation":
      return savingsTable(value.results.savings);
    case "results":
      return savingsTable(value.savings);
    case "savings":
      return savingsTable(value);
    case "verification":
      return records(value.rows, ["year", "payer", "consequence", "claim", "evaluated"]);
    default:
      return fail("kontrafakt/no-table", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}
