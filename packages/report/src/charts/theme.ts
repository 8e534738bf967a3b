import type { Config, TopLevelSpec } from "vega-lite";
import type { Chart } from "../chart.js";
import type { Speaker } from "../language.js";

/** Okabe and Ito (2008), told apart with any colour vision. */
export const colour = {
  treated: "#0072B2",
  comparison: "#D55E00",
  rest: "#767676",
  others: "#009E73",
  gain: "#0072B2",
  cost: "#E69F00",
  net: "#1a1a1a",
  limit: "#8a8a8a",
  band: "#56B4E9",
  ink: "#1a1a1a",
  soft: "#5a5a5a",
  grid: "#e6e6e6",
} as const;

export const font = "Arial, 'Liberation Sans', Helvetica, sans-serif";

function config(speaker: Speaker): Config {
  const { decimal, group } = speaker.words.style;
  return {
    aria: false,
    background: "white",
    font,
    padding: 6,
    view: { stroke: null },
    title: { anchor: "start", fontSize: 15, fontWeight: 600, color: colour.ink, offset: 12, limit: 720 },
    axis: {
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: "normal",
      labelColor: colour.ink,
      titleColor: colour.ink,
      gridColor: colour.grid,
      domainColor: colour.limit,
      tickColor: colour.limit,
      titlePadding: 8,
      labelLimit: 260,
      labelFlush: false,
      labelSeparation: 4,
    },
    legend: {
      orient: "bottom",
      direction: "horizontal",
      labelFontSize: 12,
      titleFontSize: 12,
      labelColor: colour.ink,
      labelLimit: 300,
      symbolSize: 110,
      columnPadding: 18,
      offset: 12,
      columns: 3,
    },
    text: { fontSize: 12, color: colour.ink },
    locale: {
      number: { decimal, thousands: group, grouping: [3], currency: ["", ""], percent: speaker.words.percent("") },
      time: undefined,
    },
  } as Config;
}

/** The parts of a spec that every chart shares. */
export function chart(
  speaker: Speaker,
  about: {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly subtitle?: string | readonly string[];
  },
  body: object,
): Chart {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: `${about.title}. ${about.description}`,
    title: about.subtitle ? { text: about.title, subtitle: about.subtitle, subtitleColor: colour.soft } : { text: about.title },
    usermeta: { name: about.name, language: speaker.code },
    ...body,
    config: config(speaker),
  } as unknown as TopLevelSpec;
  return { name: about.name, title: about.title, description: about.description, spec };
}

/** Time from the start: whole numbers with a sign, and a plain zero. */
export const eventLabels = { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+d')", tickMinStep: 1 };

/** What a chart of one outcome by time from the start is told about its axes. */
export interface EventAxes {
  /** Place of the outcome, for a name where its own has no letters. */
  readonly index: number;
  /** "Quarters". */
  readonly eventUnit: string;
  /** "days per child and quarter". */
  readonly valueUnit: string;
  /** Confidence level of the limits, as a share. */
  readonly level: number;
}

/** One-row data: a text or rule layer with only `datum` would draw once for each row of the chart's data. */
export const once = { values: [{}] };

/** The axis along which estimates lie, from 0 on: `value`, with room for a long title. */
export function estimateAxis(title: string) {
  const axis = { title: shorten(title, 70), tickCount: 6, format: ",~f" };
  return { field: "value", type: "quantitative", scale: { zero: true }, axis } as const;
}

/** Cuts a label that would push everything else aside; the tables have it whole. */
export function shorten(text: string, limit = 42): string {
  const letters = Array.from(text.replace(/\s+/g, " "));
  return letters.length <= limit ? letters.join("") : `${letters.slice(0, limit - 1).join("")}…`;
}

/**
 * Row labels as text marks left of the plot. Users' names are drawn as data, never used as category keys or in expressions.
 * Rows carry `key` (ours, `r0`, `r1` …) and `label`.
 *
 * @param limit characters at most
 */
export function rowLabels(rows: readonly { readonly key: string; readonly label: string }[], limit?: number): object {
  return {
    data: { values: rows.map(({ key, label }) => ({ key, label: shorten(label, limit) })) },
    mark: { type: "text", align: "right", baseline: "middle", dx: -8 },
    encoding: {
      y: { field: "key", type: "ordinal", sort: rows.map((r) => r.key), axis: null },
      x: { value: 0 },
      text: { field: "label" },
    },
  };
}

/** The y channel that goes with `rowLabels`. */
export function rowAxis(rows: readonly { readonly key: string }[]): object {
  return { field: "key", type: "ordinal", sort: rows.map((r) => r.key), axis: null };
}

export const zeroLine = (channel: "x" | "y") => ({
  data: once,
  mark: { type: "rule", color: colour.soft, strokeWidth: 1 },
  encoding: { [channel]: { datum: 0 } },
});
