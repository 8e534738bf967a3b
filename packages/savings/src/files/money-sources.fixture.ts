import { KontrafaktError } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { smallOptions } from "../small-study.fixture.js";
import type { OutcomeInfo } from "./outcome-names.js";
import { type MoneyFiles, readMoney } from "./read-money.js";

export const knownOutcomes: readonly OutcomeInfo[] = [
  { name: "placement", unit: "days", aliases: ["Anbringelse"] },
  { name: "school", unit: "days" },
  { name: "spend", unit: "kr" },
];

/** Money files by name: a header and rows. */
export type Files = Readonly<Record<string, readonly string[]>>;

const base: Files = {
  "prices.csv": ["consequence;payer;year;unit;amount;priceYear;cashable", "placement;Family;2021;days;2000;2024;0,5"],
  "cost.csv": ["year;payer;planned;actual;priceYear", "2021;Family;100;;2024"],
  "claim.csv": ["year;payer;amount;priceYear", "2021;Family;500;2024"],
};

/** Reads money files in which some stand in place of a small study's own; those of more sections are named after their option. */
export function readFiles(
  files: Files,
  change: Record<string, unknown> = {},
  {
    outcomes = knownOutcomes,
    effects = "measured",
  }: { outcomes?: readonly OutcomeInfo[]; effects?: "measured" | "assumed" } = {},
): Promise<MoneyFiles> {
  const sources = new Map<string, Source>();
  for (const [name, lines] of Object.entries({ ...base, ...files })) {
    sources.set(name, bytesSource(name, new TextEncoder().encode(lines.join("\r\n"))));
  }
  const sections = { "refunds.csv": "refunds", "index.csv": "index", "volume.csv": "volume", "budget.csv": "budget" } as const;
  const named = Object.entries(sections).flatMap(([file, section]) => (files[file] === undefined ? [] : [[section, { file }]]));
  return readMoney(sources, smallOptions({ ...Object.fromEntries(named), ...change }), outcomes, { seed: 1 }, effects);
}

/** The problems that a reading is refused for. */
export async function refusedFor(work: Promise<unknown>): Promise<KontrafaktError["problems"]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof KontrafaktError) return error.problems;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** What matters of a price row, by column. */
export type PriceLine = Readonly<Record<string, string | number>>;

/** Price rows under their headers: of each only what matters is told, the rest is a plain price. Numbers get a decimal comma. */
export function priceLines(...rows: readonly PriceLine[]): string[] {
  const plain = {
    consequence: "placement",
    payer: "Family",
    year: 2021,
    unit: "days",
    amount: 2000,
    priceYear: 2024,
    cashable: "0,5",
  };
  const keys = [...new Set([...Object.keys(plain), ...rows.flatMap((row) => Object.keys(row))])];
  const cell = (value: unknown) => (typeof value === "number" ? String(value).replace(".", ",") : String(value ?? ""));
  const line = (row: Readonly<Record<string, unknown>>) =>
    keys.map((key) => cell(row[key] ?? (plain as Record<string, unknown>)[key])).join(";");
  return [keys.join(";"), ...rows.map(line)];
}
