import type { ColumnProfile, FileCandidate, FileRole, WideColumns } from "./profile-value.js";
import type { ColumnRole } from "./role-terms.js";

/** Which of a file's columns is most likely in a role; the earlier on ties. Below `least`, none. */
export function columnFor(columns: readonly ColumnProfile[], role: ColumnRole, least = 0.5): ColumnProfile | undefined {
  let best: ColumnProfile | undefined;
  let most = 0;
  for (const column of columns) {
    const score = column.candidates.find((candidate) => candidate.role === role)?.score ?? 0;
    if (score < least || score <= most) continue;
    best = column;
    most = score;
  }
  return best;
}

/** Roles of columns that a file in a role has (all of the first list) and those that speak for it, each with its weight. */
const signs: Readonly<
  Record<FileRole, { readonly needs: readonly ColumnRole[]; readonly has: Partial<Record<ColumnRole, number>> }>
> = {
  people: { needs: ["person"], has: { born: 0.4, start: 0.2, referral: 0.1, household: 0.1, school: 0.1, died: 0.05 } },
  services: { needs: ["person", "from"], has: { service: 0.4, to: 0.2, price: 0.1, payer: 0.1 } },
  residence: { needs: ["person", "from"], has: { municipality: 0.4, to: 0.2 } },
  measure: { needs: ["person"], has: {} },
  prices: {
    needs: ["consequence", "amount"],
    has: { cashable: 0.2, unit: 0.2, payer: 0.1, priceYear: 0.1, low: 0.1, high: 0.1, year: 0.05 },
  },
  programmeCost: { needs: ["year", "payer"], has: { planned: 0.4, actual: 0.3, priceYear: 0.15 } },
  claim: { needs: ["year", "payer"], has: { claimed: 0.5, consequence: 0.1, priceYear: 0.15, amount: 0.05 } },
  budget: { needs: ["year", "account"], has: { adopted: 0.3, adjusted: 0.3, actual: 0.15, reason: 0.1 } },
  refunds: { needs: ["consequence", "refundedBy"], has: { refundShare: 0.4, payer: 0.1, from: 0.1, to: 0.1 } },
  index: { needs: ["year", "index"], has: { index: 0.4, source: 0.1 } },
  volume: { needs: ["year", "planned"], has: { dropouts: 0.4, actual: 0.05, starters: 0.1 } },
};

/** Files that have rows about people; the others are about money. */
const aboutPeople: ReadonlySet<FileRole> = new Set(["people", "services", "residence", "measure"]);

/** Whether a file has a row for each person and period: a period, a number beside it, several rows a person and no spells. */
function isLong(columns: readonly ColumnProfile[], perPerson: number): boolean {
  const hasNumber = columnFor(columns, "value", 0.3) !== undefined || columns.some(({ kind }) => kind === "number");
  return columnFor(columns, "period") !== undefined && columnFor(columns, "to") === undefined && hasNumber && perPerson > 1.5;
}

/** Which file of a study a file may be, likeliest first, from the roles of its columns and how many rows a person has. */
export function fileCandidates(rows: number, columns: readonly ColumnProfile[], wide: readonly WideColumns[]): FileCandidate[] {
  const person = columnFor(columns, "person");
  const perPerson = person === undefined || person.distinct === 0 ? Number.NaN : person.filled / person.distinct;
  const found: FileCandidate[] = [];
  for (const role of Object.keys(signs) as FileRole[]) {
    const { needs, has } = signs[role];
    if (needs.some((needed) => columnFor(columns, needed) === undefined)) continue;
    if (!aboutPeople.has(role) && person !== undefined && rows > 0) continue;
    let score = 0.2;
    for (const [sign, weight] of Object.entries(has)) if (columnFor(columns, sign as ColumnRole) !== undefined) score += weight;
    if (role === "people") score += perPerson < 1.2 ? 0.15 : -0.4;
    if (role === "people" && columnFor(columns, "born") === undefined) score -= 0.3;
    if (role === "services" && columnFor(columns, "service") === undefined) score -= 0.3;
    if (
      role === "residence" &&
      (columnFor(columns, "municipality") === undefined || columnFor(columns, "service", 0.7) !== undefined)
    )
      score -= 0.3;
    if (role === "measure") score += wide.length > 0 || isLong(columns, perPerson) ? 0.6 : -0.2;
    if (score >= 0.3) found.push({ role, score: Math.round(Math.min(1, score) * 100) / 100 });
  }
  return found.sort((a, b) => b.score - a.score);
}
