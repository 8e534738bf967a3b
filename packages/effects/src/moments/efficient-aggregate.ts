import { fail } from "@kontrafakt/base";
import type { CohortMoments, Panel } from "@kontrafakt/cohort";
import type { AggregateOptions } from "../att-gt/aggregate.js";
import type { Fit, Term } from "../effects-value.js";
import { messages } from "../messages.js";
import { type EfficientOptionsInput, efficientOptions } from "../options/efficient-options.js";
import { parseOptions } from "../options/parse-options.js";
import { efficientData } from "./efficient-data.js";
import { type EfficientCell, type EfficientDesign, efficientCells, efficientDesign } from "./efficient-design.js";
import { efficientFit } from "./efficient-fit.js";
import { weightedForms } from "./efficient-variance.js";
import type { Form } from "./moment-cells.js";

/**
 * Means over cells, each estimated with the β that makes its own variance smallest. Weights are the numbers of units, which the lot
 * left as they are. simple: all cells from the start on by units · dynamic: at each event time by units, overall = mean over e ≥ 0 · group:
 * within a cohort the mean over t, overall by units · calendar: at each t by units, overall = mean over t. The overall term comes first.
 * Source: Roth & Sant'Anna 2023, doi:10.1086/726581, §2.2.
 */
export function efficientAggregate(
  data: Panel | CohortMoments,
  aggregation: AggregateOptions,
  input: EfficientOptionsInput = {},
): Fit {
  const { type, balanceE } = aggregation;
  if (balanceE !== undefined && type !== "dynamic") fail("effects/balance-event", { option: "balanceE" }, { type }, messages);
  const options = parseOptions(efficientOptions, input);
  const read = efficientData(data, options);
  const design = efficientDesign(read.moments, options.outcomes);
  const cells = efficientCells(design, options.weighting, type === "dynamic" ? undefined : 0);
  return efficientFit(read, design, options, efficientFigures(design, cells, aggregation));
}

/** The means of every outcome, as sums over cells. */
export function efficientFigures(
  design: EfficientDesign,
  cells: readonly EfficientCell[],
  aggregation: AggregateOptions,
): EfficientCell[] {
  const outcomes = [...new Set(cells.map(({ term }) => term.outcome))];
  return outcomes.flatMap((outcome) =>
    figures(
      design,
      cells.filter(({ term }) => term.outcome === outcome),
      aggregation,
    ),
  );
}

function figures(
  design: EfficientDesign,
  cells: readonly EfficientCell[],
  { type, balanceE }: AggregateOptions,
): EfficientCell[] {
  const last = design.moments.periods.ordinals[design.moments.periods.ordinals.length - 1];
  const after = cells.filter(({ term }) => (term.event as number) >= 0);
  const units = (own: readonly EfficientCell[]) => own.map(({ term }) => term.n);
  if (type === "simple") return [average(after, units(after), { kind: "simple" })];
  if (type === "group") {
    const each = groupsBy(after, (t) => t.group as number).map(([group, own]) =>
      average(
        own,
        own.map(() => 1),
        { kind: "group", group },
      ),
    );
    return [average(each, units(each), { kind: "overall", of: "group" }), ...each];
  }
  const members =
    type === "calendar"
      ? after
      : cells.filter(
          ({ term: { group, event } }) =>
            balanceE === undefined || (last - (group as number) >= balanceE && (event as number) <= balanceE),
        );
  const key = type === "dynamic" ? "event" : "time";
  const each = groupsBy(members, (t) => t[key] as number).map(([at, own]) =>
    average(own, units(own), type === "dynamic" ? { kind: "event", event: at } : { kind: "calendar", time: at }),
  );
  const counted = each.filter(({ term }) => (term.event ?? 0) >= 0);
  if (counted.length === 0) return each;
  return [
    average(
      counted,
      counted.map(() => 1),
      { kind: "overall", of: type },
    ),
    ...each,
  ];
}

function groupsBy(cells: readonly EfficientCell[], of: (term: Term) => number): [number, EfficientCell[]][] {
  const found = new Map<number, EfficientCell[]>();
  for (const cell of cells) {
    const own = found.get(of(cell.term));
    if (own) own.push(cell);
    else found.set(of(cell.term), [cell]);
  }
  return [...found].sort(([a], [b]) => a - b);
}

function average(
  cells: readonly EfficientCell[],
  weights: readonly number[],
  label: Pick<Term, "kind" | "event" | "group" | "time" | "of">,
): EfficientCell {
  const total = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((w) => w / total);
  const mean = (of: (cell: EfficientCell) => readonly Form[]) => weightedForms(cells.map(of), shares);
  const { outcome, unit } = cells[0].term;
  const groups = new Map<number, number>();
  for (const { sizes } of cells) for (const [g, n] of sizes) groups.set(g, n);
  const term: Term = {
    outcome,
    unit,
    scale: "difference",
    ...label,
    n: [...groups.values()].reduce((a, b) => a + b, 0),
    controls: cells.reduce((most, { term: t }) => Math.max(most, t.controls), 0),
    personPeriods: cells.reduce((sum, { term: t }) => sum + t.personPeriods, 0),
  };
  return {
    term,
    sizes: groups,
    base: cells.every(({ base }) => base),
    effect: mean(({ effect }) => effect),
    before: mean(({ before }) => before),
    level: mean(({ level }) => level),
  };
}
