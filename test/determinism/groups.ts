import { bytesSource, type Source } from "@kontrafakt/cohort";
import { evaluate, parseStudy, toJson } from "kontrafakt";
import { cellsCsv, groupPeople, groupYaml, moneyFiles, peopleCsv, rowsOptions } from "../end-to-end/group-world.js";

const people = groupPeople(20);
const files: Readonly<Record<string, string>> = {
  ...moneyFiles,
  "study.yaml": groupYaml(rowsOptions, { estimator: "estimator: { estimator: attGt, control: notYet }" }),
  "people.csv": peopleCsv(people),
  "cells.csv": cellsCsv(people),
};

/** Bytes of a file of a study of groups, made up. */
export function groupBytes(name: string): Uint8Array | undefined {
  return Object.hasOwn(files, name) ? new TextEncoder().encode(files[name]) : undefined;
}

/** results.json of the study of groups, as Node makes it. */
export async function groupResults(context: Parameters<typeof evaluate>[2] = {}): Promise<string> {
  const { groupStudy } = parseStudy(files["study.yaml"], "study.yaml");
  if (groupStudy === undefined) throw new Error("no study");
  const sources = new Map<string, Source>(
    Object.keys(files).map((name) => [name, bytesSource(name, groupBytes(name) as Uint8Array)]),
  );
  return toJson((await evaluate(groupStudy, sources, context)).results);
}
