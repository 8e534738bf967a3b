import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath, openPage, type Page } from "./chromium.js";
import { everyEstimator } from "./every-estimator.js";
import { groupBytes, groupResults } from "./groups.js";
import { sampleBytes, sampleResults } from "./sample.js";

const skip = chromiumPath === undefined && process.env.CI_RUN !== "1";

interface InPage {
  evaluateStudy(folder: string): Promise<string>;
  everyEstimator(): Promise<string>;
}

describe.skipIf(skip)("the same bytes in Node and in Chromium (needs Chromium)", { timeout: 180_000 }, () => {
  let page: Page;

  beforeAll(async () => {
    expect(chromiumPath, "Chromium is not installed").toBeDefined();
    page = await openPage(new URL("page/evaluate-page.ts", import.meta.url), (name) =>
      name.startsWith("groups/") ? groupBytes(name.slice("groups/".length)) : sampleBytes(name),
    );
  }, 180_000);
  afterAll(() => page?.close());

  const evaluated = (folder: string) =>
    page.run((given) => (globalThis as unknown as InPage).evaluateStudy(given as string), folder);

  test.each([
    ["the sample", "", () => sampleResults()],
    ["a study of groups", "groups/", () => groupResults()],
  ] as const)("results.json of %s", async (_, folder, inNode) => {
    const [here, there] = [await inNode(), await evaluated(folder)];
    expect(there === here, firstDifference(there, here)).toBe(true);
  });

  test("every estimator, scale and decomposition", async () => {
    const there = await page.run(() => (globalThis as unknown as InPage).everyEstimator());
    expect(there === (await everyEstimator())).toBe(true);
  });
});

function firstDifference(a: string, b: string): string {
  const [x, y] = [a.split("\n"), b.split("\n")];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 ? "" : `line ${at + 1}: Chromium ${x[at]?.slice(0, 200)} · Node ${y[at]?.slice(0, 200)}`;
}
