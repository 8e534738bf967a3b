import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Ledger } from "../ledger/ledger.js";
import { messages } from "../messages.js";

const MOST_REASONS = 3;

const broken = new Set(["cohort/no-id-matches", "cohort/ids-written-otherwise"]);

/**
 * Stops where no person is left: a people file without rows, or else the commonest reasons its rows were left out, each with its first row.
 * Files whose ids do not meet those of the people file come before them, since nobody is found in such a file.
 *
 * @param parts accounts of the people file, or of several
 * @param linked what the files' links to the people file showed
 */
export function refuseEmpty(parts: readonly string[], ledger: Ledger, linked: readonly Problem[] = []): never {
  const [file] = parts;
  const own = new Set(parts.map((name) => ledger.files.findIndex((account) => account.name === name)));
  const rowsRead = [...own].reduce((sum, f) => sum + (ledger.files[f]?.rowsRead ?? 0), 0);
  if (rowsRead === 0) throw new KontrafaktError([problem("cohort/file-empty", "error", { file })], messages);
  const reasons = new Map<number, { rows: number; first: number }>();
  for (const i of ledger.row.keys()) {
    if (!own.has(ledger.file[i]) || ledger.listed[i] === 0) continue;
    const reason = reasons.get(ledger.code[i]) ?? { rows: 0, first: i };
    reason.rows++;
    reasons.set(ledger.code[i], reason);
  }
  const commonest = [...reasons].sort(([, a], [, b]) => b.rows - a.rows || a.first - b.first).slice(0, MOST_REASONS);
  const named = commonest.map(([code, { first }]): Problem => {
    const column = ledger.column[first];
    const where = { file: ledger.files[ledger.file[first]].name, row: ledger.row[first], ...(column === "" ? {} : { column }) };
    return problem(ledger.codes[code], "error", where, { found: ledger.detail[first] });
  });
  const links = linked.filter(({ code }) => broken.has(code)).map((found): Problem => ({ ...found, severity: "error" }));
  throw new KontrafaktError([problem("cohort/nobody-left", "error", { file }), ...links, ...named], messages);
}
