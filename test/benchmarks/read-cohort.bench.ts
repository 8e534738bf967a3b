import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, bench, describe } from "vitest";
import { bigCohort, bigCohortStudy } from "./big-cohort.js";

const folder = mkdtempSync(join(tmpdir(), "kontrafakt-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads the files of a folder with the built package in a process of its own, and tells seconds and memory. */
const script = `
import { readFileSync } from "node:fs";
import { bytesSource, cohortOptions, readCohort } from "@kontrafakt/cohort";
const options = cohortOptions.parse(${JSON.stringify(bigCohortStudy)});
const sources = new Map(
  ["people.csv", "services.csv", "residence.csv"].map((name) => [name, bytesSource(name, readFileSync(process.argv[1] + "/" + name))]),
);
const from = performance.now();
const { panel, ledger } = await readCohort(sources, options);
const seconds = (performance.now() - from) / 1000;
const peak = process.resourceUsage().maxRSS / 1000;
console.log(
  panel.units + " people, " + ledger.row.length + " ledger lines in " + seconds.toFixed(2) + " s, " + peak.toFixed(0) + " MB",
);
`;

describe("readCohort of 200,000 people, 1,000,000 spells and 300,000 stays, limit 5 s", () => {
  for (const [name, overlaps] of [
    ["few overlaps", 0.02],
    ["many overlaps", 0.6],
  ] as const) {
    const path = mkdtempSync(join(folder, "cohort-"));
    const files = bigCohort({ people: 200_000, spells: 1_000_000, stays: 300_000, overlaps, faults: 0.002 });
    for (const [file, text] of files) writeFileSync(join(path, file), text);
    bench(
      `${name}, a whole process`,
      () => {
        const cwd = fileURLToPath(new URL("..", import.meta.url));
        process.stdout.write(execFileSync(process.execPath, ["--input-type=module", "-e", script, path], { cwd }));
      },
      { iterations: 2, warmupIterations: 0, time: 0 },
    );
  }
});
