import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Context, problemText } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { allMessages, type Study, studyFiles } from "@kontrafakt/study";
import { bytesSource, evaluate, parseStudy, toJson } from "kontrafakt";

/** Bytes of a file of the sample study. */
export function sampleBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../data-samples/early-support/${name}`, import.meta.url))));
}

/** The sample study and its files, in memory. */
export function sampleStudy(): { study: Study; sources: ReadonlyMap<string, Source> } {
  const { study, problems } = parseStudy(new TextDecoder().decode(sampleBytes("study.yaml")), "study.yaml");
  if (!study) throw new Error(problems.map((p) => problemText(p, allMessages)).join("\n"));
  const sources = new Map(studyFiles(study).map(({ file }) => [file, bytesSource(file, sampleBytes(file))]));
  return { study, sources };
}

/** results.json of the sample study, as Node makes it. */
export async function sampleResults(context: Partial<Context> = {}): Promise<string> {
  const { study, sources } = sampleStudy();
  const seed = context.seed ?? study.seed;
  const { results } = await evaluate({ ...study, seed }, sources, { ...context, seed });
  return toJson(results);
}
