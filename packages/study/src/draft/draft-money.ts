import { type ColumnProfile, type ColumnRole, columnFor, type Profile } from "@kontrafakt/cohort";
import { chartOf } from "@kontrafakt/savings";
import type { AssignedFiles } from "./assign-files.js";
import { columnNotes, note } from "./column-notes.js";
import { type DraftBlock, fileEntry } from "./draft-block.js";
import type { DraftFile } from "./draft-value.js";
import { mergeProfiles } from "./merge-profiles.js";

/** Column options of each money file and the role each looks for. */
const columns = {
  prices: {
    consequence: ["consequence"],
    payer: ["payer"],
    year: ["year"],
    unit: ["unit"],
    amount: ["amount"],
    low: ["low"],
    high: ["high"],
    priceYear: ["priceYear"],
    cashable: ["cashable"],
    source: ["source"],
    currency: ["currency"],
    basis: ["basis"],
    grade: ["grade"],
  },
  programmeCost: {
    year: ["year"],
    payer: ["payer"],
    planned: ["planned", "adopted"],
    actual: ["actual", "amount"],
    priceYear: ["priceYear"],
    currency: ["currency"],
    behaviour: ["behaviour"],
  },
  claim: {
    year: ["year"],
    payer: ["payer"],
    consequence: ["consequence"],
    amount: ["claimed", "amount"],
    priceYear: ["priceYear"],
    currency: ["currency"],
    starters: ["starters"],
    effect: ["effect"],
    price: ["price", "amount"],
    cashable: ["cashable"],
  },
  budget: {
    year: ["year"],
    account: ["account"],
    consequence: ["consequence"],
    payer: ["payer"],
    adopted: ["adopted", "planned"],
    adjusted: ["adjusted"],
    actual: ["actual"],
    reason: ["reason"],
    currency: ["currency"],
  },
  refunds: {
    consequence: ["consequence"],
    payer: ["payer"],
    refundedBy: ["refundedBy"],
    share: ["refundShare"],
    from: ["from"],
    to: ["to"],
    source: ["source"],
  },
  index: { year: ["year"], index: ["index"], source: ["source"] },
  volume: { year: ["year"], planned: ["planned"], actual: ["actual", "starters"], dropouts: ["dropouts"] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly ColumnRole[]>>>>;
type MoneyFile = keyof typeof columns;

/** Options whose column may be absent from the file. */
const optional = new Set([
  "low",
  "high",
  "source",
  "currency",
  "basis",
  "grade",
  "behaviour",
  "starters",
  "effect",
  "price claim",
  "cashable claim",
  "consequence claim",
  "consequence budget",
  "reason",
  "from",
  "to",
  "dropouts",
]);

/** One money file and its columns, each under the header it has. */
export function draftMoneyFile(block: DraftBlock, which: MoneyFile, files: readonly Profile[]): void {
  const path = ["savings", which];
  const profile = mergeProfiles(files);
  const among = new Set(profile.columns);
  block.group(path, [note(`draft-${which === "programmeCost" ? "cost" : which}`)]);
  fileEntry(block, path, files);
  for (const [option, roles] of Object.entries(columns[which]) as [string, readonly ColumnRole[]][]) {
    const found = roles.map((role) => ({ role, column: columnFor([...among], role) })).find(({ column }) => column !== undefined);
    if (found?.column !== undefined) {
      among.delete(found.column);
      block.set([...path, option], found.column.header, columnNotes(profile, found.column).slice(1));
      const chart = option === "account" ? chartOf(found.column.levels?.map(({ text }) => text) ?? []) : undefined;
      if (chart !== undefined) block.set([...path, "chart"], chart);
    } else if (!optional.has(option) && !optional.has(`${option} ${which}`)) {
      const choices = [...among].map((column) => ({ value: column.header, notes: columnNotes(profile, column).slice(1) }));
      block.choose([...path, option], [note("draft-choose-column", { option })], choices);
    }
  }
}

/** What a template of a money file speaks of. */
export interface TemplateContent {
  readonly outcomes: readonly { readonly name: string; readonly unit: string }[];
  readonly years: readonly number[];
  readonly payer: string;
  readonly priceYear: number;
  /** Written in the last column: fill the row in. */
  readonly remark: string;
}

/**
 * Files to fill in, with a row for each year (and outcome) and no amount: what is not known is never a number. An unfilled price is
 * "not measured", and an unfilled cost or claim stops the study at its row.
 */
export function moneyTemplates({
  outcomes,
  years,
  payer,
  priceYear,
  remark,
}: TemplateContent): Readonly<Record<"prices" | "programmeCost" | "claim", DraftFile>> {
  const each = outcomes.flatMap(({ name, unit }) => years.map((year) => ({ name, unit, year })));
  return {
    prices: {
      name: "prices.csv",
      header: ["consequence", "payer", "year", "unit", "amount", "low", "high", "priceYear", "cashable", "source", "remark"],
      rows: each.map(({ name, unit, year }) => [name, payer, year, unit, "", "", "", priceYear, "", "", remark]),
    },
    programmeCost: {
      name: "cost.csv",
      header: ["year", "payer", "planned", "actual", "priceYear", "remark"],
      rows: years.map((year) => [year, payer, "", "", priceYear, remark]),
    },
    claim: {
      name: "claim.csv",
      header: ["year", "payer", "consequence", "amount", "priceYear", "remark"],
      rows: each.map(({ name, year }) => [year, payer, name, "", priceYear, remark]),
    },
  };
}

/** The one year at whose prices the money files are stated, if they say so; their latest else. */
export function statedPriceYear(files: AssignedFiles): number | undefined {
  const years = [files.prices, files.programmeCost, files.claim]
    .flatMap((group) => (group === undefined ? [] : [columnFor(mergeProfiles(group).columns, "priceYear")]))
    .flatMap((column) => (column === undefined ? [] : yearsOf(column)));
  return years.length === 0 ? undefined : Math.max(...years);
}

function yearsOf(column: ColumnProfile): number[] {
  if (column.number !== undefined) return [column.number.max];
  return (column.levels ?? []).map(({ text }) => Number(text)).filter((year) => year >= 1900 && year <= 2200);
}
