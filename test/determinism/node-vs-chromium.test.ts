import { expect, test } from "vitest";
import { chromiumPath, openPage } from "./chromium.js";
import { sampleBytes, sampleResults } from "./sample.js";

const skip = chromiumPath === undefined && process.env.CI_RUN !== "1";

test.skipIf(skip)("results.json has the same bytes in Node and in Chromium (needs Chromium)", { timeout: 180_000 }, async () => {
  expect(chromiumPath, "Chromium is not installed").toBeDefined();
  const [page, node] = [await openPage(new URL("page/evaluate-page.ts", import.meta.url), sampleBytes), await sampleResults()];
  try {
    const inBrowser = await page.run(() => (globalThis as unknown as { evaluateStudy(): Promise<string> }).evaluateStudy());
    expect(inBrowser === node, firstDifference(inBrowser, node)).toBe(true);
  } finally {
    await page.close();
  }
});

function firstDifference(a: string, b: string): string {
  const [x, y] = [a.split("\n"), b.split("\n")];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 ? "" : `line ${at + 1}: Chromium ${x[at]?.slice(0, 200)} · Node ${y[at]?.slice(0, 200)}`;
}
