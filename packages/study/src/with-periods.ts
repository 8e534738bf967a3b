import { type Params, type PeriodUnit, type Problem, periodLabel } from "@kontrafakt/base";

/** Parameters of the effects' problems that are ordinals of periods. */
const PERIODS = new Set(["group", "time", "control"]);
/** Problems whose `from` (and `to`) are periods too; of others they are event times. */
const FROM = new Set(["effects/last-group-as-control", "effects/last-cohort-as-control", "effects/no-treated"]);

/** Group and period of a cell in `which`, as (g, t), with or without ATT before it, or as g/t. */
const CELLS = /\((-?\d+), (-?\d+)\)|(?<=^|, )(-?\d+)\/(-?\d+)(?=, |$)/g;

/** What a problem of effects tells, with the labels of periods in place of their ordinals. */
export function withPeriods({ code, params }: Problem, unit: PeriodUnit): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === "which" && typeof value === "string") return [name, cellsLabelled(value, unit)];
      const isPeriod = PERIODS.has(name) || (FROM.has(code) && (name === "from" || name === "to"));
      return [name, isPeriod && typeof value === "number" ? periodLabel(value, unit) : value];
    }),
  );
}

function cellsLabelled(which: string, unit: PeriodUnit): string {
  const label = (ordinal: string) => periodLabel(Number(ordinal), unit);
  return which.replace(CELLS, (_, g?: string, t?: string, group?: string, time?: string) =>
    g !== undefined && t !== undefined ? `(${label(g)}, ${label(t)})` : `${label(group ?? "")}/${label(time ?? "")}`,
  );
}
