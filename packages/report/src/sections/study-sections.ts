import { balanceHeadings } from "../balance-tables.js";
import { codeLabel, stepMeaning } from "../code-label.js";
import { covariateLabel } from "../covariate-label.js";
import { type Html, html } from "../html.js";
import { effectsLevel } from "../levels.js";
import { balanceLines } from "../narrative/balance-lines.js";
import { comparabilityLead, othersNotes, pathsLead, rowsRead, simplerLead, whoLead } from "../narrative/section-leads.js";
import { periodWords } from "../outcome-words.js";
import { distributionsTable, unmatchedTable, waveBalanceTable } from "./balance-details.js";
import { filesTables } from "./files-tables.js";
import type { MatchedPage } from "./page.js";
import { details, list, paragraphs, section, table } from "./table.js";

/** Rows read → people analysed. */
export function whoSection({ results, speaker, charts, figure }: MatchedPage): Html {
  const { words } = speaker;
  const { table: t, caption } = words;
  const { people } = results.flow;
  const n = { numeric: true };
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
      filesTables(results.flow.files, speaker),
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

export function comparabilitySection(page: MatchedPage): Html {
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

export function pathsSection({ results, speaker, charts, figure }: MatchedPage): Html {
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

export function simplerSection({ results, speaker, charts, figure }: MatchedPage): Html {
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
    ),
  );
}
