import type { Params } from "@kontrafakt/base";
import type { CohortOptions } from "./cohort-shape.js";
import { covariateOf } from "./covariate-options.js";
import { blockShape, servicesBlocks } from "./services-options.js";

type Add = (path: readonly (string | number)[], code: string, params: Params) => void;

/** Options that were given and can have no effect, since what they speak of is not in the study. */
export function unusedOptions(options: CohortOptions, add: Add): void {
  const { treatment, residence, services, link, measures } = options;
  const without = (path: readonly (string | number)[], needs: string) =>
    add(path, "option-without-use", { option: String(path[path.length - 1]), needs });
  if (treatment.courseGap !== 30 && options.programmeService === undefined)
    without(["treatment", "courseGap"], "cohort.programmeService");
  if (treatment.restartAfter !== 365 && treatment.startedBefore !== "restart")
    without(["treatment", "restartAfter"], "startedBefore: restart");
  if (residence !== undefined && residence.nearPlacement !== 30 && residence.placements === undefined)
    without(["residence", "nearPlacement"], "placements");
  for (const [k, block] of servicesBlocks(services).entries()) {
    const path = Array.isArray(services) ? ["services", k] : ["services"];
    const shape = blockShape(block);
    if (block.massShare !== 0.02 && (shape === "weeks" || shape === "years")) without([...path, "massShare"], "from, on");
    if (block.reversals !== "money" && block.amount === undefined && block.price === undefined)
      without([...path, "reversals"], "amount, price");
  }
  for (const [name, clustering] of Object.entries(options.clusterings)) {
    if ("file" in clustering && clustering.at !== "start" && clustering.from === undefined)
      without(["clusterings", name, "at"], "from");
  }
  for (const [name, written] of Object.entries(options.people.covariates)) {
    const { type, other, lump } = covariateOf(written);
    if (other !== "other" && (type !== "category" || lump === undefined))
      without(["people", "covariates", name, "other"], "lump");
  }
  const blocks = [...servicesBlocks(services), residence, ...Object.values(measures), ...Object.values(options.clusterings)];
  const linked = new Set(blocks.map((block) => (block !== undefined && "ids" in block ? block.ids : undefined)));
  for (const name of Object.keys(link)) if (!linked.has(name)) without(["link", name], `ids: ${name}`);
}
