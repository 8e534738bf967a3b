/**
 * JSON whose bytes depend on the value alone: keys sorted by code unit, NaN as null, ±Infinity as a string, −0 as 0,
 * typed arrays as arrays, undefined properties left out.
 * A value JSON would lose (Map, Set, function, bigint, class instance) is refused. Two spaces of indent down to arrays of plain scalars, which take one line.
 */
export function canonicalJson(value: unknown): string {
  return `${write(value, "")}\n`;
}

function scalar(value: unknown): string | undefined {
  switch (typeof value) {
    case "number":
      if (Number.isNaN(value)) return "null";
      if (!Number.isFinite(value)) return value > 0 ? '"Infinity"' : '"-Infinity"';
      return JSON.stringify(value === 0 ? 0 : value);
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "undefined":
      return "null";
    case "object":
      return value === null ? "null" : undefined;
    default:
      throw new TypeError(`a ${typeof value} cannot be written as JSON`);
  }
}

function write(value: unknown, indent: string): string {
  const simple = scalar(value);
  if (simple !== undefined) return simple;
  const deeper = `${indent}  `;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return `[${Array.from(value as unknown as ArrayLike<number>, (v) => scalar(v)).join(",")}]`;
  }
  if (Array.isArray(value)) {
    const parts = Array.from(value, (v) => scalar(v));
    if (parts.every((p) => p !== undefined)) return `[${parts.join(",")}]`;
    return `[\n${Array.from(value, (v) => deeper + write(v, deeper)).join(",\n")}\n${indent}]`;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`a ${prototype.constructor.name} cannot be written as JSON`);
  }
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([k, v]) => `${deeper}${JSON.stringify(k)}: ${write(v, deeper)}`).join(",\n")}\n${indent}}`;
}
