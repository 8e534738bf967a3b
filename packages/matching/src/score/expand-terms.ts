import { fail } from "@kontrafakt/base";
import { isBinary } from "../balance/balance-measures.js";
import { messages } from "../messages.js";
import type { ScoreOptions, ScoreTerm } from "../options/score-options.js";
import type { Variable } from "../waves/risk-set.js";
import { unknown } from "../waves/score-variables.js";
import { naturalSpline } from "./natural-spline.js";
import { type Factor, parseFormula, type Term } from "./parse-formula.js";

/** A function of one variable: itself, a power of it standardised, or a column of its spline. */
interface Part {
  /** Index of the variable. */
  readonly variable: number;
  readonly name: string;
  readonly power?: number;
  readonly spline?: { readonly df: number; readonly column: number };
}

/** A column of the score: a product of parts, none twice. */
export type Column = readonly Part[];

/**
 * What the score is made of: of a formula its terms, else every variable, and the terms in object form besides.
 * @param absent names of variables that nobody has: a term with one of them has no columns
 * @throws KontrafaktError for a name that is neither a variable nor absent, and for a power or spline of a 0/1 variable
 */
export function expandTerms(
  score: Pick<ScoreOptions, "formula" | "terms">,
  variables: readonly Variable[],
  absent: readonly string[] = [],
): Column[] {
  const columns = new Map<string, Column>();
  const add = (term: Term, option: string): void => {
    for (const column of columnsOf(term, (name) => named(name, variables, absent, option), variables, option)) {
      const key = columnName(column);
      if (!columns.has(key)) columns.set(key, column);
    }
  };
  if (score.formula === undefined) add([{ kind: "name", name: "." }], "score.terms");
  else for (const term of parseFormula(score.formula)) add(term, "score.formula");
  for (const term of score.terms) add(factorsOf(term), "score.terms");
  return [...columns.values()];
}

/** A column that is a variable itself. */
export function isPlain(column: Column): boolean {
  return column.length === 1 && column[0].power === undefined && column[0].spline === undefined;
}

export function columnName(column: Column): string {
  return column.map((part) => part.name).join("×");
}

/** The object form of a term in the form of a formula's. */
function factorsOf(term: ScoreTerm): Factor[] {
  if ("power" in term) return [{ kind: "power", name: term.power, degree: term.degree }];
  if ("spline" in term) return [{ kind: "spline", name: term.spline, df: term.df }];
  return term.interaction.map((name) => ({ kind: "name", name }));
}

/** The columns of a product: one of each combination of its factors' columns. Two levels of one category have no product. */
function columnsOf(term: Term, find: (name: string) => number[], variables: readonly Variable[], option: string): Column[] {
  let columns: Column[] = [[]];
  for (const factor of term) {
    const parts = partsOf(factor, find, variables, option);
    columns = columns.flatMap((column) =>
      parts.flatMap((part): Column[] => {
        if (column.some((own) => own.name === part.name)) return [column];
        if (column.some((own) => sameCategory(own.name, part.name))) return [];
        return [inOrder([...column, part])];
      }),
    );
  }
  return columns;
}

/** By variable, so that a:b and b:a have one name. */
function inOrder(column: Part[]): Column {
  return column.sort((a, b) => a.variable - b.variable || (a.name < b.name ? -1 : 1));
}

function sameCategory(a: string, b: string): boolean {
  const [left, right] = [a.indexOf("="), b.indexOf("=")];
  return left > 0 && right > 0 && a.slice(0, left) === b.slice(0, right);
}

/** Powers and splines of a 0/1 variable say nothing new: of a named one they are refused, of `.` and `history` left out. */
function partsOf(factor: Factor, find: (name: string) => number[], variables: readonly Variable[], option: string): Part[] {
  return find(factor.name).flatMap((variable): Part[] => {
    const { name } = variables[variable];
    const plain: Part = { variable, name };
    if (factor.kind !== "name" && isBinary(variables[variable].values)) {
      if (factor.name === "." || factor.name === "history") return [plain];
      fail("matching/term-of-category", { option: `matching.${option}` }, { variable: factor.name }, messages);
    }
    if (factor.kind === "power") {
      const powers = Array.from(
        { length: factor.degree - 1 },
        (_, d): Part => ({ variable, name: `${name}^${d + 2}`, power: d + 2 }),
      );
      return [plain, ...powers];
    }
    if (factor.kind === "spline") {
      const bent = Array.from(
        { length: factor.df - 1 },
        (_, column): Part => ({
          variable,
          name: `spline(${name},${factor.df})[${column + 2}]`,
          spline: { df: factor.df, column },
        }),
      );
      return [plain, ...bent];
    }
    return [plain];
  });
}

/** The variables a name stands for: one, the levels of a category, `history`, or everything. */
function named(name: string, variables: readonly Variable[], absent: readonly string[], option: string): number[] {
  const all = variables.map((_, v) => v);
  const exact = all.filter((v) => variables[v].name === name);
  if (exact.length > 0) return exact;
  if (name === ".") return all;
  const found = all.filter((v) =>
    name === "history" ? variables[v].outcome !== undefined : variables[v].name.startsWith(`${name}=`),
  );
  const known = found.length > 0 || name === "history" || absent.some((a) => a === name || a.startsWith(`${name}=`));
  return known ? found : unknown(option, name, variables);
}

export interface TermColumns {
  /** One for each column that is not a variable itself, but for those a spline is short of. */
  readonly variables: Variable[];
  /** Splines with fewer columns than asked for, since knots coincide: `{variable, asked, columns}`. */
  readonly short: { readonly variable: string; readonly asked: number; readonly columns: number }[];
}

/**
 * The values of terms over rows. Powers are of the variable less its mean over its SD: with the lower powers, which come along, they span the same.
 * @param values of each variable, none missing
 */
export function termColumns(columns: readonly Column[], variables: readonly Variable[]): TermColumns {
  const splines = new Map<string, Float64Array[]>();
  const short: TermColumns["short"] = [];
  const valuesOf = (part: Part): Float64Array | undefined => {
    const { name, values } = variables[part.variable];
    if (part.power !== undefined) return power(values, part.power);
    if (part.spline === undefined) return values;
    const key = `${part.variable} ${part.spline.df}`;
    let made = splines.get(key);
    if (!made) {
      made = naturalSpline(values, part.spline.df).columns;
      splines.set(key, made);
      if (made.length < part.spline.df - 1) short.push({ variable: name, asked: part.spline.df, columns: made.length + 1 });
    }
    return made[part.spline.column];
  };
  const made = columns
    .filter((column) => !isPlain(column))
    .flatMap((column): Variable[] => {
      const parts = column.map(valuesOf);
      if (!parts.every((values) => values !== undefined)) return [];
      const values = parts[0].slice();
      for (const other of parts.slice(1)) for (let r = 0; r < values.length; r++) values[r] *= other[r];
      return [{ name: columnName(column), values, term: true }];
    });
  return { variables: made, short };
}

function power(values: Float64Array, exponent: number): Float64Array {
  let mean = 0;
  for (const v of values) mean += v / values.length;
  let spread = 0;
  for (const v of values) spread += ((v - mean) * (v - mean)) / values.length;
  const sd = spread > 0 ? Math.sqrt(spread) : 1;
  return values.map((v) => {
    const z = (v - mean) / sd;
    let product = z;
    for (let d = 1; d < exponent; d++) product *= z;
    return product;
  });
}
