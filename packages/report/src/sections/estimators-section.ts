import type { Beside, OutcomeResult } from "@kontrafakt/study";
import { type Html, html } from "../html.js";
import { effectsLevel } from "../levels.js";
import {
  agreementText,
  assumptionOf,
  decompositionText,
  estimatorName,
  estimatorsLead,
  gapLines,
  mainAverage,
  meaningText,
  randomisationLines,
} from "../narrative/estimator-text.js";
import { relativeText } from "../narrative/relative-text.js";
import { decimalsTogether, perPersonPeriod } from "../outcome-words.js";
import type { MatchedPage } from "./page.js";
import { type Cell, details, list, section, table } from "./table.js";

const n = { numeric: true };

/** Other estimators on everyone beside the matched comparison; no money and no verdict come from them. */
export function estimatorsSection(page: MatchedPage): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const beside = results.outcomes.filter((o) => (o.beside?.length ?? 0) > 0);
  const agreement = beside.map((o) => agreementText(o, speaker)).filter((text) => text !== undefined);
  return section(
    "estimators",
    words.heading.estimators,
    estimatorsLead(results, speaker),
    list(agreement),
    html`<p>${agreement.length === 0 ? "" : meaningText(results, speaker)}</p>`,
    html`<div class="pair">${charts.estimators.map((c) => figure(c.name))}</div>`,
    ...beside.map(
      (o) => html`${outcomeTable(o, page)}${list([...randomisationLines(o, speaker), ...gapLines(o, results, speaker)])}`,
    ),
    assumptionTable(beside, page),
    decompositions(beside, page),
  );
}

function outcomeTable(outcome: OutcomeResult, { results, speaker }: MatchedPage): Html {
  const { table: t, estimators: say } = speaker.words;
  const beside = outcome.beside ?? [];
  const relative = outcome.relative !== undefined || beside.some((b) => b.relative !== undefined);
  const means = [outcome.mean, ...beside.map(mainAverage)];
  const decimals = decimalsTogether(
    means.map((m) => m?.estimate),
    2,
  );
  const number = (x: unknown) => speaker.number(x, decimals);
  const figures = (mean: (typeof means)[number], share: OutcomeResult["relative"]): Cell[] => [
    number(mean?.estimate),
    mean === undefined ? "–" : speaker.range(number(mean.lower), number(mean.upper)),
    ...(relative ? [relativeText(share, speaker)] : []),
  ];
  const { matched, controls } = results.analysed;
  const main: Cell[] = [
    html`<strong>${t.matchedComparison}</strong>`,
    ...figures(outcome.mean, outcome.relative),
    `${speaker.count(matched)} + ${speaker.count(controls)}`,
    "–",
  ];
  return table(
    `${say.caption(speaker.text(outcome.label))} (${perPersonPeriod(results, outcome, speaker)})`,
    [
      { name: say.name },
      { name: t.mean, ...n },
      { name: t.interval(speaker.percent(effectsLevel(results))), ...n },
      ...(relative ? [{ name: t.relative, ...n }] : []),
      { name: say.units, ...n },
      { name: say.rows, ...n },
    ],
    [
      main,
      ...beside.map((b): Cell[] => [
        b.name,
        ...figures(mainAverage(b), b.relative),
        b.failed === undefined ? speaker.count(b.units) : "–",
        b.rowsUsed === undefined ? "–" : speaker.percent(b.rowsUsed),
      ]),
    ],
  );
}

/** What each estimator is and takes for granted, once for all outcomes. */
function assumptionTable(outcomes: readonly OutcomeResult[], { speaker }: MatchedPage): Html {
  const { table: t, estimators: say } = speaker.words;
  const all = new Map(outcomes.flatMap((o) => (o.beside ?? []).map((b) => [b.name, b.estimator])));
  return table(
    say.assumptionCaption,
    [{ name: say.name }, { name: say.estimator }, { name: say.assumption }],
    [
      [html`<strong>${t.matchedComparison}</strong>`, say.main, say.mainAssumes],
      ...[...all].map(([name, estimator]) => [name, estimatorName(estimator, speaker), assumptionOf(estimator, speaker)]),
    ],
  );
}

/** What went into the number of two-way fixed effects; nothing where no study asks for it. Outcomes of the same text share a line. */
function decompositions(outcomes: readonly OutcomeResult[], page: MatchedPage): Html {
  const { speaker } = page;
  const { estimators: say } = speaker.words;
  const parts = outcomes.flatMap((o) =>
    (o.beside ?? []).filter((b) => b.decomposition !== undefined).map((b) => ({ outcome: speaker.text(o.label), beside: b })),
  );
  if (parts.length === 0) return html``;
  const lines = new Map<string, string[]>();
  for (const { outcome, beside } of parts) {
    const text = decompositionText(beside, speaker).join(" ");
    lines.set(text, [...(lines.get(text) ?? []), outcome]);
  }
  const withTypes = parts.filter(({ beside }) => (beside.decomposition?.types.length ?? 0) > 0);
  return html`<h3>${say.insideHeading}</h3><p>${say.inside}</p>${list(
    [...lines].map(([text, of]) => `${speaker.list(of)}: ${text}`),
  )}${withTypes.length < parts.length ? html`<p>${say.noTypes}</p>` : ""}${
    withTypes.length === 0
      ? ""
      : details(speaker.words.details, ...withTypes.map(({ outcome, beside }) => typesTable(outcome, beside, page)))
  }`;
}

function typesTable(outcome: string, { name, decomposition }: Beside, { speaker }: MatchedPage): Html {
  const { estimators: say } = speaker.words;
  const types = decomposition?.types ?? [];
  const decimals = decimalsTogether(
    types.map((type) => type.estimate),
    2,
  );
  return table(
    say.typesCaption(outcome, name),
    [{ name: say.comparison }, { name: say.weight, ...n }, { name: say.average, ...n }],
    types.map(({ type, weight, estimate }) => [say.types[type], speaker.percent(weight, 1), speaker.number(estimate, decimals)]),
  );
}
