import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, shorten, zeroLine } from "./theme.js";

/** A two-way fixed effects estimate taken apart, as `bacon` of `@kontrafakt/effects` gives it. */
export interface TakenApart {
  readonly outcome: string;
  readonly unit: string;
  readonly estimate: number;
  readonly comparisons: readonly { readonly type: string; readonly weight: number; readonly estimate: number }[];
}

const colours = [colour.treated, colour.comparison, colour.others, colour.cost, "#CC79A7", colour.rest, colour.band];
const shapes = ["circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "triangle-right"];

/** Each comparison of two groups by its weight and its estimate, with the two-way estimate as a line. */
export function baconChart({ outcome, unit, estimate, comparisons }: TakenApart, speaker: Speaker): Chart {
  const { bacon: say, types } = speaker.words.estimators;
  const named = (type: string) => (Object.hasOwn(types, type) ? types[type as keyof typeof types] : type);
  const found = [...new Set(comparisons.map((c) => c.type))].map(named);
  const scale = (range: readonly string[]) => ({ domain: found, range: range.slice(0, found.length) });
  const values = comparisons
    .map((c) => ({ type: named(c.type), weight: finite(c.weight), estimate: finite(c.estimate) }))
    .filter((c) => c.weight !== null && c.estimate !== null);
  const legend = { title: null, columns: 1, labelLimit: 480 };
  return chart(
    speaker,
    { name: "two-way-comparisons", title: say.title(outcome), description: say.description(outcome) },
    {
      width: 480,
      height: 280,
      layer: [
        zeroLine("y"),
        {
          data: { values: finite(estimate) === null ? [] : [{ estimate }] },
          mark: { type: "rule", color: colour.ink, strokeDash: [5, 4], strokeWidth: 1.5 },
          encoding: { y: { field: "estimate", type: "quantitative" } },
        },
        {
          data: { values },
          mark: { type: "point", filled: true, size: 80, opacity: 0.9 },
          encoding: {
            x: { field: "weight", type: "quantitative", axis: { title: say.weight, format: ".0%", tickCount: 6 } },
            y: { field: "estimate", type: "quantitative", axis: { title: shorten(say.estimate(speaker.unit(unit)), 60) } },
            color: { field: "type", type: "nominal", scale: scale(colours), legend },
            shape: { field: "type", type: "nominal", scale: scale(shapes), legend },
          },
        },
      ],
    },
  );
}
