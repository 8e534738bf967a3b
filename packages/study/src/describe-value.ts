/** What a value is, in words: `the text "x"`, `the number 3`, `a list`. Long texts are cut. */
export function describeValue(value: unknown): string {
  if (value === null) return "nothing (empty)";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  switch (typeof value) {
    case "string":
      return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
    case "number":
    case "bigint":
      return `the number ${value}`;
    case "boolean":
      return String(value);
    default:
      return "a group of options";
  }
}
