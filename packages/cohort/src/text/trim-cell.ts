/** Whether a character is blank: white space of any kind, or one that cannot be seen (zero width, soft hyphen, byte order mark). */
export function isBlankCode(c: number): boolean {
  if (c <= 32) return c === 32 || (c >= 9 && c <= 13);
  if (c < 160) return false;
  if (c === 160 || c === 0xad || c === 0x1680 || c === 0xfeff || c === 0x3000) return true;
  return (c >= 0x2000 && c <= 0x200f) || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x205f || c === 0x2060;
}

/** A text without the blank characters around it. */
export function trimCell(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlankCode(text.charCodeAt(from))) from++;
  while (to > from && isBlankCode(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}
