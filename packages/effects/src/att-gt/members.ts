import type { AttGtCell } from "./att-gt-cells.js";

/** Units (or rows) of each group, ascending. */
export function membersByGroup(group: Int32Array): ReadonlyMap<number, Int32Array> {
  const count = new Map<number, number>();
  for (let i = 0; i < group.length; i++) count.set(group[i], (count.get(group[i]) ?? 0) + 1);
  const lists = new Map([...count].map(([g, n]) => [g, new Int32Array(n)]));
  count.clear();
  for (let i = 0; i < group.length; i++) {
    const at = count.get(group[i]) ?? 0;
    lists.get(group[i])![at] = i;
    count.set(group[i], at + 1);
  }
  return lists;
}

/** Groups that start late enough to be controls of a cell, besides the never treated. */
export function controlGroups(cell: AttGtCell, groups: Int32Array, control: "never" | "notYet"): number[] {
  if (control === "never") return [];
  return [...groups].filter((g) => g > cell.untreatedThrough && g !== cell.group);
}
