import { NO_RULES } from "@kontrafakt/cohort";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { fileFlows } from "../disclosure/flow-result.js";
import type { Tally } from "../disclosure/tally.js";
import { about, few } from "../disclosure/tell.js";
import type { Count, FileFlow } from "../results.js";
import type { GroupData } from "./group-data.js";

/**
 * Rows of each file of a study of groups. Rows of cells are no people. Where a cohort is of few people the rows read and used are told
 * without theirs, roughly: by the sizes of the others they would else tell how many they are.
 */
export function groupFlows(groups: GroupData, rules: FigureRules, tally: Tally): FileFlow[] {
  const { data, source, cohorts, always, ledger } = groups;
  const isOut = source === "cells" || source === "effects-file";
  const files = fileFlows(ledger, isOut ? { ...rules, file: () => NO_RULES } : rules, tally);
  const { smallCell } = rules.people;
  const told = new Set(cohorts.filter(({ units }) => !few(units, smallCell)).map(({ start }) => start));
  if (data.kind !== "cross-sections" || (told.size === cohorts.length && !few(always, smallCell))) return files;
  const hidden = data.firstTreated.reduce((rows, start) => rows + (told.has(start) ? 0 : 1), 0);
  const without = (rows: Count): Count => (typeof rows === "number" && rows >= hidden ? about(rows - hidden) : rows);
  tally.add("difference", 2 * files.length);
  return files.map((f) => ({ ...f, read: without(f.read), used: without(f.used) }));
}
