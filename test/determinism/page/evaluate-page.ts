import { canonicalJson } from "@kontrafakt/base";
import { bytesSource } from "@kontrafakt/cohort";
import { evaluate, parseStudy, studyFiles } from "@kontrafakt/study";
import { everyEstimator } from "../every-estimator.js";

/** What a page does: fetches the study and its files, evaluates, gives the bytes of results.json as text. */
async function evaluateStudy(folder: string): Promise<string> {
  const read = parseStudy(await (await fetch(`${folder}study.yaml`)).text(), "study.yaml");
  const study = read.study ?? read.groupStudy;
  if (!study) throw new Error(JSON.stringify(read.problems));
  const sources = new Map();
  for (const { file } of studyFiles(study)) {
    const bytes = new Uint8Array(await (await fetch(`${folder}${file}`)).arrayBuffer());
    sources.set(file, bytesSource(file, bytes));
  }
  const { results } = await evaluate(study, sources, { seed: study.seed });
  return canonicalJson(results);
}

Object.assign(globalThis, { evaluateStudy, everyEstimator });
