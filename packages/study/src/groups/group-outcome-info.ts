import type { OutcomeInfo } from "@kontrafakt/savings";
import type { GroupStudy } from "../options/group-study-schema.js";
import type { GroupData } from "./group-data.js";

/** The outcomes of a study of groups as the money files may name them: name and labels. */
export function groupOutcomeInfo({ outcomes }: GroupData, { groups }: GroupStudy): OutcomeInfo[] {
  return outcomes.map(({ name, unit }) => {
    const label = Object.hasOwn(groups.outcomes, name) ? groups.outcomes[name].label : undefined;
    return { name, unit, aliases: label === undefined ? [] : typeof label === "string" ? [label] : Object.values(label) };
  });
}
