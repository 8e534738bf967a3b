import { type Html, html } from "../html.js";
import { effectsLevel } from "../levels.js";
import { relativeNotes, relativeText } from "../narrative/relative-text.js";
import { effectsLead, preTrendText } from "../narrative/section-leads.js";
import { decimalsTogether, type Outcome, periodWords, perPersonPeriod } from "../outcome-words.js";
import { sumYear } from "../tables/sum-year.js";
import type { Page } from "./page.js";
import { details, list, paragraphs, section, table } from "./table.js";

/** Each outcome's mean and total effect and its course over time. @param extra put before the details */
export function effectsSection({ results, speaker, charts, figure }: Page, ...extra: readonly Html[]): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const { outcomes } = results;
  const n = { numeric: true };
  const number = (x: unknown) => speaker.number(x);
  const limits = (lower: unknown, upper: unknown) => speaker.range(number(lower), number(upper));
  const relative = outcomes.some((o) => o.relative !== undefined);
  return section(
    "effects",
    words.heading.effects,
    [effectsLead(results, speaker)],
    outcomes.length > 0 ? figure(charts.outcomes.name) : html``,
    table(
      caption.effects,
      [
        { name: t.outcome },
        { name: t.mean, ...n },
        { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
        { name: t.unit },
        ...(relative ? [{ name: t.relative, ...n }] : []),
        { name: t.total, ...n },
        { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
        { name: t.unit },
      ],
      outcomes.map((o) => [
        speaker.text(o.label),
        number(o.mean.estimate),
        limits(o.mean.lower, o.mean.upper),
        perPersonPeriod(results, o, speaker),
        ...(relative ? [relativeText(o.relative, speaker)] : []),
        speaker.number(o.total.estimate, 0),
        speaker.range(speaker.number(o.total.lower, 0), speaker.number(o.total.upper, 0)),
        speaker.unit(o.unit),
      ]),
    ),
    paragraphs(relativeNotes(outcomes, speaker)),
    html`<h3>${t.preTrend}</h3>`,
    list(outcomes.map((o) => words.preTrend.line(speaker.text(o.label), preTrendText(results, o, speaker)))),
    html`<div class="pair">${charts.events.map((c) => figure(c.name))}</div>`,
    ...extra,
    details(
      words.details,
      ...(outcomes.some((o) => o.preTrend !== null) ? [preTrendTable(results, speaker)] : []),
      ...outcomes.map((o) => eventTable(results, o, speaker)),
      cellTable(results, speaker),
    ),
  );
}

function preTrendTable(results: Page["results"], speaker: Page["speaker"]): Html {
  const { table: t, caption } = speaker.words;
  const n = { numeric: true };
  return table(
    caption.preTrend,
    [{ name: t.outcome }, { name: t.statistic, ...n }, { name: t.df1, ...n }, { name: t.df2, ...n }, { name: t.p, ...n }],
    results.outcomes.map((o) => [
      speaker.text(o.label),
      ...(o.preTrend === null
        ? ["–", "–", "–", "–"]
        : [
            speaker.number(o.preTrend.statistic),
            speaker.number(o.preTrend.df1, 0),
            speaker.number(o.preTrend.df2, 1),
            speaker.number(o.preTrend.p, 3),
          ]),
    ]),
  );
}

function eventTable(results: Page["results"], o: Outcome, speaker: Page["speaker"]): Html {
  const { words } = speaker;
  const { table: t } = words;
  const n = { numeric: true };
  const decimals = decimalsTogether(
    o.events.map((e) => e.estimate),
    3,
  );
  const number = (x: unknown) => speaker.number(x, decimals);
  return table(
    `${words.caption.events(speaker.text(o.label))} (${perPersonPeriod(results, o, speaker)})`,
    [
      { name: `${t.event} (${periodWords(results, speaker).many})`, ...n },
      { name: t.role },
      { name: t.n, ...n },
      { name: t.estimate, ...n },
      { name: t.se, ...n },
      { name: t.df, ...n },
      { name: t.pointwise(speaker.percent(effectsLevel(results))), ...n },
      { name: t.band(speaker.percent(effectsLevel(results))), ...n },
    ],
    o.events.map((e) => [
      speaker.change(e.event, 0),
      words.role[e.role],
      speaker.count(e.n),
      number(e.estimate),
      number(e.se),
      speaker.number(e.df, 1),
      speaker.range(number(e.lower), number(e.upper)),
      speaker.range(number(e.bandLower), number(e.bandUpper)),
    ]),
  );
}

function cellTable(results: Page["results"], speaker: Page["speaker"]): Html {
  const { table: t, caption } = speaker.words;
  const n = { numeric: true };
  const { terms, estimate, df, covariance } = results.effects;
  const label = (ordinal: number) => {
    const i = results.periods.ordinals.indexOf(ordinal);
    return i < 0 ? String(ordinal) : speaker.period(results.periods.labels[i]);
  };
  const outcomes = new Map(results.outcomes.map((o) => [o.name, speaker.text(o.label)]));
  return table(
    caption.cells,
    [
      { name: t.outcome },
      { name: t.group },
      { name: t.year },
      { name: t.total, ...n },
      { name: t.unit },
      { name: t.se, ...n },
      { name: t.df, ...n },
    ],
    terms.map((term, i) => [
      outcomes.get(term.outcome) ?? term.outcome,
      label(term.group),
      sumYear(terms, term, label),
      speaker.number(estimate[i], 1),
      speaker.unit(term.unit),
      speaker.number(Math.sqrt(covariance[(i * (i + 3)) / 2]), 1),
      speaker.number(df[i], 1),
    ]),
  );
}
