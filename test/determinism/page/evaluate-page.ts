import { canonicalJson } from "@kontrafakt/base";
import { bytesSource } from "@kontrafakt/cohort";
import { evaluate, parseStudy, studyFiles } from "@kontrafakt/study";

/** What a page does: fetches the study and its files, evaluates, gives the bytes of results.json as text. */
async function evaluateStudy(): Promise<string> {
  const { study, problems } = parseStudy(await (await fetch("study.yaml")).text(), "study.yaml");
  if (!study) throw new Error(JSON.stringify(problems));
  const sources = new Map();
  for (const { file } of studyFiles(study)) {
    const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
    sources.set(file, bytesSource(file, bytes));
  }
  const { results } = await evaluate(study, sources, { seed: study.seed });
  return canonicalJson(results);
}

Object.assign(globalThis, { evaluateStudy });
