import { readFileSync } from "node:fs";
import { renderReport } from "@kontrafakt/report";
import { evaluate, readLock, readResults } from "@kontrafakt/study";
import { toJson } from "kontrafakt";
import { expect, test } from "vitest";
import { sampleBytes, sampleStudy } from "../determinism/sample.js";

const folder = new URL("../../data-samples/early-support/", import.meta.url);

test("the committed sample reports are what this version writes, under an unbroken lock", async () => {
  const { study, sources } = sampleStudy();
  const lock = readLock(new TextDecoder().decode(sampleBytes("study.lock.json")), "study.lock.json");
  const { results } = await evaluate(study, sources, { seed: study.seed }, lock);
  expect(results.lock).toMatchObject({ status: "locked", deviations: [] });
  const read = readResults(toJson(results), "results.json");
  for (const language of ["en", "da"] as const) {
    const committed = readFileSync(new URL(`report/report.${language}.html`, folder), "utf8");
    expect((await renderReport(read, language)) === committed, `report.${language}.html is stale: run pnpm sample-report`).toBe(
      true,
    );
  }
});
