/** Cell texts that mean missing, ready to be looked up in a piece of a longer text. */
export interface MissingCodes {
  /** Whether a piece of text is one of them; it is then remembered as met. */
  range(text: string, from: number, to: number): boolean;
  /** Whether a number of a typed cell is. */
  number(value: number): boolean;
}

/** @param met receives the codes met, blank cells aside */
export function missingCodes(texts: Iterable<string>, met: Set<string>): MissingCodes {
  const codes = new Set(texts);
  const longest = Math.max(0, ...[...codes].map((code) => code.length));
  const firsts = new Set([...codes].map((code) => code.charCodeAt(0)));
  const begins = Uint8Array.from({ length: 128 }, (_, c) => (firsts.has(c) ? 1 : 0));
  const blank = codes.has("");
  const numbers = new Map([...codes].flatMap((code) => (/^-?\d+(\.\d+)?$/.test(code) ? [[Number(code), code] as const] : [])));
  return {
    range(text, from, to) {
      if (to === from) return blank;
      if (to - from > longest) return false;
      const c = text.charCodeAt(from);
      if (c < 128 && begins[c] === 0) return false;
      const code = text.slice(from, to);
      if (!codes.has(code)) return false;
      met.add(code);
      return true;
    },
    number(value) {
      const code = numbers.get(value);
      if (code !== undefined) met.add(code);
      return code !== undefined;
    },
  };
}
