import { colour, estimateAxis, rowAxis, rowLabels, shorten, zeroLine } from "./theme.js";

export interface PanelPoint {
  readonly label: string;
  readonly value: number | null;
  readonly lower?: number | null;
  readonly upper?: number | null;
  readonly strong?: boolean;
}

export interface Panel {
  /** Drawn as data: a title that is only a user's word must not become part of an expression. */
  readonly title?: string;
  readonly axis: string;
  readonly points: readonly PanelPoint[];
}

const heading = (title: string) => ({
  data: { values: [{ title: shorten(title, 60) }] },
  mark: { type: "text", align: "left", baseline: "bottom", dy: -6, fontSize: 13, fontWeight: 600 },
  encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: "title" } },
});

/** Points with intervals, a panel for each outcome with its own scale. */
export function panels(list: readonly Panel[]): object {
  return {
    spacing: 26,
    vconcat: list.map(({ title, axis, points }) => {
      const rows = points.map((p, i) => ({ ...p, key: `r${i}` })).filter((p) => p.value !== null);
      const withInterval = rows.filter((p) => typeof p.lower === "number" && typeof p.upper === "number");
      return {
        width: 420,
        height: { step: 26 },
        layer: [
          ...(title === undefined ? [] : [heading(title)]),
          rowLabels(rows),
          zeroLine("x"),
          {
            data: { values: withInterval },
            mark: { type: "rule", color: colour.treated, strokeWidth: 2.4 },
            encoding: { y: rowAxis(rows), x: { field: "lower", type: "quantitative" }, x2: { field: "upper" } },
          },
          {
            data: { values: rows.map((p) => ({ ...p, shade: p.strong ? colour.treated : "#ffffff" })) },
            mark: { type: "point", size: 90, strokeWidth: 2, opacity: 1 },
            encoding: {
              y: rowAxis(rows),
              x: estimateAxis(axis),
              fill: { field: "shade", type: "nominal", scale: null, legend: null },
              stroke: { value: colour.treated },
            },
          },
        ],
      };
    }),
    resolve: { scale: { x: "independent", y: "independent" } },
  };
}
