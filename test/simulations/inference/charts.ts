import type { CellSummary } from "./summarise.js";

const OURS = { blue: "#0072B2", orange: "#D55E00", ink: "#1a1a1a", soft: "#5a5a5a", grid: "#e6e6e6" };
const TITLES: Readonly<Record<string, string>> = {
  normal: "Normal",
  spells: "Days of spells, 25% positive",
  cost: "Lognormal cost, 15% positive",
};

interface Dot {
  readonly setting: string;
  readonly value: number;
  readonly series: string;
}

/** Coverage of every cell with an effect, ours beside `did`'s. */
export function coverageChart(cells: readonly CellSummary[]): object {
  const ours = "Kontrafakt's default";
  const did = "did's (normal quantiles, no factor)";
  const dots = (outcome: string): Dot[] =>
    cells.flatMap((c) =>
      c.outcome !== outcome || c.effect === "none"
        ? []
        : [
            { setting: c.setting, value: c.did.coverage, series: did },
            { setting: c.setting, value: c.coverage, series: ours },
          ],
    );
  return figure({
    name: "coverage",
    title: "How often 95% intervals of the total hold the truth",
    description:
      "For every cell of the coverage programme, the share of 2,000 replications whose 95% interval holds the truth, by Kontrafakt's default and by did; two dots a row, for an effect that is the same in every wave and one that differs.",
    axis: "Share of replications that hold the truth",
    series: [ours, did],
    format: ".0%",
    rules: [0.9, 0.95],
    cells,
    dots,
  });
}

/** False savings of every world without an effect: by the interval alone, and where the second test must agree. */
export function falseSavingsChart(cells: readonly CellSummary[]): object {
  const both = "Interval and second test (what a report shows)";
  const alone = "Interval alone";
  const dots = (outcome: string): Dot[] =>
    cells.flatMap((c) =>
      c.outcome !== outcome || c.effect !== "none"
        ? []
        : [
            { setting: c.setting, value: c.falseSavings!, series: alone },
            { setting: c.setting, value: c.falseSavingsShown!, series: both },
          ],
    );
  return figure({
    name: "false-savings",
    title: "How often a saving is shown that is none",
    description:
      "For every world without an effect, the share of 4,000 replications in which a saving would be shown, by the interval alone and where the second test must agree. The line is at 3%.",
    axis: "Share of replications",
    series: [both, alone],
    format: ".0%",
    rules: [0.03],
    zero: true,
    cells,
    dots,
  });
}

interface Figure {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  readonly series: readonly [string, string];
  readonly format: string;
  readonly rules: readonly number[];
  readonly zero?: boolean;
  readonly cells: readonly CellSummary[];
  readonly dots: (outcome: string) => readonly Dot[];
}

/** A panel for each outcome, a row for each setting. */
function figure({ name, title, description, axis, series, format, rules, zero, cells, dots }: Figure): object {
  const settings = [...new Set(cells.map((c) => c.setting))];
  const outcomes = [...new Set(cells.map((c) => c.outcome))];
  const all = outcomes.flatMap((o) => dots(o).map((d) => d.value));
  const domain = [zero ? 0 : Math.floor(20 * Math.min(...all)) / 20, zero ? Math.ceil(100 * Math.max(...all)) / 100 : 1];
  const x = (field: string, wanted: object = {}) => ({ field, type: "quantitative", scale: { domain, nice: false }, ...wanted });
  const panel = (outcome: string, first: boolean) => ({
    title: { text: TITLES[outcome], fontSize: 12, fontWeight: "normal" },
    width: 190,
    height: { step: 20 },
    layer: [
      {
        data: { values: rules.map((at) => ({ at })) },
        mark: { type: "rule", color: OURS.soft, strokeDash: [4, 3] },
        encoding: { x: x("at", { axis: { title: axis, format, tickCount: 4, grid: true } }) },
      },
      {
        data: { values: dots(outcome) },
        mark: { type: "point", filled: true, size: 60, opacity: 0.9 },
        encoding: {
          y: {
            field: "setting",
            type: "nominal",
            sort: settings,
            axis: first ? { title: null, labelLimit: 200, ticks: false, domain: false } : null,
          },
          x: x("value"),
          color: {
            field: "series",
            type: "nominal",
            sort: series,
            scale: { domain: series, range: [OURS.blue, OURS.orange] },
            legend: { title: null, orient: "bottom", labelLimit: 320 },
          },
          shape: { field: "series", type: "nominal", sort: series, scale: { domain: series, range: ["circle", "diamond"] } },
        },
      },
    ],
  });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    usermeta: { name, language: "en" },
    title: { text: title, anchor: "start", fontSize: 15, fontWeight: 600, offset: 12 },
    description,
    background: "white",
    padding: 8,
    spacing: 18,
    config: {
      font: "Arial, 'Liberation Sans', Helvetica, sans-serif",
      view: { stroke: null },
      axis: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: "normal", gridColor: OURS.grid, labelColor: OURS.ink },
      legend: { labelFontSize: 12, labelColor: OURS.ink, symbolSize: 90 },
    },
    hconcat: outcomes.map((o, i) => panel(o, i === 0)),
  };
}
