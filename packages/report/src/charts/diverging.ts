import { colour, rowAxis, rowLabels, zeroLine } from "./theme.js";

/** A bar that ends left or right of zero. */
export interface DivergingRow {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  /** A whole that the others add up to. */
  readonly whole?: boolean;
}

/** Bars left and right of zero with their amounts at the side; the two directions in two colours. */
export function diverging(list: readonly DivergingRow[], axis: string, [below, above]: readonly [string, string]): object {
  const rows = list.map((row, i) => ({
    ...row,
    key: `r${i}`,
    side: (row.value ?? 0) < 0 ? below : above,
    edge: row.whole ? 1.6 : 0,
  }));
  const domain = [below, above];
  return {
    width: 400,
    height: { step: 32 },
    layer: [
      rowLabels(rows),
      {
        data: { values: rows.filter((r) => r.value !== null) },
        mark: { type: "bar", height: 19, stroke: colour.ink },
        encoding: {
          y: rowAxis(rows),
          x: { field: "value", type: "quantitative", axis: { title: axis, tickCount: 6 } },
          color: {
            field: "side",
            type: "nominal",
            scale: { domain, range: [colour.cost, colour.band] },
            legend: { title: null },
          },
          strokeWidth: { field: "edge", type: "quantitative", scale: null, legend: null },
        },
      },
      zeroLine("x"),
      {
        data: { values: rows },
        mark: { type: "text", align: "left", baseline: "middle", dx: 10 },
        encoding: { y: rowAxis(rows), x: { value: "width" }, text: { field: "text" } },
      },
    ],
  };
}
