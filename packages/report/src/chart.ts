import type { TopLevelSpec } from "vega-lite";

/** A chart: `name` is safe as a file name. The Vega-Lite spec carries its data, title and description. */
export interface Chart {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly spec: TopLevelSpec;
}

/** Letters, digits and hyphens of a name; the index where nothing is left. */
export function slug(name: string, index: number): string {
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return safe === "" || safe === "proto" ? `outcome-${index + 1}` : safe;
}
