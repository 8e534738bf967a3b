import type { BalanceRow } from "@kontrafakt/matching";
import type { MatchedResults, Results, Text } from "@kontrafakt/study";
import type { Speaker } from "./language.js";
import { periodWords } from "./outcome-words.js";

interface People {
  readonly covariates?: Readonly<Record<string, unknown>>;
  readonly missingCovariates?: unknown;
}

/** A covariate in words: a history variable by its outcome's label and window, others by their own name. */
export function covariateLabel(row: BalanceRow, results: MatchedResults, speaker: Speaker): string {
  const outcome = row.outcome === undefined ? undefined : results.outcomes.find((o) => o.name === row.outcome);
  const { characteristic } = speaker.words;
  const missing = row.missing ? characteristic.missing : "";
  if (!outcome || !row.window) return covariateName(row.covariate, results, speaker) + missing;
  const [near, far] = row.window;
  const unit = periodWords(results, speaker);
  const span = near === far ? `${near} ${near === 1 ? unit.one : unit.many}` : `${near}–${far} ${unit.many}`;
  return characteristic.history(speaker.text(outcome.label), span) + missing;
}

/**
 * `sex=Girl` as "sex: Girl", and `sex=missing` as "sex, missing" where the study keeps people without it; under its label, or the heading
 * of its column where the report speaks the study's language.
 */
export function covariateName(covariate: string, results: Results, speaker: Speaker): string {
  const cut = covariate.indexOf("=");
  const name = cut < 0 ? covariate : covariate.slice(0, cut);
  const { people } = (results.study.cohort ?? {}) as { people?: People };
  const option = people?.covariates && Object.hasOwn(people.covariates, name) ? people.covariates[name] : undefined;
  const { type, column, label, missing } = (typeof option === "object" && option !== null ? option : { column: option }) as {
    type?: unknown;
    column?: unknown;
    label?: Text;
    missing?: unknown;
  };
  const { characteristic } = speaker.words;
  const isMissing = cut >= 0 && covariate.slice(cut + 1) === "missing" && (missing ?? people?.missingCovariates) === "indicator";
  const level = cut < 0 ? "" : isMissing ? characteristic.missing : `: ${covariate.slice(cut + 1)}`;
  if (label !== undefined) return speaker.text(label) + level;
  if (type === "age") return characteristic.age;
  if (type === "birthYear") return characteristic.birthYear;
  if (type === "born") return characteristic.born;
  return (results.study.language === speaker.code && typeof column === "string" ? column : name) + level;
}
