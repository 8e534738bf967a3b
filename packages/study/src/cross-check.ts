import { type Params, type Problem, problem } from "@kontrafakt/base";
import { crossCheckEstimators } from "./beside/cross-check-estimators.js";
import { crossCheckSavings } from "./cross-check-savings.js";
import { hintFor } from "./hint-for.js";
import { checkCovariance, checkInference } from "./inference/check-inference.js";
import { matchingNames, namesOf, specifications } from "./matching-names.js";
import type { Study } from "./options/study-schema.js";
import type { OptionPath, ParsedYaml } from "./parse-yaml.js";
import { studyFiles } from "./study-files.js";

/** Rules between the blocks of different packages: whatever refers to an outcome, a covariate or a clustering finds it. */
export function crossCheck(study: Study, locate: ParsedYaml["locate"]): readonly Problem[] {
  const { cohort, matching, effects } = study;
  const problems: Problem[] = [];
  const add = (code: string, path: OptionPath, params: Params) => problems.push(problem(code, "error", locate(path), params));
  const refer = (code: string, known: readonly string[], names: readonly string[] | undefined, path: OptionPath) => {
    for (const [i, name] of (names ?? []).entries()) {
      if (known.includes(name)) continue;
      const hint = hintFor(name, known);
      add(code, names?.length === 1 && path.at(-1) === "cluster" ? path : [...path, i], {
        name,
        hint,
      });
    }
  };

  const clusterings = [
    ...(cohort.people.household === undefined ? [] : ["household"]),
    ...(cohort.people.school === undefined ? [] : ["school"]),
    ...Object.keys(cohort.clusterings ?? {}),
  ];
  for (const { path, name, of } of matchingNames(matching)) {
    const known = namesOf(of, study, clusterings);
    const code = of === "covariate" || of === "outcome" || of === "clustering" ? of : "variable";
    if (!known.includes(name)) add(`study/no-such-${code}`, path, { name, hint: hintFor(name, known) });
  }
  for (const { path, given } of specifications(matching)) {
    const target = given.weighting?.target ?? "att";
    if (target !== "att") add("study/target-not-starters", [...path, "weighting", "target"], { target });
  }
  refer("study/no-such-clustering", ["person", ...clusterings], [effects.cluster], ["effects", "cluster"]);
  checkInference(effects.inference, ["effects", "inference"], add, true);
  checkCovariance(effects, ["effects", "inference"], add);
  crossCheckEstimators(study, clusterings, refer, add);
  crossCheckSavings(study, refer, add);
  const files = [...new Set(studyFiles(study).map(({ file }) => file))];
  for (const [o, owner] of study.report.disclosure.owners.entries())
    refer("study/no-such-file", files, owner.files, ["report", "disclosure", "owners", o, "files"]);
  return problems;
}
