import { readFileSync } from "node:fs";
import { bytesSource, pseudonyms, readCohort } from "@kontrafakt/cohort";
import { makeWorld, SEED, type WorldFile, worldFiles, worldPanel } from "@kontrafakt/data-samples";
import { parseStudy } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";

const text = readFileSync(new URL("../../data-samples/early-support/study.yaml", import.meta.url), "utf8");
const world = makeWorld(SEED, { truthPaths: 2 });
const files = worldFiles(world);

const key = new Uint8Array(32).fill(1);

async function read(given: readonly WorldFile[]) {
  const { study } = parseStudy(text, "study.yaml");
  if (!study) throw new Error("the sample's study does not parse");
  return readCohort(new Map(given.map((f) => [f.name, bytesSource(f.name, f.bytes)])), study.cohort, { seed: 1, key });
}

/** Place in the panel of each person of the world, undefined where not there. */
function placesOf(ids: readonly string[], panelIds: readonly string[]): readonly (number | undefined)[] {
  const place = new Map(panelIds.map((id, i) => [id, i]));
  return pseudonyms(ids, key).map((id) => place.get(id));
}
let cohort: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  cohort = await read(files);
});

describe("the sample, read back", () => {
  test("gives the panel the world was made with, cell for cell", () => {
    const truth = worldPanel(world);
    const { panel } = cohort;
    const T = truth.periods.ordinals.length;
    const places = placesOf(truth.ids, panel.ids);
    const spoilt = files.flatMap((f) => f.faults).filter((f) => f.file === "absence.csv").length;
    let seen = 0;
    let wrongCells = 0;
    for (let i = 0; i < truth.units; i++) {
      const k = places[i];
      if (k === undefined) {
        expect(truth.observed.subarray(i * T, (i + 1) * T)).not.toContain(1);
        continue;
      }
      seen++;
      expect(panel.firstTreated[k]).toBe(truth.firstTreated[i]);
      expect(panel.observed.subarray(k * T, (k + 1) * T)).toEqual(truth.observed.subarray(i * T, (i + 1) * T));
      truth.measures.forEach((measure, m) => {
        const ours = measure.values.subarray(i * T, (i + 1) * T);
        const theirs = panel.measures[m].values.subarray(k * T, (k + 1) * T);
        for (let t = 0; t < T; t++) if (!Object.is(ours[t], theirs[t])) wrongCells++;
      });
    }
    expect(seen).toBeGreaterThan(2900);
    expect(wrongCells).toBe(spoilt);
    expect(panel.measures.map((m) => m.name)).toEqual(truth.measures.map((m) => m.name));
  });

  test("covariates have the same values, age included", () => {
    const truth = worldPanel(world);
    const { panel } = cohort;
    const places = placesOf(truth.ids, panel.ids);
    for (const name of ["age", "siblings", "notifications"]) {
      const ours = truth.covariates.find((c) => c.name === name)!.values;
      const theirs = panel.covariates.find((c) => c.name === name)!.values;
      places.forEach((k, i) => {
        if (k !== undefined) expect(theirs[k]).toBeCloseTo(ours[i], 2);
      });
    }
  });

  test("every planted fault is in the ledger at its row, listed or noted as planted; the other rows are used", () => {
    const { ledger } = cohort;
    const found = new Map<string, { listed: boolean; codes: string[] }>();
    ledger.file.forEach((f, k) => {
      const key = `${ledger.files[f].name}:${ledger.row[k]}`;
      const entry = found.get(key) ?? { listed: false, codes: [] };
      entry.codes.push(ledger.codes[ledger.code[k]]);
      if (ledger.listed[k] === 1) entry.listed = true;
      found.set(key, entry);
    });
    const planted = files.flatMap((f) => f.faults);
    expect(planted.length).toBeGreaterThanOrEqual(20);
    const missed = planted.filter((fault) => {
      const entry = found.get(`${fault.file}:${fault.row}`);
      if (fault.expect === "used") return entry?.listed === true;
      return entry === undefined || entry.listed !== (fault.expect === "listed");
    });
    expect(
      missed.map((f) => `${f.file}:${f.row} ${f.reason} ${f.expect}: ${found.get(`${f.file}:${f.row}`)?.codes.join(", ")}`),
    ).toEqual([]);
    for (const f of ledger.files) expect(f.rowsUsed + f.rowsListed).toBe(f.rowsRead);
  });
});
