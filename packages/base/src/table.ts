import { table } from "arquero";

type ArqueroTable = ReturnType<typeof table>;

/** A small tidy table: columns of equal length, in order. */
export interface Tidy {
  readonly kind: "tidy";
  readonly names: readonly string[];
  readonly columns: readonly (readonly (string | number | null)[])[];
}

export function tidy(names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Tidy {
  return { kind: "tidy", names, columns: names.map((_, j) => rows.map((row) => row[j])) };
}

/** The table as an Arquero table, for notebooks. Arquero keeps columns in a plain object, which cannot hold `__proto__`: it gets a space. */
export function toArquero(t: Tidy): ArqueroTable {
  return table(
    t.names.map(
      (name, j) => [name === "__proto__" ? "__proto__ " : name, t.columns[j]] as [string, readonly (string | number | null)[]],
    ),
  );
}
