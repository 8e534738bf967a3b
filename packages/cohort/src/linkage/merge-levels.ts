import type { CategoryColumn } from "../table/table.js";

/** A column whose levels are rewritten; levels that become alike become one. */
export function mergeLevels(column: CategoryColumn, rewrite: (level: string) => string): CategoryColumn {
  const place = new Map<string, number>();
  const to = Int32Array.from(column.levels, (level) => {
    const text = rewrite(level);
    const known = place.get(text);
    if (known !== undefined) return known;
    place.set(text, place.size);
    return place.size - 1;
  });
  return { type: "category", values: column.values.map((code) => (code < 0 ? -1 : to[code])), levels: [...place.keys()] };
}
