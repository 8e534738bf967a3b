import { NO_DAY } from "@kontrafakt/base";
import type { ColumnRecode } from "../options/recode-options.js";
import { looseText } from "../text/loose-text.js";
import { BOOLEAN_LEVELS, booleanWord } from "./boolean-words.js";
import type { CodeList } from "./code-list.js";
import { codeMatcher } from "./code-matcher.js";

/** Why a recoding does not know a value; the code under which the ledger has its row. */
export type Fault =
  | "cohort/code-unmapped"
  | "cohort/code-out-of-date"
  | "cohort/code-without-date"
  | "cohort/value-undeclared"
  | "cohort/not-yes-or-no"
  | "cohort/not-digits";

/** What became of one cell text. */
export interface Outcome {
  /** undefined: missing. */
  readonly value: string | undefined;
  readonly fault?: Fault;
  /** Its row is left out. */
  readonly left: boolean;
  readonly respelled: boolean;
}

/** What becomes of a cell text, by the row's day where a dated list decides. */
export interface Recoded {
  readonly outcomes: readonly Outcome[];
  /** First day of each outcome, ascending, the first `NO_DAY`. */
  readonly from: Int32Array;
  /** Place in `outcomes` for a row without a day. */
  readonly undated: number;
}

export interface ValueRecoder {
  /** The values there may be, in order, where the study declares them. */
  readonly levels: readonly string[] | undefined;
  readonly dated: boolean;
  recode(text: string): Recoded;
}

/** One outcome holds from the beginning. */
const ALWAYS = Int32Array.of(NO_DAY);

interface Coded {
  readonly value: string;
  readonly known: boolean;
  readonly respelled: boolean;
  readonly fault?: Fault;
}

/** What the column's file and type add to its recoding. */
export interface RecoderSetting {
  /** Cell texts that mean missing in the whole file, where blank cells must be told from them. */
  readonly missing?: readonly string[];
  /** Whether a text is a value without being a code: a number in a column of numbers. */
  readonly isValue?: (text: string) => boolean;
}

/** The recoding of one column as declared: missing, digits, codes or list, boolean or levels, others. */
export function valueRecoder(recode: ColumnRecode, list: CodeList | undefined, setting: RecoderSetting = {}): ValueRecoder {
  const missing = new Set([...(setting.missing ?? []), ...(recode.missing ?? [])].map(looseText));
  const codes = recode.codes && codeMatcher(recode.codes);
  const declared = recode.boolean === undefined ? recode.levels : BOOLEAN_LEVELS;
  const exact = new Set(declared);
  const loose = new Map(declared?.map((level) => [looseText(level), level] as const).reverse());
  const others = recode.others ?? (declared === undefined ? "keep" : "missing");
  const isLast = codes === undefined && list === undefined && declared === undefined;

  const settle = (coded: Coded): Outcome => {
    const { value, respelled } = coded;
    const isKnown = (fault: Fault | undefined) =>
      fault === undefined || (fault === "cohort/code-unmapped" && setting.isValue?.(value) === true);
    const faulty = (fault: Fault): Outcome => ({
      value: others === "keep" ? value : undefined,
      fault,
      left: others === "list",
      respelled: false,
    });
    if (recode.boolean !== undefined) {
      const word = booleanWord(looseText(value));
      return word < 0
        ? faulty(coded.known || coded.fault === undefined ? "cohort/not-yes-or-no" : coded.fault)
        : { value: BOOLEAN_LEVELS[word as 0 | 1], left: false, respelled };
    }
    if (declared !== undefined) {
      if (exact.has(value)) return { value, left: false, respelled };
      const level = loose.get(looseText(value));
      if (level !== undefined) return { value: level, left: false, respelled: true };
      return faulty(coded.fault ?? "cohort/value-undeclared");
    }
    return isKnown(coded.fault) ? { value, left: false, respelled } : faulty(coded.fault as Fault);
  };

  const always = (outcome: Outcome): Recoded => ({ outcomes: [outcome], from: ALWAYS, undated: 0 });
  const gone: Outcome = { value: undefined, left: false, respelled: false };
  return {
    levels: declared,
    dated: list !== undefined,
    recode(text) {
      if (missing.size > 0 && missing.has(looseText(text))) return always(gone);
      const padded = recode.digits === undefined ? text : inDigits(text, recode.digits);
      if (padded === undefined && isLast)
        return always(settle({ value: text, known: false, respelled: false, fault: "cohort/not-digits" }));
      const value = padded ?? text;
      if (list !== undefined) return byList(value, list);
      const match = codes?.find(value);
      if (match !== undefined) return always(settle({ ...match, known: true }));
      const fault = codes === undefined ? {} : { fault: "cohort/code-unmapped" as const };
      return always(settle({ value, known: codes === undefined, respelled: false, ...fault }));
    },
  };

  function byList(text: string, of: CodeList): Recoded {
    const entry = of.find(text);
    const unknown = (fault: Fault) => settle({ value: text, known: false, respelled: false, fault });
    if (entry === undefined) return always(unknown("cohort/code-unmapped"));
    const { pieces, respelled } = entry;
    const outcomes = pieces.map(({ value }) =>
      value === undefined ? unknown("cohort/code-out-of-date") : settle({ value, known: true, respelled }),
    );
    const from = Int32Array.from(pieces, (piece) => piece.from);
    const meanings = new Set(pieces.flatMap(({ value }) => value ?? []));
    if (meanings.size !== 1)
      return { outcomes: [...outcomes, unknown("cohort/code-without-date")], from, undated: pieces.length };
    return { outcomes, from, undated: pieces.findIndex(({ value }) => value !== undefined) };
  }
}

/** Digits with zeros in front to a width; undefined for a longer text and for anything but digits. */
function inDigits(text: string, width: number): string | undefined {
  return text.length <= width && /^\d+$/.test(text) ? text.padStart(width, "0") : undefined;
}
