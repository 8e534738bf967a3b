import { tableAccount } from "../ledger/table-account.js";
import type { LinkOptions } from "../options/link-options.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn } from "../table/table.js";
import { mergeLevels } from "./merge-levels.js";
import { sameId } from "./same-id.js";

/**
 * Reads a key file: another system's id to the people file's. An id that stands for several people cannot be told apart, so all its rows
 * are listed; several ids of one person are fine, and noted.
 */
export async function readKeyFile(name: string, options: LinkOptions, reading: Reading): Promise<ReadonlyMap<string, string>> {
  const id = { type: "category", required: true, identifier: true } as const;
  const columns = new Map([
    ["from", { ...id, header: options.from }],
    ["to", { ...id, header: options.to }],
  ]);
  const table = await readInto(reading, options, { columns, purpose: name });
  const account = tableAccount(reading.ledger, table);
  const rules = reading.study.matchIds;
  const [from, to] = ["from", "to"].map((key) =>
    mergeLevels(table.columns.get(key) as CategoryColumn, (level) => sameId(level, rules)),
  );
  const SEVERAL = -2;
  const personOf = new Int32Array(from.levels.length).fill(-1);
  const idsOf = new Int32Array(to.levels.length);
  for (let i = 0; i < table.rows; i++) {
    const before = personOf[from.values[i]];
    if (before === -1) {
      personOf[from.values[i]] = to.values[i];
      idsOf[to.values[i]]++;
    } else if (before !== to.values[i]) personOf[from.values[i]] = SEVERAL;
  }
  const keys = new Map<string, string>();
  const used: number[] = [];
  for (let i = 0; i < table.rows; i++) {
    const key = from.levels[from.values[i]];
    if (personOf[from.values[i]] === SEVERAL) account.list(i, "cohort/key-of-several", options.from);
    else if (keys.has(key)) account.list(i, "cohort/duplicate-row", options.from);
    else {
      keys.set(key, to.levels[to.values[i]]);
      if (idsOf[to.values[i]] > 1) account.note(i, "cohort/several-keys", options.to);
      used.push(i);
    }
  }
  account.used(used);
  return keys;
}
