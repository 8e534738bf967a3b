import { type Effects, events, interval } from "@kontrafakt/effects";
import { type Chart, eventStudy, type Speaker, termsChart } from "@kontrafakt/report";

const LEVEL = 0.95;

/**
 * One chart an outcome: an event study where there are event times (of cells: their averages by it), else the estimates one below the
 * other. Limits are pointwise, at 95%.
 */
export function effectsCharts(effects: Effects, speaker: Speaker): readonly Chart[] {
  const outcomes = [...new Set(effects.terms.map((t) => t.outcome))];
  return outcomes.map((outcome, index) => {
    const own = effects.terms.filter((t) => t.outcome === outcome && t.scale === "difference");
    const path = own.some((t) => t.kind === "cell") ? events(effects, outcome) : effects;
    const figures = path.terms
      .map((term, k) => ({ term, ...interval(path, k, LEVEL) }))
      .filter(({ term }) => term.outcome === outcome && term.scale === "difference");
    const byEvent = figures.filter(({ term }) => term.kind === "event").sort((a, b) => eventOf(a) - eventOf(b));
    const unit = speaker.unit(own[0]?.unit ?? "");
    if (byEvent.length > 0) {
      const told = byEvent.map(({ term, ...figure }) => ({
        ...figure,
        event: eventOf({ term }),
        n: term.n,
        role: figure.se === 0 ? ("base" as const) : eventOf({ term }) < 0 ? ("held-back" as const) : ("after" as const),
      }));
      const { many } = speaker.words.periodUnit.ordinal;
      const eventUnit = many.slice(0, 1).toUpperCase() + many.slice(1);
      return eventStudy(
        { name: outcome, label: outcome, events: told },
        { index, eventUnit, valueUnit: unit, level: LEVEL },
        speaker,
      );
    }
    const points = figures.map(({ term, estimate, lower, upper }) => {
      const at = term.group ?? term.time;
      const label = [term.kind, term.of, at].filter((part) => part !== undefined).join(" ");
      return { label, value: orNull(estimate), lower: orNull(lower), upper: orNull(upper), strong: true };
    });
    return termsChart(outcome, index, unit, points, speaker);
  });
}

const eventOf = ({ term }: { readonly term: Effects["terms"][number] }): number => term.event as number;
const orNull = (value: number) => (Number.isFinite(value) ? value : null);
