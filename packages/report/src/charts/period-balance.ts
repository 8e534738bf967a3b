import type { Balance } from "@kontrafakt/matching";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, shorten, zeroLine } from "./theme.js";

const lineColours = [
  colour.treated,
  colour.comparison,
  colour.others,
  "#CC79A7",
  colour.rest,
  colour.cost,
  colour.band,
  colour.ink,
];
const shapes = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left"];

/**
 * What is left of the difference in each outcome in each period before time zero, one line an outcome. The background says which periods the
 * comparison group was found by, which were left out, and which were held back. Undefined where no period is told.
 *
 * @param label an outcome's label
 * @param periods "Quarters"
 */
export function periodBalanceChart(
  balance: Balance,
  speaker: Speaker,
  label: (outcome: string) => string,
  periods: string,
): Chart | undefined {
  const { words } = speaker;
  const known = (balance.periods ?? []).filter((p) => finite(p.smdAfter) !== null);
  if (known.length === 0) return undefined;
  const outcomes = [...new Set(known.map((p) => p.outcome))].slice(0, lineColours.length);
  // Numbered, so that a user's word alone is never the key of a scale.
  const names = outcomes.map((o, i) => `${i + 1}. ${shorten(label(o), 36)}`);
  const all = (balance.periods ?? []).filter((p) => outcomes.includes(p.outcome));
  const values = all.map((p) => ({ at: -p.before, group: names[outcomes.indexOf(p.outcome)], smd: finite(p.smdAfter) }));
  const farthest = Math.max(...known.map((p) => p.before));
  const shadeOf = { history: "#ececec", gap: "#f3cdb9", "held-back": "#ffffff" } as const;
  const roleNames = { history: words.balance.used, gap: words.balance.gap, "held-back": words.balance.heldBack } as const;
  const roles = (["history", "gap", "held-back"] as const).flatMap((role) => {
    // A period counts as used as soon as one outcome's was.
    const of = all.filter((p) => p.role === role && p.before <= farthest);
    const own = of.filter((p) => role !== "held-back" || !all.some((q) => q.before === p.before && q.role !== "held-back"));
    const at = own.map((p) => p.before);
    return at.length === 0
      ? []
      : [{ role: roleNames[role], from: -Math.max(...at) - 0.5, to: -Math.min(...at) + 0.5, shade: shadeOf[role] }];
  });
  const held = new Set(known.filter((p) => p.role === "held-back").map((p) => p.before)).size;
  const limit = speaker.number(balance.threshold);
  const extent = 1.08 * Math.max(2 * balance.threshold, ...known.map((p) => Math.abs(p.smdAfter)));
  const x = {
    field: "at",
    type: "quantitative",
    scale: { domain: [-farthest - 0.5, -0.5], nice: false },
    axis: { title: words.balance.periodsAxis(periods), grid: false, tickMinStep: 1, labelExpr: "format(-datum.value, 'd')" },
  };
  return chart(
    speaker,
    {
      name: "period-balance",
      title: words.balance.periods,
      description: words.balance.periodsDescription(speaker.number(outcomes.length, 0), speaker.number(held, 0)),
    },
    {
      width: 560,
      height: 270,
      layer: [
        {
          data: { values: roles },
          mark: { type: "rect" },
          encoding: {
            x: { ...x, field: "from" },
            x2: { field: "to" },
            fill: {
              field: "role",
              type: "nominal",
              scale: { domain: roles.map((r) => r.role), range: roles.map((r) => r.shade) },
              legend: { title: null, symbolType: "square", symbolStrokeColor: colour.limit, symbolStrokeWidth: 1 },
            },
          },
        },
        {
          data: { values: [{ low: -balance.threshold, high: balance.threshold }] },
          mark: { type: "rect", color: colour.band, opacity: 0.16 },
          encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
        },
        zeroLine("y"),
        {
          data: { values },
          mark: { type: "line", strokeWidth: 2, point: { size: 34, filled: true } },
          encoding: {
            x,
            y: {
              field: "smd",
              type: "quantitative",
              scale: { domain: [-extent, extent], nice: true },
              axis: { title: [words.chart.smd, `${words.chart.limit.toLowerCase()} ±${limit}`], tickCount: 7 },
            },
            color: {
              field: "group",
              type: "nominal",
              sort: names,
              scale: { domain: names, range: lineColours.slice(0, names.length) },
              legend: { title: null, columns: 2 },
            },
            shape: {
              field: "group",
              type: "nominal",
              sort: names,
              scale: { domain: names, range: shapes.slice(0, names.length) },
              legend: { title: null, columns: 2 },
            },
          },
        },
      ],
    },
  );
}
