/**
 * The shape of an identifier without its content: digits become `#`, letters `x`, save one or two letters before digits only
 * (`B10342` becomes `B#####`). At most 40 characters.
 */
export function maskIdentifier(text: string): string {
  const prefix = /^\s*[\p{L}]{1,2}(?=\p{N}+\s*$)/u.exec(text)?.[0] ?? "";
  const rest = text
    .slice(prefix.length, 60)
    .replace(/\p{N}/gu, "#")
    .replace(/[\p{L}\p{M}]/gu, "x");
  return (prefix + rest).slice(0, 40);
}
