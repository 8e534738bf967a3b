import type { MatchedResults, OutcomeResult, Results } from "@kontrafakt/study";
import { covariateLabel } from "../covariate-label.js";
import { finite, numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { changeOf, decimalsTogether, isCountable, type Outcome, peopleWords, periodWords } from "../outcome-words.js";
import { findFigure, observedYears, primaryCashable } from "../savings-lines.js";

/** Rows read, over all files; nothing where a count is withheld. */
export function rowsRead(results: Results, speaker: Speaker): string {
  const read = results.flow.files.map((f) => f.read);
  if (read.length === 0 || !read.every((n) => typeof n === "number")) return "";
  const total = (read as number[]).reduce((a, b) => a + b, 0);
  return speaker.words.lead.whoRows(speaker.number(total, 0), read.length);
}

/** Who was in the study. */
export function whoLead(results: MatchedResults, speaker: Speaker): string[] {
  const { lead } = speaker.words;
  const { starters, matched, controls, unmatched } = results.analysed;
  const people = peopleWords(results, speaker);
  const lines = [
    lead.who(speaker.count(starters), starters === 1 ? people.one : people.many, speaker.count(matched), speaker.count(controls)),
  ];
  const named = results.flow.people[0]?.treated;
  const smallCell = numberOf((results.study.report as { smallCell?: unknown } | undefined)?.smallCell);
  if (typeof named === "number" && typeof starters === "number" && named - starters >= smallCell) {
    lines.push(lead.startersLost(speaker.count(named)));
  }
  if (unmatched !== 0) lines.push(lead.unmatched(speaker.count(unmatched)));
  return lines;
}

/** Whether the groups are comparable, counted from the balance rows themselves; what matching did not use is told apart. */
export function comparabilityLead(results: MatchedResults, speaker: Speaker): string {
  return [scoreLead(results, speaker), unusedLead(results, speaker)].filter((s) => s !== "").join(" ");
}

/** Characteristics outside the score that still differ, the farthest named. */
function unusedLead(results: MatchedResults, speaker: Speaker): string {
  const { rows, threshold } = results.balance;
  const unused = rows.filter((r) => !r.matched && !Number.isNaN(numberOf(r.smdAfter)));
  const over = unused.filter((r) => Math.abs(r.smdAfter) > threshold);
  if (over.length === 0) return "";
  const worst = over.reduce((a, b) => (Math.abs(b.smdAfter) > Math.abs(a.smdAfter) ? b : a));
  return speaker.words.lead.unused(
    speaker.number(over.length, 0),
    speaker.number(unused.length, 0),
    speaker.number(Math.abs(worst.smdAfter), 3),
    covariateLabel(worst, results, speaker),
  );
}

function scoreLead(results: MatchedResults, speaker: Speaker): string {
  const { lead } = speaker.words;
  const { threshold, waves } = results.balance;
  const rows = results.balance.rows.filter((r) => r.matched);
  const sizes = rows.map((r) => Math.abs(numberOf(r.smdAfter)));
  const known = rows.filter((_, i) => !Number.isNaN(sizes[i]));
  if (known.length === 0) return lead.noBalance;
  const worst = known.reduce((a, b) => (Math.abs(b.smdAfter) > Math.abs(a.smdAfter) ? b : a));
  const over = sizes.filter((s) => s > threshold).length;
  const limit = speaker.number(threshold);
  const n = speaker.number(known.length, 0);
  const name = covariateLabel(worst, results, speaker);
  const size = speaker.number(Math.abs(worst.smdAfter), 3);
  if (over > 0) return lead.unbalanced(speaker.number(over, 0), n, limit, size, name);
  const text = lead.balanced(n, limit, size, name);
  const bad = waves.filter((w) => numberOf(w.worstSmdAfter) > threshold);
  if (results.balance.passed || bad.length === 0) return text;
  const least = bad.reduce((a, b) => (b.worstSmdAfter > a.worstSmdAfter ? b : a));
  const wave = results.waves.find((w) => w.ordinal === least.wave)?.label ?? String(least.wave);
  return lead.waveUnbalanced(limit, speaker.period(wave), speaker.number(least.worstSmdAfter));
}

function average(path: readonly (number | null)[], events: readonly number[], of: ReadonlySet<number>): number {
  const picked = path.filter((value, i) => of.has(events[i]) && finite(value) !== null) as number[];
  return picked.length === 0 ? Number.NaN : picked.reduce((a, b) => a + b, 0) / picked.length;
}

/** Whose published averages are drawn beside the paths, of how many people, and where they are from; one sentence for all outcomes alike. */
export function othersNotes(results: MatchedResults, speaker: Speaker): string[] {
  const { lead } = speaker.words;
  const notes = results.outcomes.flatMap(({ others }) => {
    if (others === undefined) return [];
    const [fewest, most] = others.people.map((n) => speaker.number(n, 0));
    const people = fewest === most ? fewest : speaker.range(fewest, most);
    return [lead.others(speaker.text(others.label), people, speaker.text(others.source))];
  });
  return [...new Set(notes)];
}

/** How the two groups went from base to after, for one outcome. Averages, not an effect. */
export function pathsLead(results: MatchedResults, outcome: OutcomeResult, speaker: Speaker): string {
  const at = (role: string) => new Set(outcome.events.filter((e) => e.role === role).map((e) => e.event));
  const { event, treated, comparison } = outcome.paths;
  const { levels } = outcome;
  const figures = levels
    ? [levels.base, levels.after].flatMap((level) => [numberOf(level.treated), numberOf(level.comparison)])
    : [at("base"), at("after")].flatMap((events) => [average(treated, event, events), average(comparison, event, events)]);
  if (figures.some(Number.isNaN)) return "";
  const [treatedBefore, otherBefore, treatedAfter, otherAfter] = figures.map((x) =>
    speaker.number(x, decimalsTogether(figures, 1)),
  );
  const { per } = periodWords(results, speaker);
  return speaker.words.lead.paths(
    speaker.text(outcome.label),
    speaker.unit(outcome.unit),
    per,
    treatedBefore,
    otherBefore,
    treatedAfter,
    otherAfter,
  );
}

/** "fewer days", and for a human outcome whether that is better. */
function changeText(outcome: Outcome, change: ReturnType<typeof changeOf>, speaker: Speaker): string {
  const { status } = speaker.words;
  if (change === "unknown" || change === "noChange") return status[change];
  const down = numberOf(outcome.mean.upper) < 0;
  const text = isCountable(outcome.unit)
    ? `${down ? status.fewer : status.more} ${speaker.unit(outcome.unit)}`
    : down
      ? status.lower
      : status.higher;
  return outcome.priced ? text : `${text} (${status[change]})`;
}

/** What changed, outcome by outcome. */
export function effectsLead(results: Results, speaker: Speaker): string {
  const { words } = speaker;
  if (results.outcomes.length === 0) return words.lead.effectsNone;
  const changes = results.outcomes.map((o) => {
    const text = o.withheld ? words.status.withheld : changeText(o, changeOf(o), speaker);
    return words.lead.effect(speaker.text(o.label), text);
  });
  return words.lead.effects(changes.join("; "));
}

/** The pre-trend sentence of an outcome. */
export function preTrendText(results: Results, outcome: Outcome, speaker: Speaker): string {
  const { preTrend } = speaker.words;
  if (outcome.preTrend === null) return preTrend.none;
  const { periods, p } = outcome.preTrend;
  const words = periodWords(results, speaker);
  const span = `${speaker.number(periods, 0)} ${periods === 1 ? words.one : words.many}`;
  if (Number.isNaN(numberOf(p))) return preTrend.none;
  if (numberOf(p) < 0.05) return preTrend.sign(span, speaker.p(p));
  const away = outcome.events.filter((e) => e.role === "held-back" && (numberOf(e.bandLower) > 0 || numberOf(e.bandUpper) < 0));
  return preTrend.noSign(span, speaker.p(p)) + (away.length > 0 ? preTrend.but(speaker.number(away.length, 0)) : "");
}

/** Gross, cost and net over all observed years. */
export function savingsLead(results: Results, speaker: Speaker): string {
  const { savings } = results;
  const { lead } = speaker.words;
  const gross = findFigure(savings, { measure: "gross" });
  const net = findFigure(savings, { measure: "net" });
  const cost = findFigure(savings, { measure: "cost" });
  if (!gross || !net || !cost) return lead.noSavings;
  const { currency } = savings;
  const [g, c, n] = [gross, cost, net].map((f) => speaker.money(f.estimate, currency));
  return lead.savings(g, speaker.moneyRange(gross.lower, gross.upper, currency), speaker.years(observedYears(savings)), c, n);
}

export function payersLead(results: Results, speaker: Speaker): string {
  const { savings } = results;
  const gains = savings.payers.map((payer) => {
    const gross = findFigure(savings, { measure: "gross", payer });
    return `${payer} ${gross ? speaker.money(gross.estimate, savings.currency) : speaker.words.table.notMeasured}`;
  });
  return gains.length === 0 ? speaker.words.lead.noSavings : speaker.words.lead.payers(speaker.list(gains));
}

/** Expected → evaluated → cashable → budget. */
export function claimLead(results: Results, speaker: Speaker): string[] {
  const { savings, verification } = results;
  const { lead } = speaker.words;
  const { evaluated, claim, verdict } = verification;
  const figures = [claim, evaluated.estimate, evaluated.lower, evaluated.upper];
  const [c, e] = speaker.moneys(figures, savings.currency);
  const early = verdict === "too-early" || Number.isNaN(numberOf(evaluated.estimate));
  const say = verification.primary.measure === "cashable" ? lead.claimCashable : lead.claim;
  const lines = [
    early ? lead.claimEarly(c) : say(c, e, speaker.moneyRange(evaluated.lower, evaluated.upper, savings.currency, figures)),
  ];
  const cashable = primaryCashable(savings, verification);
  if (!early && cashable && verification.primary.measure === "gross") {
    lines.push(lead.cashable(speaker.money(cashable.estimate, savings.currency)));
  }
  if (verification.budget.length > 0) {
    const changes = new Map<string, number>();
    for (const b of verification.budget) {
      if (!verification.primary.years.includes(b.year)) continue;
      changes.set(b.reason, (changes.get(b.reason) ?? 0) + numberOf(b.adjusted) - numberOf(b.adopted));
    }
    const parts = [...changes]
      .filter(([, change]) => Math.abs(change) >= 0.5)
      .map(([reason, change]) => {
        const amount = speaker.money(change, savings.currency);
        return `${reason === "" ? lead.noReason : speaker.words.quote(reason)} ${change > 0 ? lead.plus(amount) : amount}`;
      });
    if (parts.length > 0) lines.push(lead.budget(speaker.list(parts)));
  }
  return lines;
}

/** What simpler comparisons would have said, for the outcome whose before–after is farthest from the matched figure. */
export function simplerLead(results: MatchedResults, speaker: Speaker): string {
  const { lead } = speaker.words;
  const known = results.outcomes.filter((o) =>
    [o.naive.beforeAfter, o.naive.treatedVersusRest, o.total.estimate].every((x) => finite(x) !== null),
  );
  if (known.length === 0) return "";
  const far = (o: OutcomeResult) => Math.abs(o.naive.beforeAfter - o.total.estimate) / (Math.abs(o.total.se) || 1);
  const o = known.reduce((a, b) => (far(b) > far(a) ? b : a));
  const total = (x: number) => speaker.change(x, 0);
  const children = peopleWords(results, speaker) === speaker.words.child;
  return `${lead.simpler(
    speaker.text(o.label),
    total(o.naive.beforeAfter),
    total(o.naive.treatedVersusRest),
    total(o.total.estimate),
    speaker.unit(o.unit),
  )} ${children ? lead.simplerNote : lead.simplerNotePeople}`;
}
