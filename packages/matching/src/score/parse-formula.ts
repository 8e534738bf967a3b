import { fail, type Params } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** One factor of a term: a variable (or a category, `history`, `.`) as it is, its powers, or its spline. */
export type Factor =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "power"; readonly name: string; readonly degree: number }
  | { readonly kind: "spline"; readonly name: string; readonly df: number };

/** A product of factors. */
export type Term = readonly Factor[];

interface Token {
  /** What it is: a name in backticks is a name whatever it holds. */
  readonly kind: "name" | "number" | "sign" | "end";
  readonly text: string;
  /** Character in the formula, from 1. */
  readonly position: number;
}

const FUNCTIONS = {
  poly: { from: 1, to: 5, make: (name: string, degree: number): Factor => ({ kind: "power", name, degree }) },
  spline: { from: 2, to: 10, make: (name: string, df: number): Factor => ({ kind: "spline", name, df }) },
};

/**
 * Reads a formula: names joined by `+`; `poly(x, d)`; `spline(x, df)`; `a:b` for the product, `a*b` for both and their product;
 * brackets; an optional `~` or `name ~` in front. `:` binds closer than `*`, `*` closer than `+`. Names are letters, digits, `_`, `.` and `=`
 * (for a level), a window of history such as `costs[1,4]`, `history`, `.` for everything, or anything in backticks.
 *
 * @returns its terms, each once
 * @throws KontrafaktError that names the position and what was found there
 */
export function parseFormula(formula: string): Term[] {
  const tokens = tokenise(formula);
  let next = 0;
  if (tokens[1]?.text === "~" && tokens[1].kind === "sign" && tokens[0].kind === "name") next = 2;
  else if (tokens[0].text === "~" && tokens[0].kind === "sign") next = 1;

  const isSign = (text: string): boolean => tokens[next].kind === "sign" && tokens[next].text === text;
  const close = (): void => {
    if (!isSign(")")) stop("matching/formula-bracket", tokens[next]);
    next++;
  };
  const sum = (): Term[] => {
    const terms = star();
    while (isSign("+")) {
      next++;
      terms.push(...star());
    }
    return terms;
  };
  const star = (): Term[] => {
    let terms = colon();
    while (isSign("*")) {
      next++;
      const right = colon();
      terms = [...terms, ...right, ...products(terms, right)];
    }
    return terms;
  };
  const colon = (): Term[] => {
    let terms = factor();
    while (isSign(":")) {
      next++;
      terms = products(terms, factor());
    }
    return terms;
  };
  const factor = (): Term[] => {
    if (isSign("(")) {
      next++;
      const terms = sum();
      close();
      return terms;
    }
    const name = tokens[next];
    if (name.kind !== "name") return stop("matching/formula-name", name);
    next++;
    if (!isSign("(")) return [[{ kind: "name", name: name.text }]];
    if (!Object.hasOwn(FUNCTIONS, name.text)) return stop("matching/formula-function", name);
    const { from, to, make } = FUNCTIONS[name.text as keyof typeof FUNCTIONS];
    next++;
    const variable = tokens[next];
    if (variable.kind !== "name") return stop("matching/formula-name", variable);
    next++;
    if (!isSign(",")) return stop("matching/formula-number", tokens[next], { function: name.text, from, to });
    next++;
    const number = tokens[next];
    const value = Number(number.text);
    if (number.kind !== "number" || !(value >= from && value <= to))
      return stop("matching/formula-number", number, { function: name.text, from, to });
    next++;
    close();
    return [[make(variable.text, value)]];
  };

  const terms = sum();
  if (tokens[next].kind !== "end") stop("matching/formula-sign", tokens[next]);
  const once = new Map<string, Term>();
  for (const term of terms) if (!once.has(termKey(term))) once.set(termKey(term), term);
  return [...once.values()];
}

/** Factors in any order make the same term. */
export function termKey(term: Term): string {
  return term
    .map((f) => JSON.stringify(f))
    .sort()
    .join();
}

function products(left: readonly Term[], right: readonly Term[]): Term[] {
  return left.flatMap((a) => right.map((b) => [...a, ...b]));
}

function stop(code: string, token: Token, params: Params = {}): never {
  const where = { option: "matching.score.formula" };
  if (token.kind === "end") return fail("matching/formula-end", where, { position: token.position }, messages);
  return fail(code, where, { ...params, found: token.text, position: token.position }, messages);
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.=]*(?:\[\s*\d+\s*,\s*\d+\s*\])?/uy;
const NUMBER = /\d+(?![\p{L}\p{N}_.])/uy;

function tokenise(formula: string): Token[] {
  const tokens: Token[] = [];
  const take = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0];
  };
  for (let at = 0; at < formula.length; ) {
    const position = at + 1;
    const [here] = formula.slice(at);
    const name = take(NAME, at);
    const number = take(NUMBER, at);
    if (/\s/.test(here)) at++;
    else if (here === "`") {
      const end = formula.indexOf("`", at + 1);
      if (end < 0) stop("matching/formula-end", { kind: "end", text: "", position });
      tokens.push({ kind: "name", text: formula.slice(at + 1, end), position });
      at = end + 1;
    } else if (name !== undefined) {
      tokens.push({ kind: "name", text: name.replace(/\s/g, ""), position });
      at += name.length;
    } else if (number !== undefined) {
      tokens.push({ kind: "number", text: number, position });
      at += number.length;
    } else {
      const rest = String.fromCodePoint(formula.codePointAt(at) as number);
      tokens.push({ kind: rest === "." ? "name" : "sign", text: rest, position });
      at += rest.length;
    }
  }
  tokens.push({ kind: "end", text: "", position: formula.length + 1 });
  return tokens;
}
