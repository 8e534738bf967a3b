import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { MONEY_LEVEL } from "../levels.js";
import { assumedYears, findFigure, observedYears } from "../savings-lines.js";
import { chart, colour, shorten, zeroLine } from "./theme.js";

/**
 * Each payer's net by year with its band, a panel each on one scale; what is assumed after the window goes on dashed. Undefined where there is
 * only one payer, or one year.
 */
export function payersByYear(savings: Savings, speaker: Speaker): Chart | undefined {
  const { words } = speaker;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const point = (payer: string, year: number, basis: "observed" | "assumed") => {
    const figure = findFigure(savings, { measure: "net", payer, year, basis });
    return {
      year: String(year),
      value: million(figure?.estimate),
      low: million(figure?.bandLower ?? figure?.lower),
      high: million(figure?.bandUpper ?? figure?.upper),
    };
  };
  const [observed, later] = [observedYears(savings), assumedYears(savings)];
  const years = [...new Set([...observed, ...later])].sort((a, b) => a - b).map(String);
  const panels = savings.payers
    .map((payer) => ({
      payer,
      seen: observed.map((year) => point(payer, year, "observed")).filter((d) => d.value !== null),
      assumed: later.map((year) => point(payer, year, "assumed")).filter((d) => d.value !== null),
    }))
    .filter(({ seen, assumed }) => seen.length + assumed.length > 0);
  if (panels.length < 2 || years.length < 2) return undefined;
  const isLater = panels.some(({ assumed }) => assumed.length > 0);
  const tick = years.length > 8 ? years.filter((_, i) => i % 2 === 0) : years;
  const x = {
    field: "year",
    type: "ordinal",
    scale: { domain: years },
    axis: { title: null, labelAngle: 0, values: tick },
  };
  const y = { field: "value", type: "quantitative", axis: { title: words.millions(savings.currency), tickCount: 5 } };
  const band = (values: readonly object[], shade: string, opacity: number) => ({
    data: { values },
    mark: { type: "area", color: shade, opacity },
    encoding: { x, y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
  });
  const withBand = <T extends { low: number | null; high: number | null }>(points: readonly T[]) =>
    points.filter((d) => d.low !== null && d.high !== null);
  return chart(
    speaker,
    {
      name: "payers-by-year",
      title: words.sharing.byYear,
      description: words.sharing.byYearDescription(panels.map((p) => p.payer).join("; ")),
      subtitle: [
        `${words.chart.band(speaker.percent(MONEY_LEVEL))} (▭)`,
        ...(isLater ? [`${words.later.assumedYears(speaker.years(later))} (┄)`] : []),
      ],
    },
    {
      columns: 2,
      spacing: 24,
      concat: panels.map(({ payer, seen, assumed }) => ({
        width: 250,
        height: 130,
        layer: [
          {
            data: { values: [{ title: shorten(payer, 36) }] },
            mark: { type: "text", align: "left", baseline: "bottom", dy: -5, fontSize: 13, fontWeight: 600 },
            encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: "title" } },
          },
          band(withBand(seen), colour.band, 0.32),
          band(withBand(assumed), colour.limit, 0.22),
          zeroLine("y"),
          {
            data: { values: assumed },
            mark: {
              type: "line",
              color: colour.soft,
              strokeWidth: 2,
              strokeDash: [5, 4],
              point: { size: 40, filled: true, color: colour.soft },
            },
            encoding: { x, y },
          },
          {
            data: { values: seen },
            mark: {
              type: "line",
              color: colour.treated,
              strokeWidth: 2.4,
              point: { size: 40, filled: true, color: colour.treated },
            },
            encoding: { x, y },
          },
        ],
      })),
      resolve: { scale: { y: "shared", x: "independent" } },
    },
  );
}
