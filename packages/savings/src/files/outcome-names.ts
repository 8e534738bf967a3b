import { fail } from "@kontrafakt/base";
import { looseText } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import { type Rows, refuse, textAt } from "./rows.js";

/** What the money side needs to know of an outcome. */
export interface OutcomeInfo {
  readonly name: string;
  readonly unit: string;
  /** Other words for it in money files: labels, the service's name. */
  readonly aliases?: readonly string[];
  /** Other outcomes that count the same thing (a service, a measure): pricing both would count each krone twice. */
  readonly overlaps?: readonly { readonly outcome: string; readonly counts: string }[];
  /** The side of a refund scheme that the outcome is, and who pays the refund. */
  readonly refund?: { readonly scheme: string; readonly side: "municipality" | "state"; readonly payer: string };
}

/** Outcomes by every word a file may use for them, without regard to letter case. */
export interface OutcomeNames {
  readonly outcomes: readonly OutcomeInfo[];
  readonly byWord: ReadonlyMap<string, OutcomeInfo>;
}

/** @throws `savings/outcome-name-ambiguous` where one word stands for two outcomes */
export function outcomeNames(outcomes: readonly OutcomeInfo[]): OutcomeNames {
  const byWord = new Map<string, OutcomeInfo>();
  for (const outcome of outcomes) {
    for (const word of [outcome.name, ...(outcome.aliases ?? [])]) {
      const other = byWord.get(looseText(word));
      if (other !== undefined && other !== outcome) {
        fail(
          "savings/outcome-name-ambiguous",
          { option: "cohort.outcomes" },
          { word, first: other.name, second: outcome.name },
          messages,
        );
      }
      byWord.set(looseText(word), outcome);
    }
  }
  return { outcomes, byWord };
}

export function findOutcome(names: OutcomeNames, word: string): OutcomeInfo | undefined {
  return names.byWord.get(looseText(word));
}

/** The outcome a cell names; undefined where it is empty, or refused because there is no such outcome. */
export function outcomeAt(rows: Rows, key: string, i: number, names: OutcomeNames): OutcomeInfo | undefined {
  const word = textAt(rows, key, i);
  const outcome = word === "" ? undefined : findOutcome(names, word);
  if (word !== "" && outcome === undefined) {
    const outcomes = names.outcomes.map((o) => o.name).join(", ");
    refuse(rows, i, key, "savings/consequence-unknown", { found: word, outcomes });
  }
  return outcome;
}
