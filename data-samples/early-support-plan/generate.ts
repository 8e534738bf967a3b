import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { planSampleFiles } from "./plan-files.js";

const folder = new URL("../../early-support-plan/", import.meta.url);
const files = planSampleFiles();
for (const { name, bytes } of files) writeFileSync(new URL(name, folder), bytes);
console.log(`wrote ${files.length} CSV files to ${fileURLToPath(folder)}`);
