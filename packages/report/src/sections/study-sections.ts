import { balanceHeadings } from "../balance-tables.js";
import { codeLabel, stepMeaning } from "../code-label.js";
import { covariateLabel } from "../covariate-label.js";
import { type Html, html } from "../html.js";
import { effectsLevel } from "../levels.js";
import { balanceLines } from "../narrative/balance-lines.js";
import {
  comparabilityLead,
  effectsLead,
  othersNotes,
  pathsLead,
  preTrendText,
  rowsRead,
  simplerLead,
  whoLead,
} from "../narrative/section-leads.js";
import { decimalsTogether, periodWords, perPersonPeriod } from "../outcome-words.js";
import { distributionsTable, unmatchedTable, waveBalanceTable } from "./balance-details.js";
import { bracketPart } from "./bracket-part.js";
import type { Page } from "./page.js";
import { details, list, paragraphs, section, table } from "./table.js";
import { textbookTable } from "./textbook-table.js";

/** Rows read → people analysed. */
export function whoSection({ results, speaker, charts, figure }: Page): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const { files, people } = results.flow;
  const n = { numeric: true };
  const reasons = files.flatMap((f) =>
    f.reasons.map((r) => [f.file, codeLabel(r.code, speaker), r.listed ? t.leftOut : t.noted, speaker.count(r.rows)]),
  );
  const unit = periodWords(results, speaker);
  return section(
    "who",
    words.heading.who,
    [rowsRead(results, speaker), ...whoLead(results, speaker)],
    people.length > 0 ? figure(charts.flow.name) : html``,
    table(
      caption.waves,
      [
        { name: t.wave },
        { name: t.starters, ...n },
        { name: t.matched, ...n },
        { name: t.controls, ...n },
        { name: `${t.followUp} (${unit.many})`, ...n },
      ],
      results.waves.map((w) => [
        speaker.period(w.label),
        speaker.count(w.starters),
        speaker.count(w.matched),
        speaker.count(w.controls),
        speaker.number(w.followUp, 0),
      ]),
    ),
    details(
      words.details,
      table(
        caption.files,
        [{ name: t.file }, { name: t.read, ...n }, { name: t.used, ...n }, { name: t.listed, ...n }],
        files.map((f) => [f.file, speaker.count(f.read), speaker.count(f.used), speaker.count(f.listed)]),
      ),
      table(caption.reasons, [{ name: t.file }, { name: t.reason }, { name: t.handling }, { name: t.rows, ...n }], reasons),
      table(
        caption.people,
        [{ name: t.step }, { name: t.people, ...n }, { name: t.treated, ...n }, { name: t.meaning }],
        people.map((p) => [
          codeLabel(p.code, speaker),
          speaker.count(p.people),
          speaker.count(p.treated),
          stepMeaning(p.code, speaker),
        ]),
      ),
    ),
  );
}

export function comparabilitySection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const names = balanceHeadings(t);
  return section(
    "comparability",
    words.heading.comparability,
    [comparabilityLead(results, speaker)],
    results.balance.rows.length > 0 ? figure(charts.love.name) : html``,
    details(
      words.details,
      table(
        caption.balance,
        [{ name: t.characteristic }, { name: t.inScore }, ...names.map((name) => ({ name, numeric: true }))],
        results.balance.rows.map((r) => [
          covariateLabel(r, results, speaker),
          r.matched ? t.yes : t.no,
          ...[r.meanTreated, r.meanControlBefore, r.meanControlAfter].map((x) => speaker.number(x)),
          ...[r.smdBefore, r.smdAfter, r.varianceRatioBefore, r.varianceRatioAfter, r.ksBefore, r.ksAfter].map((x) =>
            speaker.number(x, 3),
          ),
        ]),
      ),
      paragraphs(balanceLines(results, speaker)),
      distributionsTable(page),
      unmatchedTable(page),
      waveBalanceTable(page),
      html`<p>${words.assume.waveBalance}</p>`,
      html`${charts.balance.map((c) => figure(c.name))}`,
    ),
  );
}

export function pathsSection({ results, speaker, charts, figure }: Page): Html {
  const { words } = speaker;
  const [first] = results.outcomes;
  const others = results.outcomes
    .slice(1)
    .map((o) => pathsLead(results, o, speaker))
    .filter((s) => s !== "");
  return section(
    "paths",
    words.heading.paths,
    [first ? pathsLead(results, first, speaker) : words.lead.effectsNone],
    list(others),
    html`<p>${words.lead.pathsNote}</p>`,
    html`${othersNotes(results, speaker).map((note) => html`<p>${note}</p>`)}`,
    html`<div class="pair">${charts.paths.map((c) => figure(c.name))}</div>`,
  );
}

export function effectsSection({ results, speaker, charts, figure }: Page): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const { outcomes } = results;
  const n = { numeric: true };
  const number = (x: unknown) => speaker.number(x);
  const limits = (lower: unknown, upper: unknown) => speaker.range(number(lower), number(upper));
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
        { name: t.total, ...n },
        { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
        { name: t.unit },
      ],
      outcomes.map((o) => [
        speaker.text(o.label),
        number(o.mean.estimate),
        limits(o.mean.lower, o.mean.upper),
        perPersonPeriod(results, o, speaker),
        speaker.number(o.total.estimate, 0),
        speaker.range(speaker.number(o.total.lower, 0), speaker.number(o.total.upper, 0)),
        speaker.unit(o.unit),
      ]),
    ),
    html`<h3>${t.preTrend}</h3>`,
    list(outcomes.map((o) => words.preTrend.line(speaker.text(o.label), preTrendText(results, o, speaker)))),
    html`<div class="pair">${charts.events.map((c) => figure(c.name))}</div>`,
    bracketPart({ results, speaker, charts, figure }),
    details(
      words.details,
      preTrendTable(results, speaker),
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

function eventTable(results: Page["results"], o: Page["results"]["outcomes"][number], speaker: Page["speaker"]): Html {
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
      String(term.year),
      speaker.number(estimate[i], 1),
      speaker.unit(term.unit),
      speaker.number(Math.sqrt(covariance[(i * (i + 3)) / 2]), 1),
      speaker.number(df[i], 1),
    ]),
  );
}

export function simplerSection({ results, speaker, charts, figure }: Page): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const n = { numeric: true };
  const number = (x: unknown) => speaker.number(x, 0);
  return section(
    "simpler",
    words.heading.simpler,
    [simplerLead(results, speaker)],
    results.outcomes.length > 0 ? figure(charts.simpler.name) : html``,
    details(
      words.details,
      table(
        caption.naive,
        [
          { name: t.outcome },
          { name: t.unit },
          { name: t.beforeAfter, ...n },
          { name: t.versusRest, ...n },
          { name: t.matchedComparison, ...n },
          { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
        ],
        results.outcomes.map((o) => [
          speaker.text(o.label),
          speaker.unit(o.unit),
          number(o.naive.beforeAfter),
          number(o.naive.treatedVersusRest),
          number(o.total.estimate),
          speaker.range(number(o.total.lower), number(o.total.upper)),
        ]),
      ),
      textbookTable(results, speaker),
    ),
  );
}
