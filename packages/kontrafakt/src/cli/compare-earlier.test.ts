import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problem } from "@kontrafakt/base";
import type { NearEarlier } from "@kontrafakt/study";
import { afterEach, beforeEach, expect, test } from "vitest";
import { comparedCsv, comparedLine, earlierResults, parametersLine } from "./compare-earlier.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("without an earlier publication there is nothing to compare with", async () => {
  expect(await earlierResults(undefined, folder)).toBeUndefined();
  expect(await earlierResults(false, folder)).toBeUndefined();
});

test("a file named must be there, and whatever is there must be results: nothing is published beside it unseen", async () => {
  await expect(earlierResults(join(folder, "earlier.json"), folder)).rejects.toThrow('there is no file "earlier.json"');
  await mkdir(join(folder, "publish"));
  await writeFile(join(folder, "publish", "results.json"), "{}");
  await expect(earlierResults(undefined, folder)).rejects.toThrow("not a Kontrafakt result");
  expect(await earlierResults(false, folder)).toBeUndefined();
});

test("the terminal tells how many, the internal file which", () => {
  const changes = [{ what: "analysed.matched", earlier: 61, now: 62 }];
  const near = { changes, sameStudy: true } as unknown as NearEarlier;
  expect(comparedLine(near, "en")).toEqual([
    "Earlier: 1 figure is told as in the earlier publication, since few people lie between: internal/compared.csv",
  ]);
  expect(comparedLine({ ...near, changes: [] }, "en")).toEqual([]);
  expect(comparedLine({ ...near, changes: [], sameStudy: false }, "da")[0]).toContain("et andet studie");
  expect(comparedCsv(changes, "en")).toBe(
    '\ufeffFigure,"As published earlier, and now","Now, if told exactly"\r\nanalysed.matched,61,62\r\n',
  );
});

test("the terminal tells what another edition of official parameters changed", () => {
  const params = {
    from: "DK 2017",
    to: "DK 2023-06",
    changes: "taxDistortion 0.1 → 0",
    before: 7_700_000,
    after: 9_000_000,
    currency: "DKK",
  };
  const note = problem("study/parameters-changed", "note", { option: "savings.parameters" }, params);
  expect(parametersLine({ problems: [note] }, "da")).toEqual([
    expect.stringMatching(/^Tidligere: de officielle parametre er dem fra DK 2023-06, .* DK 2017: skatteforvridning 0,1 → 0; /),
  ]);
  expect(parametersLine({ problems: [] }, "en")).toEqual([]);
});
