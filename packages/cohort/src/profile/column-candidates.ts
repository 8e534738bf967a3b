import { headerScores } from "./header-score.js";
import type { ColumnKind, ColumnProfile, Reason, RoleCandidate } from "./profile-value.js";
import { type ColumnRole, roleTerms } from "./role-terms.js";

type Described = Omit<ColumnProfile, "candidates">;

/** What is known of a column's file that bears on what the column may be. */
export interface ColumnSurroundings {
  readonly rows: number;
  /** The day columns of the file that another one follows, with that one. */
  readonly endsWith: ReadonlyMap<string, string>;
  /** Files that hold the same values, by the share of this column's that they have. */
  readonly shared: readonly { readonly file: string; readonly share: number }[];
}

const kinds: Readonly<Record<ColumnRole, readonly ColumnKind[]>> = {
  person: ["identifier", "number", "code", "text", "category"],
  born: ["day"],
  died: ["day", "empty"],
  household: ["identifier", "number", "code", "category", "text"],
  school: ["category", "code", "text", "number", "constant"],
  referral: ["day"],
  start: ["day"],
  from: ["day"],
  to: ["day"],
  service: ["category", "code", "constant", "text", "boolean", "number"],
  price: ["number", "constant"],
  payer: ["category", "code", "constant", "text", "number"],
  municipality: ["category", "code", "constant", "text", "number"],
  consequence: ["category", "code", "constant", "text"],
  year: ["number", "constant", "code", "category"],
  period: ["category", "code", "text", "constant", "number"],
  unit: ["category", "constant", "text"],
  amount: ["number", "constant"],
  claimed: ["number", "constant"],
  value: ["number"],
  low: ["number", "constant"],
  high: ["number", "constant"],
  priceYear: ["number", "constant"],
  cashable: ["number", "constant", "boolean"],
  basis: ["category", "constant"],
  grade: ["category", "constant", "code", "number"],
  starters: ["number", "constant"],
  effect: ["number", "constant"],
  behaviour: ["category", "constant"],
  source: ["category", "constant", "text"],
  currency: ["constant", "category"],
  planned: ["number", "constant"],
  actual: ["number", "constant"],
  adopted: ["number", "constant"],
  adjusted: ["number", "constant"],
  account: ["category", "code", "text", "number", "constant", "identifier"],
  index: ["number", "constant"],
  refundedBy: ["category", "code", "constant", "text"],
  refundShare: ["number", "constant"],
  dropouts: ["number", "constant"],
  reason: ["category", "constant", "text"],
};

/**
 * What a column may be in a study, likeliest first, each with a score from 0 to 1 and its reasons: what the header says, what the cells
 * hold, and which other files hold the same. A role whose kind of cells the column does not have is none.
 */
export function columnCandidates(column: Described, around: ColumnSurroundings): RoleCandidate[] {
  const found: RoleCandidate[] = [];
  const scores = headerScores(column.header);
  for (const role of roleTerms.keys()) {
    if (!kinds[role].includes(column.kind)) continue;
    const named = scores.get(role) ?? { score: 0, term: "" };
    const reasons: Reason[] = [];
    if (named.score === 1) reasons.push({ code: "cohort/role-named", params: {} });
    else if (named.score > 0) reasons.push({ code: "cohort/role-named-partly", params: { term: named.term } });
    const content = contentScore(role, column, around, reasons);
    const score = Math.min(1, Math.max(0, 0.7 * named.score + content));
    if (score >= 0.3) found.push({ role, score: Math.round(score * 100) / 100, reasons });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** What the cells add to, or take from, the header's word. */
function contentScore(role: ColumnRole, column: Described, around: ColumnSurroundings, reasons: Reason[]): number {
  const { kind, day, number } = column;
  const years = { first: day?.usualFirst.slice(0, 4) ?? "", last: day?.usualLast.slice(0, 4) ?? "" };
  const blank = 1 - column.filledShare;
  switch (role) {
    case "person": {
      let score = kind === "identifier" ? 0.2 : kind === "category" ? -0.3 : 0;
      if (column.identifier !== undefined) {
        reasons.push({ code: "cohort/role-national-number", params: { kind: column.identifier } });
        score += 0.4;
      }
      const [most] = [...around.shared].sort((a, b) => b.share - a.share);
      if (most !== undefined && most.share >= 0.5) {
        reasons.push({ code: "cohort/role-shared", params: { file: most.file, percent: Math.round(100 * most.share) } });
        score += 0.35;
      }
      if (column.filledShare < 0.9) score -= 0.4;
      return score;
    }
    case "household":
      return kind === "identifier" && column.distinct < column.filled ? 0.2 : 0;
    case "born": {
      const spans = Number(years.last) - Number(years.first);
      const isPlausible = Number(years.first) >= 1900 && spans >= 3 && column.filledShare > 0.8;
      if (isPlausible) reasons.push({ code: "cohort/role-birth-dates", params: years });
      return isPlausible ? (column.distinct * 20 > column.filled || column.filled < 100 ? 0.25 : 0.1) : -0.2;
    }
    case "start":
    case "referral":
      if (blank < 0.05) return -0.1;
      reasons.push({ code: "cohort/role-mostly-blank", params: { percent: Math.round(100 * blank) } });
      return blank > 0.4 ? 0.3 : 0.15;
    case "from": {
      const end = around.endsWith.get(column.header);
      if (end === undefined) return 0;
      reasons.push({ code: "cohort/role-before", params: { column: end } });
      return column.filledShare > 0.9 ? 0.3 : 0.1;
    }
    case "to": {
      const isAfter = [...around.endsWith.values()].includes(column.header);
      if (!isAfter) return 0;
      if (blank > 0) reasons.push({ code: "cohort/role-open-ended", params: { percent: Math.ceil(100 * blank) } });
      return 0.3;
    }
    case "died":
      return blank > 0.5 ? 0.2 : -0.4;
    case "year":
    case "priceYear": {
      const isYear = number?.whole === true && number.min >= 1900 && number.max <= 2200;
      const isConstant = column.levels?.every(({ text }) => /^(?:19|20|21)\d{2}$/.test(text)) ?? false;
      return isYear || isConstant || (number === undefined && column.levels === undefined) ? 0.3 : -1;
    }
    case "cashable":
      return number !== undefined && !(number.min >= 0 && number.max <= 100) ? -1 : 0.2;
    case "service":
    case "municipality":
    case "payer":
    case "consequence":
    case "unit":
    case "school":
      return kind === "text" ? -0.1 : kind === "number" ? -0.2 : 0.2;
    case "amount":
    case "price":
    case "claimed":
    case "low":
    case "high":
    case "planned":
    case "actual":
    case "adopted":
    case "adjusted":
      return 0.2;
    default:
      return 0.1;
  }
}
