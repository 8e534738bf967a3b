import type { PlanResults } from "@kontrafakt/study";
import { decimalsFor } from "../format.js";
import { type Html, html } from "../html.js";
import type { Speaker } from "../language.js";
import { findFigure } from "../savings-lines.js";
import { amounts, outcomeLabel } from "./amounts.js";
import { details, list, section, table } from "./table.js";

const n = { numeric: true };

/** What a section of a plan's report is given. */
export interface PlanPage {
  readonly results: PlanResults;
  readonly speaker: Speaker;
  readonly figure: (name: string) => Html;
}

/** Who starts when, what is counted of them, and over which years. */
export function plannedSection({ results, speaker }: PlanPage): Html {
  const { planned: say } = speaker.words.plan;
  const { starters, dropouts, successRate, costBias, from, until } = results.plan;
  const count = (x: number) => speaker.number(x, Number.isInteger(x) || x >= 10 ? 0 : 1);
  const notes = [
    ...(dropouts > 0 || successRate < 1 ? [say.reached(speaker.percent(dropouts), speaker.percent(successRate))] : []),
    ...(costBias ? [say.costBias(speaker.percent(costBias.uplift), speaker.percent(costBias.mitigated), costBias.source)] : []),
    say.years(String(from), String(until)),
  ];
  return section(
    "planned",
    speaker.words.heading.planned,
    [startersLead(results, speaker)],
    table(
      say.caption,
      [{ name: say.year }, { name: say.starters, ...n }, { name: say.range, ...n }],
      starters.map((s) => [String(s.year), count(s.starters), s.low < s.high ? speaker.range(count(s.low), count(s.high)) : "–"]),
    ),
    list(notes),
  );
}

export function startersLead({ plan }: PlanResults, speaker: Speaker): string {
  const all = plan.starters.reduce((sum, s) => sum + s.starters, 0);
  return speaker.words.plan.starters(speaker.number(all, 0), speaker.years(plan.starters.map((s) => s.year)));
}

/** The assumed effects with range, evidence grade, optimism bias and source. */
export function assumedSection({ results, speaker }: PlanPage): Html {
  const { effects: say } = speaker.words.plan;
  const { table: t } = speaker.words;
  const change = (x: number) => speaker.change(x, Number.isInteger(x) ? 0 : decimalsFor(x));
  const unit = (name: string) => speaker.unit(results.outcomes.find((o) => o.name === name)?.unit ?? "");
  return section(
    "assumed",
    speaker.words.heading.assumed,
    [say.lead],
    table(
      say.caption,
      [
        { name: t.outcome },
        { name: say.year },
        { name: t.unit },
        { name: say.stated, ...n },
        { name: say.range, ...n },
        { name: say.distribution },
        { name: say.grade },
        { name: say.bias, ...n },
        { name: say.counted, ...n },
        { name: say.source },
      ],
      results.plan.effects.map((e) => [
        outcomeLabel(results, e.outcome, speaker),
        String(e.yearSinceStart),
        unit(e.outcome),
        change(e.effect),
        e.low === undefined || e.high === undefined ? "–" : speaker.range(change(e.low), change(e.high)),
        speaker.words.pricing.distribution[e.distribution.kind],
        e.grade === "" ? "–" : e.grade,
        e.optimismBias > 0 ? speaker.percent(e.optimismBias) : "–",
        change(e.counted),
        e.source,
      ]),
    ),
    list([say.together, say.after]),
  );
}

/** The target group's size and what it costs whom without the programme, from its own history; ahead, beside the expected saving. */
export function targetSection({ results, speaker, figure }: PlanPage): Html {
  const { words } = speaker;
  const { target: say, noHistory } = words.plan;
  const { table: t, heading } = words;
  const { target } = results.plan;
  const last = target?.years.at(-1);
  if (target === undefined || last === undefined) return section("target", heading.target, [noHistory]);
  const { one, unit } = amounts(speaker, results.savings.currency);
  const payers = [...new Set(target.path.map((row) => row.payer))];
  const count = (x: number) => speaker.number(x, Number.isInteger(x) ? 0 : 1);
  const saved = (year: number, payer: string) =>
    findFigure(results.savings, { measure: "gross", year, payer })?.estimate ?? Number.NaN;
  return section(
    "target",
    heading.target,
    [say.lead(count(last.people), String(target.years[0].year), String(last.year))],
    figure("target-group"),
    table(
      say.use,
      [{ name: t.outcome }, { name: t.unit }, { name: say.perPerson, ...n }],
      target.use.map((u) => [outcomeLabel(results, u.outcome, speaker), speaker.unit(u.unit), speaker.number(u.perPerson)]),
    ),
    table(
      `${say.ahead} (${unit})`,
      [
        { name: t.payer },
        { name: t.year },
        { name: say.people, ...n },
        { name: say.without, ...n },
        { name: say.saving, ...n },
        { name: say.share, ...n },
      ],
      target.ahead.map((row) => {
        const saving = saved(row.year, row.payer);
        const share = row.amount > 0 && !Number.isNaN(saving) ? speaker.percent(saving / row.amount) : "–";
        return [row.payer, String(row.year), count(row.people), one(row.amount), one(saving), share];
      }),
    ),
    html`<p>${say.aheadNote}</p>`,
    details(
      words.details,
      table(
        `${say.path} (${unit})`,
        [{ name: t.year }, { name: say.people, ...n }, ...payers.map((name) => ({ name, ...n }))],
        target.years.map(({ year, people }) => [
          String(year),
          count(people),
          ...payers.map((payer) => one(target.path.find((row) => row.year === year && row.payer === payer)?.amount)),
        ]),
      ),
    ),
  );
}

/** The expected saving with its parts, as claim.csv holds it. */
export function plannedClaimSection({ results, speaker }: PlanPage): Html {
  const { words } = speaker;
  const { claim: say, verify } = words.plan;
  const { table: t } = words;
  const { one, unit } = amounts(speaker, results.savings.currency);
  return section(
    "claim",
    words.heading.claim,
    [verify],
    table(
      `${say.caption} (${unit})`,
      [
        { name: t.payer },
        { name: t.consequence },
        { name: t.year },
        { name: t.starters, ...n },
        { name: say.effect, ...n },
        { name: say.price, ...n },
        { name: say.cashable, ...n },
        { name: t.claim, ...n },
      ],
      results.plan.claim.map((row) => [
        row.payer,
        outcomeLabel(results, row.consequence, speaker),
        String(row.year),
        speaker.number(row.starters, Number.isInteger(row.starters) ? 0 : 1),
        speaker.number(row.effect),
        speaker.number(row.price, 0),
        speaker.percent(row.cashable),
        one(row.amount),
      ]),
    ),
  );
}
