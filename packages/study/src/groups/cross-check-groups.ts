import { type Params, type Problem, problem } from "@kontrafakt/base";
import { either } from "../describe-schema.js";
import { hintFor } from "../hint-for.js";
import { checkCovariance, checkInference } from "../inference/check-inference.js";
import { type GroupStudy, groupSource, groupSources } from "../options/group-study-schema.js";
import type { OptionPath, ParsedYaml } from "../parse-yaml.js";
import { studyFiles } from "../study-files.js";

/** Rules between the options of a study of groups: one source, an estimator that goes with it, names that are there. */
export function crossCheckGroups(study: GroupStudy, locate: ParsedYaml["locate"]): readonly Problem[] {
  const { groups, savings, report } = study;
  const problems: Problem[] = [];
  const add = (code: string, path: OptionPath, params: Params = {}) =>
    problems.push(problem(code, "error", locate(path), params));
  const refer = (code: string, known: readonly string[], names: readonly string[] | undefined, path: OptionPath) => {
    for (const [i, name] of (names ?? []).entries())
      if (!known.includes(name)) add(code, [...path, i], { name, hint: hintFor(name, known) });
  };

  const given = groupSources.filter((source) => groups[source] !== undefined);
  if (given.length !== 1) {
    const found = given.length === 0 ? "none" : either(given, "and");
    add("study/groups-source", ["groups"], { found, sources: either(groupSources) });
    return problems;
  }
  const source = groupSource(study);
  const { estimator } = groups;
  if (source === "effects" && estimator !== undefined) add("study/groups-estimator-given", ["groups", "estimator"]);
  if (source !== "effects" && estimator === undefined) add("study/groups-estimator-missing", ["groups"], {});
  if (source === "crossSections" && estimator?.estimator === "efficient")
    add("study/groups-estimator-cross-sections", ["groups", "estimator", "estimator"]);

  if (savings.subgroups.length > 0) add("study/groups-no-subgroups", ["savings", "subgroups"]);
  if (estimator !== undefined && "inference" in estimator) {
    checkInference(estimator.inference, ["groups", "estimator", "inference"], add, true);
    checkCovariance(estimator, ["groups", "estimator", "inference"], add);
  }

  const outcomes = Object.keys(groups.cells?.outcomes ?? groups.crossSections?.measures ?? {});
  if (source === "cells" || source === "crossSections") {
    for (const name of Object.keys(groups.outcomes)) {
      if (outcomes.includes(name)) continue;
      const where = locate(["groups", "outcomes", name], "key");
      problems.push(problem("study/no-such-group-outcome", "error", where, { name, hint: hintFor(name, outcomes) }));
    }
    refer("study/no-such-group-outcome", outcomes, estimator?.outcomes, ["groups", "estimator", "outcomes"]);
    refer("study/no-such-group-outcome", outcomes, savings.primary.consequences, ["savings", "primary", "consequences"]);
  }
  if (source === "crossSections" && estimator?.estimator === "attGt") {
    const { covariates, clusterings, person } = groups.crossSections as NonNullable<typeof groups.crossSections>;
    refer("study/no-such-group-covariate", Object.keys(covariates), estimator.covariates, ["groups", "estimator", "covariates"]);
    const levels = ["unit", ...(person === undefined ? [] : ["person"]), ...Object.keys(clusterings)];
    const { cluster } = estimator;
    if (!levels.includes(cluster))
      add("study/no-such-group-clustering", ["groups", "estimator", "cluster"], {
        name: cluster,
        hint: hintFor(cluster, levels),
      });
  }
  const files = [...new Set(studyFiles(study).map(({ file }) => file))];
  for (const [o, owner] of report.disclosure.owners.entries())
    refer("study/no-such-file", files, owner.files, ["report", "disclosure", "owners", o, "files"]);
  const dominance = [report.disclosure, ...report.disclosure.owners].findIndex((rules) => rules.dominance !== undefined);
  if (source !== "crossSections" && dominance >= 0) {
    const path = dominance === 0 ? ["disclosure"] : ["disclosure", "owners", dominance - 1];
    add("study/groups-dominance", ["report", ...path, "dominance"]);
  }
  return problems;
}
