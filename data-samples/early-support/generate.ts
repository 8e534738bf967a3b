import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "@kontrafakt/base";
import { worldFiles } from "./files.js";
import { SEED } from "./seed.js";
import { worldTruth } from "./truth.js";
import { makeWorld } from "./world.js";

const folder = new URL("../../early-support/", import.meta.url);
const world = makeWorld(SEED, { truthPaths: 2000 });
const files = worldFiles(world);
for (const { name, bytes } of files) writeFileSync(new URL(name, folder), bytes);
writeFileSync(new URL("truth.json", folder), canonicalJson(worldTruth(world)));
const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
console.log(`wrote ${files.length} CSV files (${Math.round(size / 1024)} KiB) and truth.json to ${fileURLToPath(folder)}`);
