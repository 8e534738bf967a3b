import { expect, test } from "vitest";
import { threadPool } from "../../packages/kontrafakt/src/node/pool.js";
import { everyEstimator } from "./every-estimator.js";
import { groupResults } from "./groups.js";
import { sampleResults } from "./sample.js";

const worker = new URL("../../packages/kontrafakt/dist/node/worker.js", import.meta.url);

async function withThreads(threads: number): Promise<string> {
  const pool = threadPool(threads, undefined, worker);
  try {
    return await sampleResults({ pool });
  } finally {
    await pool.close();
  }
}

/** Figures that come from random draws: critical values of bands, price-uncertain bands, shares of draws, permutation. */
const drawn = [
  /^seed$/,
  /^study\.seed$/,
  /\.(bandLower|bandUpper|priceLower|priceUpper)$/,
  /^savings\.breakEven\.(share\[\d+\]\.share|surelyBy)$/,
  /^savings\.shares\[\d+\]\.(share|error)$/,
  /^savings\.transfers\[\d+\]\.(transfer|after)\.(se|lower|upper)$/,
  /^verification\.evidence\./,
];

function leaves(value: unknown, path = "", into = new Map<string, unknown>()): Map<string, unknown> {
  if (typeof value !== "object" || value === null) return into.set(path, value);
  for (const [key, v] of Object.entries(value))
    leaves(v, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`, into);
  return into;
}

test("a study of groups, and a randomisation test, give the same bytes with threads", { timeout: 60_000 }, async () => {
  const pool = threadPool(2, undefined, worker);
  try {
    expect((await groupResults({ pool })) === (await groupResults())).toBe(true);
    expect((await everyEstimator(pool)) === (await everyEstimator())).toBe(true);
  } finally {
    await pool.close();
  }
});

const here = sampleResults();

test("no thread, one and two give the same bytes", { timeout: 180_000 }, async () => {
  expect((await withThreads(1)) === (await here)).toBe(true);
  expect((await withThreads(2)) === (await here)).toBe(true);
});

test("another seed changes only what is drawn", { timeout: 120_000 }, async () => {
  const [first, other] = [JSON.parse(await here), JSON.parse(await sampleResults({ seed: 4711 }))];
  const [a, b] = [leaves(first), leaves(other)];
  expect([...b.keys()]).toEqual([...a.keys()]);
  const isDrawn = (path: string) => drawn.some((pattern) => pattern.test(path)) || saysP(first, path);
  const changed = [...a.keys()].filter((path) => a.get(path) !== b.get(path));
  expect(changed).toContain("seed");
  expect(changed.filter((path) => !isDrawn(path))).toEqual([]);
  expect(changed.some((path) => /priceLower$/.test(path))).toBe(true);
});

/** The p of the evidence repeated in the remark that it does not confirm a saving. */
function saysP(results: { problems: readonly { code: string }[] }, path: string): boolean {
  const index = /^problems\[(\d+)\]\.params\.p$/.exec(path)?.[1];
  return index !== undefined && /^savings\/[a-z-]+-disagrees$/.test(results.problems[Number(index)].code);
}
