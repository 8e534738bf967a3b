import { type Context, canonicalJson } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { hashSource, hashText } from "./hash-source.js";
import { compareLock, hashInputs, lockStudy, readLock } from "./lock.js";
import { parseStudy } from "./parse-study.js";

const text = `kontrafakt: 1
title: T
municipality: M
programme: P
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  people: { file: people.csv, person: id, born: born, start: start }
  services: { file: services.csv, person: id, service: service, from: from, to: to }
  outcomes: { placement: { service: Placement } }
savings:
  currency: DKK
  priceYear: 2024
  prices: { file: money.csv }
  programmeCost: { file: money.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2021, source: S }
`;
const context: Context = { seed: 1 };
const studyOf = (t: string) => {
  const { study } = parseStudy(t, "study.yaml");
  if (!study) throw new Error("the study of this test is wrong");
  return study;
};
const sourcesOf = (claim = "c"): ReadonlyMap<string, Source> =>
  new Map(
    ["people.csv", "services.csv", "money.csv", "claim.csv"].map((f) => [
      f,
      bytesSource(f, new TextEncoder().encode(f === "claim.csv" ? claim : f)),
    ]),
  );

test("SHA-256 as the standard has it (FIPS 180-4, example abc)", async () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(hashText("abc")).toBe(abc);
  expect(await hashSource(bytesSource("a", new TextEncoder().encode("abc")))).toBe(abc);
});

test("nothing changed: locked", async () => {
  const study = studyOf(text);
  const lock = readLock(canonicalJson(await lockStudy(study, sourcesOf(), context, "2025-02-01")), "study.lock.json");
  expect(lock.inputs.map((i) => i.role)).toEqual([
    "cohort.people",
    "cohort.services",
    "savings.prices",
    "savings.programmeCost",
    "savings.claim",
  ]);
  expect(compareLock(lock, study, await hashInputs(study, sourcesOf(), context))).toEqual({
    status: "locked",
    deviations: [],
    lockedOn: "2025-02-01",
  });
});

test("every later difference is listed: options, files, version", async () => {
  const lock = await lockStudy(studyOf(text), sourcesOf(), context);
  const later = studyOf(`${text}matching: { caliper: 0.3 }\n`);
  const { status, deviations } = compareLock(
    { ...lock, product: { name: "kontrafakt", version: "0.0.9" } },
    later,
    await hashInputs(later, sourcesOf("new"), context),
  );
  expect(status).toBe("deviates");
  expect(deviations.map((d) => d.what)).toEqual(["version", "matching.caliper", "savings.claim: claim.csv"]);
  expect(deviations[1]).toEqual({ what: "matching.caliper", locked: "0.2", now: "0.3" });
});

test("an option younger than the lock differs only where it is not left at its default", async () => {
  const lock = await lockStudy(studyOf(text), sourcesOf(), context);
  const { matching, ...older } = lock.study as { matching: Record<string, unknown> };
  const { method: _, peak: __, caliper: ___, ...known } = matching;
  const before = { ...lock, study: { ...older, matching: known } };
  const later = studyOf(text);
  expect(compareLock(before, later, lock.inputs).deviations).toEqual([]);
  const set = studyOf(`${text}matching: { caliper: 0.3, peak: { bracket: never } }\n`);
  expect(compareLock(before, set, lock.inputs).deviations).toEqual([
    { what: "matching.caliper", locked: "0.2", now: "0.3" },
    { what: "matching.peak.bracket", locked: "auto", now: "never" },
  ]);
  const removed = { ...before, study: { ...before.study, noLongerThere: 1 } };
  expect(compareLock(removed, later, lock.inputs).deviations.map((d) => d.what)).toContain("noLongerThere");
});

test("how uncertainty is reckoned is no deviation from a lock made before one could choose, unless it is set", async () => {
  const estimators = "effects: { estimators: { mine: { estimator: attGt } } }\n";
  const lock = await lockStudy(studyOf(text + estimators), sourcesOf(), context);
  const effects = (lock.study as { effects: { inference: unknown; estimators: { mine: object } } }).effects;
  const { inference: _, estimators: own, ...rest } = effects;
  const { inference: __, ...mine } = own.mine as { inference: unknown };
  const before = { ...lock, study: { ...lock.study, effects: { ...rest, estimators: { mine } } } };
  expect(compareLock(before, studyOf(text + estimators), lock.inputs).deviations).toEqual([]);
  const set =
    "effects: { inference: { beside: [jackknife] }, estimators: { mine: { estimator: attGt, inference: { covariance: CR3 } } } }\n";
  expect(compareLock(before, studyOf(text + set), lock.inputs).deviations.map((d) => [d.what, d.now])).toEqual([
    ["effects.inference.beside", "–"],
    ["effects.estimators.mine.inference.covariance", "CR3"],
    ["effects.inference.beside[0]", "jackknife"],
  ]);
});

test("no lock: not locked", async () => {
  expect(compareLock(undefined, studyOf(text), [])).toEqual({ status: "not-locked", deviations: [] });
});

test("a lock that was edited or is none is refused", async () => {
  const lock = await lockStudy(studyOf(text), sourcesOf(), context);
  expect(() => readLock("{", "study.lock.json")).toThrow("study.lock.json: this lock file cannot be read: it is not JSON");
  expect(() => readLock('{"kind":"lock"}', "study.lock.json")).toThrow("it is not a lock of this version");
  expect(() => readLock(canonicalJson({ ...lock, study: { ...lock.study, seed: 2 } }), "study.lock.json")).toThrow(
    "does not match its own hash",
  );
});

test("a file that was not given is named with its option", async () => {
  await expect(hashInputs(studyOf(text), new Map(), context)).rejects.toThrow(
    /people\.csv, option cohort\.people\.file: the study names this file/,
  );
});

test("a lock made when results already stood there says so, and when it was made", async () => {
  const study = studyOf(text);
  const late = await lockStudy(study, sourcesOf(), context, "2026-11-21", true);
  const status = compareLock(readLock(canonicalJson(late), "study.lock.json"), study, late.inputs);
  expect(status).toEqual({ status: "locked", deviations: [], lockedOn: "2026-11-21", afterResults: true });
});

test("a lock of the textbook estimator is one of the same estimator under that name", async () => {
  const now = studyOf(`${text}effects: { estimators: { textbook: { estimator: attGt, incomplete: full, control: notYet } } }\n`);
  const lock = await lockStudy(now, sourcesOf(), context);
  const { textbook } = now.effects.estimators;
  const { estimator: _, ...own } = textbook;
  const before = {
    ...lock,
    study: { ...now, effects: { ...now.effects, estimators: undefined, textbook: { ...own, incomplete: "drop" } } },
  };
  const status = (effects: string) =>
    compareLock(before, studyOf(`${text}effects: { estimators: { textbook: { estimator: attGt, ${effects} } } }\n`), lock.inputs);
  expect(status("incomplete: full, control: notYet").deviations).toEqual([]);
  expect(status("incomplete: full").deviations).toEqual([
    { what: "effects.estimators.textbook.control", locked: "notYet", now: "never" },
  ]);
});
