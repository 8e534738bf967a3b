/** Every scalar of a tree of options by its path (`matching.windows[0][1]`), as text. Empty lists and groups are kept. */
export function flatten(value: unknown, path = "", into = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(value) && value.length > 0) {
    for (const [i, v] of value.entries()) flatten(v, `${path}[${i}]`, into);
  } else if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    for (const [key, v] of Object.entries(value)) flatten(v, path === "" ? key : `${path}.${key}`, into);
  } else if (value !== undefined) into.set(path, typeof value === "string" ? value : JSON.stringify(value));
  return into;
}
