import { readFileSync } from "node:fs";
import { bytesSource, readCohort } from "@kontrafakt/cohort";
import { type Sample, samples, worldPanel } from "@kontrafakt/data-samples";
import { evaluate, parseStudy, type Study } from "@kontrafakt/study";
import { describe, expect, test } from "vitest";

function studyOf(sample: Sample): Study {
  const text = readFileSync(new URL(`../../data-samples/${sample.folder}/study.yaml`, import.meta.url), "utf8");
  const { study, problems } = parseStudy(text, "study.yaml");
  if (!study) throw new Error(problems.map((p) => p.code).join(", "));
  return study;
}

const sourcesOf = (sample: Sample) => new Map(sample.files.map(({ name, bytes }) => [name, bytesSource(name, bytes)]));

for (const sample of samples()) {
  describe(sample.folder, () => {
    const study = studyOf(sample);
    const truth = worldPanel(sample.world);

    test("the files give the panel of the world they were written from", async () => {
      const { panel, ledger } = await readCohort(sourcesOf(sample), study.cohort, { seed: 1 });
      const T = truth.periods.ordinals.length;
      const seen = (i: number) => truth.observed.subarray(i * T, (i + 1) * T).includes(1);
      const kept = Array.from({ length: truth.units }, (_, i) => i).filter(seen);
      expect(panel.units).toBe(kept.length);
      expect(ledger.files.reduce((sum, file) => sum + file.rowsRead, 0)).toBeGreaterThan(1000);
      kept.forEach((i, u) => {
        expect(panel.firstTreated[u]).toBe(truth.firstTreated[i]);
        expect(panel.observed.subarray(u * T, (u + 1) * T)).toEqual(truth.observed.subarray(i * T, (i + 1) * T));
        for (const { name, values } of truth.measures) {
          const read = panel.measures.find((m) => m.name === name)?.values.subarray(u * T, (u + 1) * T);
          expect(read, `${name} of child ${i}`).toEqual(values.subarray(i * T, (i + 1) * T));
        }
        const age = panel.covariates.find((c) => c.name === "age")?.values[u];
        expect(age).toBe(truth.covariates.find((c) => c.name === "age")?.values[i]);
      });
    });

    test("the study runs, says how many it is about, and no number of a child leaves it", async () => {
      const { results, internal } = await evaluate(study, sourcesOf(sample), {});
      expect(results.verification.verdict).toBe("cannot-tell");
      const out = JSON.stringify(results) + JSON.stringify(internal);
      const people = new TextDecoder("windows-1252").decode(sample.files[0].bytes).split(/\r?\n/).slice(1, -1);
      const ids = people.map((line) => line.split(";")[0]);
      expect(ids).toHaveLength(320);
      expect(ids.filter((id) => out.includes(id))).toEqual([]);
    });
  });
}
