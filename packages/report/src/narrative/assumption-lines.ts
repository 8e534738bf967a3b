import type { MatchedResults, Results } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { peopleWords, periodWords } from "../outcome-words.js";
import { assumedYears } from "../savings-lines.js";
import { laterLines } from "./later-text.js";
import { matchingLines } from "./matching-lines.js";
import { parameterValue } from "./parameters-text.js";
import { evidenceName } from "./verdict-text.js";

/** An option of the study by path, undefined where it is not there. */
function option(results: Results, group: string, name: string): unknown {
  const options = results.study[group];
  return typeof options === "object" && options !== null && Object.hasOwn(options, name)
    ? (options as Record<string, unknown>)[name]
    : undefined;
}

/** What the result of a matched study rests on, from the study's own options. An option that is not there says nothing. */
export function assumptionLines(results: MatchedResults, speaker: Speaker): string[] {
  const { assume } = speaker.words;
  const unit = periodWords(results, speaker);
  const lines = [assume.estimand(peopleWords(results, speaker).many)];
  const { unmatched } = results.analysed;
  if (unmatched !== 0) lines.push(assume.unmatched(speaker.count(unmatched)));
  const estimand = option(results, "matching", "estimand");
  if (estimand === "never" || estimand === "waiting") lines.push(assume[estimand]);
  lines.push(...matchingLines(results, speaker));
  const exclude = results.matching.exclude ?? option(results, "matching", "exclude");
  if (Array.isArray(exclude) && exclude.length > 0)
    lines.push(assume.exclude(speaker.list(exclude.map((e) => sharedThing(String(e), speaker)))));
  lines.push(assume.trends);
  const base = numberOf(option(results, "effects", "baseWindow"));
  const anticipation = numberOf(option(results, "matching", "anticipation"));
  if (base > 0 && anticipation >= 0) {
    const many = (n: number) => `${speaker.number(n, 0)} ${n === 1 ? unit.one : unit.many}`;
    lines.push(assume.base(many(base), anticipation === 0 ? "" : many(anticipation)));
  }
  const cluster = option(results, "effects", "cluster");
  if (typeof cluster === "string") {
    const say = results.matching.independence === "unit" ? assume.clusterAlone : assume.cluster;
    lines.push(say(sharedThing(cluster, speaker), speaker.count(results.effects.clusters)));
  }
  return [...lines, ...moneyLines(results, speaker)];
}

/** What money, bands and published counts rest on, whatever the people were compared with. */
export function moneyLines(results: Results, speaker: Speaker): string[] {
  const { assume } = speaker.words;
  const { savings } = results;
  const lines = [assume.prices(String(savings.priceYear), savings.currency)];
  const { rate, steps, baseYear, source } = savings.discount;
  if (steps !== undefined && steps.length > 1)
    lines.push(speaker.words.worth.discountSteps(parameterValue(steps, "share", speaker), String(baseYear), source));
  else if (Number.isFinite(numberOf(rate))) lines.push(assume.discount(speaker.percent(rate, 1), String(baseYear), source));
  lines.push(assume.bands, assumedYears(savings).length === 0 ? assume.window : (laterLines(results, speaker)[0] ?? ""));
  if (savings.notMeasured.length > 0) {
    const label = (name: string) => {
      const outcome = results.outcomes.find((o) => o.name === name);
      return outcome ? speaker.text(outcome.label) : name;
    };
    lines.push(assume.notMeasured(speaker.list(savings.notMeasured.map((m) => `${m.payer} – ${label(m.consequence)}`))));
  }
  const { evidence } = results.verification;
  if (evidence)
    lines.push(assume.evidence(evidenceName(evidence, speaker), speaker.p(evidence.p), speaker.number(evidence.draws, 0)));
  const smallCell = numberOf(option(results, "report", "smallCell"));
  if (smallCell > 1) lines.push(assume.smallCells(speaker.number(smallCell, 0)));
  return lines;
}

function sharedThing(name: string, speaker: Speaker): string {
  const { shared } = speaker.words;
  return Object.hasOwn(shared, name) ? shared[name as keyof typeof shared] : name;
}
