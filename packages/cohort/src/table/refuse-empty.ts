import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Ledger } from "../ledger/ledger.js";
import { messages } from "../messages.js";

const MOST_REASONS = 3;

/**
 * Stops where no person is left: a people file without rows, or else the commonest reasons its rows were left out, each with its first row.
 *
 * @param parts accounts of the people file, or of several
 */
export function refuseEmpty(parts: readonly string[], ledger: Ledger): never {
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
  throw new KontrafaktError([problem("cohort/nobody-left", "error", { file }), ...named], messages);
}
