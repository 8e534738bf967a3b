import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PRODUCT } from "./version.js";

test.each(["study", "kontrafakt"])("the version is that of %s's package.json", (name) => {
  const manifest = JSON.parse(readFileSync(new URL(`../../${name}/package.json`, import.meta.url), "utf8"));
  expect(PRODUCT.version).toBe(manifest.version);
});
