import type { Context } from "@kontrafakt/base";
import { createLedger } from "../ledger/create-ledger.js";
import { readTable } from "../table/read-table.js";
import type { Source } from "../table/source.js";
import type { CategoryColumn, Column } from "../table/table.js";

/** The columns that tell who started and who had which service. */
export interface StarterColumns {
  readonly people: { readonly sources: readonly Source[]; readonly person: string; readonly start: string };
  readonly services: { readonly sources: readonly Source[]; readonly person: string; readonly service: string };
}

const FEW = 5;

/**
 * For each kind of service, the share of the people with it who have a start date: near 1 for the programme's own. Kinds that fewer
 * than five people have are left out. The files, with all sheets that have the columns, are read again, rows that cannot be read are passed over.
 */
export async function starterShares(
  { people, services }: StarterColumns,
  context?: Context,
): Promise<ReadonlyMap<string, number>> {
  const text = (header: string) => ({ header, type: "text" as const });
  const read = (sources: readonly Source[], a: string, b: string) =>
    readTable(sources, { columns: { person: text(a), other: text(b) }, format: { sheet: "all" } }, createLedger(), context);
  const cells = (column: Column | undefined) => column as CategoryColumn;
  const first = await read(people.sources, people.person, people.start);
  const started = new Set<string>();
  const ids = cells(first.columns.get("person"));
  const starts = cells(first.columns.get("other"));
  for (let i = 0; i < first.rows; i++) if (starts.values[i] >= 0 && ids.values[i] >= 0) started.add(ids.levels[ids.values[i]]);

  const second = await read(services.sources, services.person, services.service);
  const who = cells(second.columns.get("person"));
  const kind = cells(second.columns.get("other"));
  const hasStarted = Uint8Array.from(who.levels, (id) => (started.has(id) ? 1 : 0));
  const had = kind.levels.map(() => new Set<number>());
  for (let i = 0; i < second.rows; i++) if (kind.values[i] >= 0 && who.values[i] >= 0) had[kind.values[i]].add(who.values[i]);
  const shares = new Map<string, number>();
  kind.levels.forEach((level, k) => {
    if (had[k].size < FEW) return;
    let n = 0;
    for (const person of had[k]) n += hasStarted[person];
    shares.set(level, n / had[k].size);
  });
  return shares;
}
