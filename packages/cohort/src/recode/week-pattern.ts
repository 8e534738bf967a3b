import { type Day, mondayOfIsoWeek } from "@kontrafakt/base";

/** Two-digit years below this are of the 2000s, the others of the 1900s. */
const CENTURY_TURNS = 70;

const pieces: Readonly<Record<string, string>> = {
  "{year}": "((?:19|20)\\d\\d)",
  "{yy}": "(\\d\\d)",
  "{week}": "(0?[1-9]|[1-4]\\d|5[0-3])",
};

/** Whether a pattern names both a year and a week, each once: what `weekPattern` needs. */
export function isWeekPattern(pattern: string): boolean {
  const used = (pattern.match(/\{(?:year|yy|week)\}/g) ?? []).sort().join();
  return used === "{week},{year}" || used === "{week},{yy}";
}

/**
 * Reads the Monday of the ISO week from a header written as a pattern says: `y_{yy}{week}` reads `y_0801` as week 1 of 2008, which began
 * on 2007-12-31. Case counts in neither. undefined for other headers, `NO_DAY` for a week that its year does not have (`y_0853`).
 */
export function weekPattern(pattern: string): (header: string) => Day | undefined {
  const parts: string[] = [];
  const source = pattern
    .trim()
    .normalize("NFC")
    .split(/(\{year\}|\{yy\}|\{week\})/)
    .map((piece) => {
      if (!Object.hasOwn(pieces, piece)) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      parts.push(piece);
      return pieces[piece];
    })
    .join("");
  const expression = new RegExp(`^${source}$`, "iu");
  return (header) => {
    const match = expression.exec(header);
    if (match === null) return undefined;
    let year = 0;
    let week = 0;
    parts.forEach((part, k) => {
      const number = Number(match[k + 1]);
      if (part === "{week}") week = number;
      else year = part === "{year}" ? number : number + (number < CENTURY_TURNS ? 2000 : 1900);
    });
    return mondayOfIsoWeek(year, week);
  };
}
