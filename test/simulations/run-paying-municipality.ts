import { writeFileSync } from "node:fs";
import { canonicalJson } from "@kontrafakt/base";
import { COLUMNS, type Row, replicate, summarise } from "./paying-municipality.js";

const replications = Number(process.argv[2] ?? 1000);
const rows: Row[] = [];
for (let seed = 1; seed <= replications; seed++) rows.push(await replicate(seed));
const summary = summarise(rows);
const file = new URL("../../simulations/paying-municipality.json", import.meta.url);
writeFileSync(file, canonicalJson({ firstSeed: 1, replications, columns: COLUMNS, summary, rows }));
console.log(JSON.stringify(summary, null, 2));
