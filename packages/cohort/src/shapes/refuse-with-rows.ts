import { KontrafaktError, type Params, problem } from "@kontrafakt/base";
import type { LedgerBuilder } from "../ledger/create-ledger.js";
import { messages } from "../messages.js";

/**
 * Refuses a file. Nothing is written then, so the first row of it that was left out is told as well: most often it says why.
 * @throws KontrafaktError always
 */
export function refuseWithRows(code: string, file: string, params: Params, ledger: LedgerBuilder): never {
  const { files, file: of, row, code: codeOf, codes, listed, column, detail } = ledger.finish();
  const account = files.findIndex(({ name }) => name === file);
  const at = of.findIndex((f, i) => f === account && listed[i] === 1);
  const where = { file, row: row[at], ...(column[at] !== "" && { column: column[at] }) };
  const because = at < 0 ? [] : [problem(codes[codeOf[at]], "error", where, { found: detail[at] })];
  throw new KontrafaktError([problem(code, "error", { file }, params), ...because], messages);
}
