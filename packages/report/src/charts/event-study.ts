import { type Chart, slug } from "../chart.js";
import { finite } from "../format.js";
import type { Speaker } from "../language.js";
import type { Outcome } from "../outcome-words.js";
import { chart, colour, type EventAxes, eventLabels, zeroLine } from "./theme.js";

const shades = {
  "held-back": "#ffffff",
  history: "#ececec",
  base: "#f6e3b4",
  gap: "#e4e6ee",
  anticipation: "#f3cdb9",
  after: "#ffffff",
} as const;

/**
 * Difference from the comparison by time from the start: points with pointwise limits inside a simultaneous band, where there is one.
 * The background says what each period was used for.
 */
export function eventStudy(outcome: Pick<Outcome, "name" | "label" | "events">, axes: EventAxes, speaker: Speaker): Chart {
  const { words } = speaker;
  const { index, eventUnit, valueUnit } = axes;
  const percent = speaker.percent(axes.level);
  const label = speaker.text(outcome.label);
  const values = outcome.events
    .map((e) => ({
      event: e.event,
      estimate: finite(e.estimate),
      lower: finite(e.lower),
      upper: finite(e.upper),
      bandLower: finite(e.bandLower ?? e.lower),
      bandUpper: finite(e.bandUpper ?? e.upper),
    }))
    .filter((e) => e.estimate !== null);
  const isBanded = outcome.events.some((e) => e.bandLower !== undefined);
  const roles = (["history", "base", "gap", "anticipation"] as const).flatMap((role) => {
    const events = outcome.events.filter((e) => e.role === role).map((e) => e.event);
    return events.length === 0
      ? []
      : [{ role: words.role[role], from: Math.min(...events) - 0.5, to: Math.max(...events) + 0.5, shade: shades[role] }];
  });
  const first = values.length > 0 ? values[0].event - 0.5 : -0.5;
  const last = values.length > 0 ? values[values.length - 1].event + 0.5 : 0.5;
  const x = {
    field: "event",
    type: "quantitative",
    scale: { domain: [first, last], nice: false },
    axis: { title: words.chart.eventAxis(eventUnit), grid: false, ...eventLabels },
  };
  return chart(
    speaker,
    {
      name: `event-study-${slug(outcome.name, index)}`,
      title: words.chart.events(label),
      description: isBanded ? words.describe.events(label) : words.describe.eventsPointwise(label),
      subtitle: [
        words.chart.estimate,
        `${words.chart.pointwise(percent)} (│)`,
        ...(isBanded ? [`${words.chart.band(percent)} (▭)`] : []),
      ].join(" · "),
    },
    {
      width: 560,
      height: 250,
      layer: [
        {
          data: { values: roles },
          mark: { type: "rect" },
          encoding: {
            x: { field: "from", type: "quantitative" },
            x2: { field: "to" },
            fill: {
              field: "role",
              type: "nominal",
              scale: { domain: roles.map((r) => r.role), range: roles.map((r) => r.shade) },
              legend: { title: null, symbolType: "square", symbolStrokeWidth: 0 },
            },
          },
        },
        zeroLine("y"),
        {
          data: { values: isBanded ? values.filter((v) => v.bandLower !== null && v.bandUpper !== null) : [] },
          mark: { type: "bar", color: colour.band, opacity: 0.45, width: 9 },
          encoding: {
            x,
            y: { field: "bandLower", type: "quantitative", axis: { title: valueUnit, tickCount: 7 } },
            y2: { field: "bandUpper" },
          },
        },
        {
          data: { values: values.filter((v) => v.lower !== null && v.upper !== null) },
          mark: { type: "rule", color: colour.treated, strokeWidth: 2 },
          encoding: { x, y: { field: "lower", type: "quantitative" }, y2: { field: "upper" } },
        },
        {
          data: { values },
          mark: { type: "point", filled: true, size: 46, color: colour.treated, opacity: 1 },
          encoding: { x, y: { field: "estimate", type: "quantitative" } },
        },
      ],
    },
  );
}
