import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { samples } from "./samples.js";

for (const { folder, files } of samples()) {
  const at = new URL(`../../${folder}/`, import.meta.url);
  for (const { name, bytes } of files) writeFileSync(new URL(name, at), bytes);
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  console.log(`wrote ${files.length} CSV files (${Math.round(size / 1024)} KiB) to ${fileURLToPath(at)}`);
}
