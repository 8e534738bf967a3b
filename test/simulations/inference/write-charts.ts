import { readFileSync, writeFileSync } from "node:fs";
import { renderSvg } from "@kontrafakt/report";
import { coverageChart, falseSavingsChart } from "./charts.js";
import type { Stored } from "./stored.js";

/** Draws the stored programme into the docs of the effects package. */
const folder = new URL("../../../../packages/effects/docs/", import.meta.url);
const { cells } = JSON.parse(
  readFileSync(new URL("../../../simulations/inference/inference.json", import.meta.url), "utf8"),
) as Stored;
for (const [name, spec] of [
  ["coverage.svg", coverageChart(cells)],
  ["false-savings.svg", falseSavingsChart(cells)],
] as const)
  writeFileSync(new URL(name, folder), `${await renderSvg(spec as never)}\n`);
