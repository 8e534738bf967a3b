/** Every option of a study as path and value, sorted by path. Lists of plain values stay on one row, and so do empty groups. */
export function optionRows(value: unknown, path = ""): [string, string][] {
  if (Array.isArray(value) && value.every((v) => typeof v !== "object" || v === null))
    return [[path, value.map(String).join(", ")]];
  if (typeof value === "object" && value !== null) {
    const entries = Array.isArray(value)
      ? value.map((v, i) => [`[${i}]`, v] as const)
      : Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
          .map(([k, v]) => [`.${k}`, v] as const);
    if (entries.length === 0 && path !== "") return [[path, ""]];
    return entries.flatMap(([key, v]) => optionRows(v, path === "" ? key.replace(/^\./, "") : path + key));
  }
  return value === undefined ? [] : [[path, String(value)]];
}
