import type { Savings } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import { finite, numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { keyFiguresOf } from "../narrative/worth-text.js";
import { chart, colour, once, rowAxis, rowLabels, zeroLine } from "./theme.js";

const PUBLIC: readonly string[] = ["municipality", "region", "state", "fund"];

/** How many inputs are drawn; the table has them all. */
const DRAWN = 12;
/** An outcome and a payer have room. */
const LETTERS = 60;

/**
 * The discounted net that the inputs move: of cashable money where a lag is among them. NaN where it is not between the ends of the largest bar,
 * so not the same total.
 */
function estimateOf(savings: Savings): number {
  const { tornado, figures, lines, payerShares } = savings;
  const horizon = figures.some((f) => f.horizon === "withAssumed") ? "withAssumed" : "observed";
  let net = numberOf(keyFiguresOf(savings, "public", horizon)?.netPresentValue.estimate);
  if (tornado.some((bar) => bar.source === "lag")) {
    const purses = payerShares.filter((s) => PUBLIC.includes(s.kind)).map((s) => s.payer);
    const sum = (measure: "cashable" | "cost") =>
      lines
        .filter((l) => l.measure === measure && l.discounted && l.year === null && l.consequence === null)
        .filter((l) => l.payer !== null && purses.includes(l.payer))
        .reduce((total, l) => total + numberOf(l.figure.estimate), 0);
    net = sum("cashable") - sum("cost");
  }
  const [{ low, high } = { low: Number.NaN, high: Number.NaN }] = tornado;
  return Math.min(low, high) <= net && net <= Math.max(low, high) ? net : Number.NaN;
}

/**
 * Discounted net of all public payers with one uncertain input low, and high; the largest first. A line marks the estimate.
 *
 * @param name an input in words
 */
export function tornadoChart(savings: Savings, speaker: Speaker, name: (bar: Savings["tornado"][number]) => string): Chart {
  const { depends: say, millions } = speaker.words;
  const million = (value: unknown) => {
    const x = finite(value);
    return x === null ? null : x / 1e6;
  };
  const net = million(estimateOf(savings));
  const rows = savings.tornado.slice(0, DRAWN).map((bar, i) => ({
    key: `r${i}`,
    label: name(bar),
    low: million(bar.low),
    high: million(bar.high),
  }));
  const domain = [say.low, say.high];
  const ends = rows.flatMap((r) => {
    const base = net ?? ((r.low ?? 0) + (r.high ?? 0)) / 2;
    return [
      { key: r.key, end: domain[0], base, at: r.low },
      { key: r.key, end: domain[1], base, at: r.high },
    ].filter((d) => d.at !== null);
  });
  const shown = net === null ? [] : [speaker.money(net * 1e6, savings.currency)];
  return chart(
    speaker,
    {
      name: "tornado",
      title: say.tornado,
      description: say.tornadoDescription(rows.map((r) => r.label).join("; ")),
      ...(shown.length > 0 && { subtitle: `${say.estimate(shown[0])} (┆)` }),
    },
    {
      width: 400,
      height: { step: 30 },
      layer: [
        rowLabels(rows, LETTERS),
        {
          data: { values: ends },
          mark: { type: "bar", height: 18 },
          encoding: {
            y: rowAxis(rows),
            x: {
              field: "base",
              type: "quantitative",
              scale: { zero: false },
              axis: { title: say.tornadoUnit(millions(savings.currency)), tickCount: 6 },
            },
            x2: { field: "at" },
            color: {
              field: "end",
              type: "nominal",
              scale: { domain, range: [colour.cost, colour.treated] },
              legend: { title: null },
            },
          },
        },
        zeroLine("x"),
        ...(net === null
          ? []
          : [
              {
                data: once,
                mark: { type: "rule", color: colour.ink, strokeDash: [3, 3] },
                encoding: { x: { datum: net } },
              },
            ]),
      ],
    },
  );
}
