import { finite } from "../format.js";
import { colour, estimateAxis, rowAxis, rowLabels, zeroLine } from "./theme.js";

/** An estimate with its limits, as far as it has them. */
export interface ForestPoint {
  readonly label: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A figure's label, value and limits; without limits that are no numbers. */
export function forestPoint(
  label: string,
  figure: { readonly estimate: unknown; readonly lower: unknown; readonly upper: unknown } | undefined,
  scale = 1,
): ForestPoint {
  const one = (x: unknown) => {
    const found = finite(x);
    return found === null ? null : found / scale;
  };
  return { label, value: one(figure?.estimate), lower: one(figure?.lower), upper: one(figure?.upper) };
}

/** One estimate above, its interval as a band across, and others below it (a forest plot). */
export function forest(first: ForestPoint, rest: readonly ForestPoint[], axisTitle: string): object {
  const main = { key: "r0", ...first, main: true };
  const others = rest.map((p, i) => ({ key: `r${i + 2}`, ...p, main: false }));
  // An empty row sets the main estimate off.
  const rows = [main, { key: "r1", label: "" }, ...others];
  const points = [main, ...others].filter((p) => p.value !== null);
  const withLimits = points.filter((p) => p.lower !== null && p.upper !== null);
  const shown = (isMain: boolean) => (isMain ? colour.treated : colour.comparison);
  return {
    width: 400,
    height: { step: 26 },
    layer: [
      ...(main.lower === null || main.upper === null
        ? []
        : [
            {
              data: { values: [{ from: main.lower, to: main.upper }] },
              mark: { type: "rect", color: colour.band, opacity: 0.2 },
              encoding: { x: { field: "from", type: "quantitative" }, x2: { field: "to" } },
            },
          ]),
      zeroLine("x"),
      rowLabels(rows),
      {
        data: { values: withLimits.map((p) => ({ ...p, shade: shown(p.main) })) },
        mark: { type: "rule", strokeWidth: 2.4 },
        encoding: {
          y: rowAxis(rows),
          x: { field: "lower", type: "quantitative" },
          x2: { field: "upper" },
          stroke: { field: "shade", type: "nominal", scale: null, legend: null },
        },
      },
      {
        data: { values: points.map((p) => ({ ...p, shade: shown(p.main), shape: p.main ? "circle" : "diamond" })) },
        mark: { type: "point", filled: true, size: 100, opacity: 1 },
        encoding: {
          y: rowAxis(rows),
          x: estimateAxis(axisTitle),
          fill: { field: "shade", type: "nominal", scale: null, legend: null },
          shape: { field: "shape", type: "nominal", scale: null, legend: null },
        },
      },
    ],
  };
}
