import type { Balance } from "@kontrafakt/matching";
import type { Chart } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import { chart, colour, rowAxis, rowLabels } from "./theme.js";

/** Differences beyond this have the darker colour. */
const LARGE = 0.3;
/** Blue below, grey within the limit, orange above: told apart with any colour vision. */
const SHADES = ["#0072B2", "#a9cfe6", "#f2f2f2", "#f6c9a5", "#D55E00"];

/**
 * Standardised differences after matching by characteristic and wave, as a heat map in five classes,
 * and a number stands in each cell beyond the limit. Undefined where there are no waves or no differences.
 *
 * @param wave a wave's label
 */
export function waveBalanceChart(
  balance: Balance,
  speaker: Speaker,
  label: (row: Balance["rows"][number]) => string,
  wave: (ordinal: number) => string,
): Chart | undefined {
  const { words } = speaker;
  const waves = balance.waves.filter((w) => w.smdAfter?.some((x) => finite(x) !== null));
  const rows = balance.rows.flatMap((row, j) =>
    row.matched && waves.some((w) => finite(w.smdAfter?.[j]) !== null) ? [{ key: `r${j}`, label: label(row), j }] : [],
  );
  if (waves.length < 2 || rows.length === 0) return undefined;
  const limit = speaker.number(balance.threshold);
  const far = Math.max(LARGE, 2 * balance.threshold);
  const limits = [-far, -balance.threshold, balance.threshold, far];
  const [a, b, c, d] = limits.map((x) => speaker.change(x, 2));
  const classes = [`< ${a}`, speaker.range(a, b), `±${limit}`, speaker.range(c, d), `> ${d}`];
  const cells = rows.flatMap(({ key, j }) => waves.map((w, g) => ({ key, wave: `w${g}`, smd: finite(w.smdAfter?.[j]) })));
  const told = cells.flatMap(({ smd, ...cell }) =>
    smd === null
      ? []
      : [
          {
            ...cell,
            smd,
            text: Math.abs(smd) > balance.threshold ? speaker.change(smd, 2) : "",
            shade: classes[limits.filter((x) => smd > x || (smd === x && x < 0)).length],
          },
        ],
  );
  const over = told.filter((c) => c.text !== "").length;
  const heads = waves.map((w, g) => ({ wave: `w${g}`, head: wave(w.wave) }));
  const narrow = waves.length > 12;
  const x = { field: "wave", type: "ordinal", sort: heads.map((h) => h.wave), axis: null };
  const numbers = (of: readonly { readonly text: string }[], ink: string) => ({
    data: { values: of.filter((cell) => cell.text !== "") },
    mark: { type: "text", fontSize: narrow ? 9 : 11, color: ink },
    encoding: { x, y: rowAxis(rows), text: { field: "text" } },
  });
  return chart(
    speaker,
    {
      name: "wave-balance",
      title: words.balance.waves,
      description: words.balance.wavesDescription(
        speaker.number(waves.length, 0),
        speaker.number(rows.length, 0),
        speaker.number(over, 0),
        limit,
      ),
      subtitle: `${words.chart.smd}; ${words.balance.over(limit)}; –: ${words.balance.notTold}`,
    },
    {
      width: { step: narrow ? 32 : 46 },
      height: { step: 21 },
      layer: [
        rowLabels(rows),
        {
          data: { values: heads },
          mark: { type: "text", align: "left", baseline: "bottom", angle: -35, dx: 0, dy: -4, fontSize: 11 },
          encoding: { x, y: { value: 0 }, text: { field: "head" } },
        },
        {
          data: { values: told },
          mark: { type: "rect", stroke: "#ffffff", strokeWidth: 1 },
          encoding: {
            x,
            y: rowAxis(rows),
            fill: {
              field: "shade",
              type: "nominal",
              sort: classes,
              scale: { domain: classes, range: SHADES },
              legend: {
                title: `${words.balance.lower} ← → ${words.balance.higher}`,
                titleLimit: 420,
                titleFontWeight: "normal",
                symbolType: "square",
                symbolStrokeWidth: 0,
                columns: 5,
              },
            },
          },
        },
        numbers(
          told.filter((cell) => cell.shade !== classes[0]),
          colour.ink,
        ),
        numbers(
          told.filter((cell) => cell.shade === classes[0]),
          "#ffffff",
        ),
        {
          data: { values: cells.filter((c) => c.smd === null).map(({ key, wave: w }) => ({ key, wave: w })) },
          mark: { type: "text", fontSize: 11, color: colour.soft, text: "–" },
          encoding: { x, y: rowAxis(rows) },
        },
      ],
    },
  );
}
