import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { planSampleFiles } from "./plan-files.js";

test("the committed files are the ones the generator writes", () => {
  for (const { name, bytes } of planSampleFiles()) {
    expect(Buffer.compare(readFileSync(new URL(name, import.meta.url)), Buffer.from(bytes)), name).toBe(0);
  }
});
