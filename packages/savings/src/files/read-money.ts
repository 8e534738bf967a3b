import { type Context, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { payersOf } from "../account/price-grid.js";
import { messages } from "../messages.js";
import type { MoneyOptions, SavingsOptions } from "../options/savings-options.js";
import { persistenceProblems } from "../persistence/check-persistence.js";
import type { AssumedInputs } from "../planning/assumed-inputs-value.js";
import type { BudgetRow, ClaimRow, CostRow, PriceRow, VolumeRow } from "../savings-value.js";
import { accountProblems } from "../verification/account-map.js";
import { checkClaim } from "./check-claim.js";
import { checkKnown } from "./check-known.js";
import { checkNames } from "./check-names.js";
import { checkOutcomes, listedApart } from "./check-outcomes.js";
import { checkParameters } from "./check-parameters.js";
import { checkPrices, checkSchemes, checkTransfers } from "./check-prices.js";
import { checkPrimary } from "./check-primary.js";
import { checkRefunds } from "./check-refunds.js";
import { type OutcomeInfo, outcomeNames } from "./outcome-names.js";
import type { PriceLevel } from "./price-level.js";
import { budgetColumns, budgetRows } from "./read-budget.js";
import { claimColumns, claimRows } from "./read-claim.js";
import { costColumns, costRows } from "./read-costs.js";
import type { EffectBasis } from "./read-counts.js";
import { indexColumns, indexRows } from "./read-index.js";
import { priceColumns, priceRows } from "./read-prices.js";
import { refundColumns, refundLines } from "./read-refunds.js";
import { volumeColumns, volumeRows } from "./read-volume.js";
import { type ColumnWish, type Rows, readRows, type Spelling, spellingKey } from "./rows.js";
import { laterRefunds, splitRefunds } from "./split-refunds.js";

/** A column of payers with more is another column: of suppliers or of people, whose names would be published. */
const MOST_PAYERS = 100;

/** The money files as read. `problems` holds warnings only: errors are thrown. */
export interface MoneyFiles {
  readonly kind: "money-files";
  readonly prices: readonly PriceRow[];
  /** Prices of years after the last ones, where refund rules change then: for what is assumed after the window. */
  readonly later?: readonly PriceRow[];
  /** Prices of quantities that `listPrices` shows beside spend: in no total. */
  readonly listed?: readonly PriceRow[];
  readonly costs: readonly CostRow[];
  readonly claim: readonly ClaimRow[];
  readonly budget: readonly BudgetRow[];
  readonly volume?: readonly VolumeRow[];
  /** Price level by year, where an index is named. */
  readonly index?: readonly { readonly year: number; readonly index: number; readonly source?: string }[];
  /** How a plan's effects vary, which are assumed. */
  readonly assumed?: AssumedInputs;
  readonly problems: readonly Problem[];
}

/** What can be read: a study's options, or a plan's, which has no claim, volume or budget. */
export type MoneyFileChoice = MoneyOptions &
  Partial<Pick<SavingsOptions, "claim" | "volume" | "budget" | "accounts" | "primary">>;

/**
 * Reads prices with their refunds, programme cost, claim, volume and budget. Amounts come in the account's price year, converted by the index
 * where one is named; budgets stay in each year's own prices.
 *
 * @param sources by the file name the options give
 * @param outcomes the study's outcomes; only these can be priced or claimed
 * @param effects measured against a comparison group, or assumed: only then may prices have deadweight and attribution
 * @throws KontrafaktError with every fault of every file, each with file, row and column
 */
export async function readMoney(
  sources: ReadonlyMap<string, Source>,
  options: MoneyFileChoice,
  outcomes: readonly OutcomeInfo[],
  context: Context,
  effects: EffectBasis = "measured",
): Promise<MoneyFiles> {
  const names = outcomeNames(outcomes);
  const problems: Problem[] = [];
  const spelling = namesOf(options);
  type Section = "index" | "prices" | "refunds" | "programmeCost" | "claim" | "volume" | "budget";
  /** Rows of a file as `values` makes them; undefined where the study names none. */
  const read = async <T>(section: Section, wishes: readonly ColumnWish[], values: (rows: Rows) => T): Promise<T | undefined> => {
    const file = options[section];
    return file && values(await readRows(sources, file, section, wishes, problems, context, spelling));
  };
  const index = await read("index", indexColumns, indexRows);
  const level: PriceLevel = { priceYear: options.priceYear, currency: options.currency, ...(index && { index }) };
  const drafts = (await read("prices", priceColumns, (rows) => priceRows(rows, names, level, effects))) ?? [];
  const refunds = (await read("refunds", refundColumns, (rows) => refundLines(rows, names))) ?? [];
  const costs = (await read("programmeCost", costColumns, (rows) => costRows(rows, level))) ?? [];
  const claim = (await read("claim", claimColumns, (rows) => claimRows(rows, names, level))) ?? [];
  const volume = await read("volume", volumeColumns, volumeRows);
  const chart = options.budget?.chart ?? "own";
  const budget = (await read("budget", budgetColumns, (rows) => budgetRows(rows, names, level, chart))) ?? [];
  const split = splitRefunds(drafts, refunds);
  const { prices, listed } = listedApart(split, options);
  problems.push(
    ...checkOutcomes({ prices, listed }, outcomes, options),
    ...checkSchemes(prices, outcomes),
    ...checkPrices(drafts, options.prices),
    ...checkRefunds(drafts, refunds, options.prices, options.refunds),
    ...checkTransfers(split, options.prices),
    ...checkKnown(prices, options),
  );
  const faulty = () => problems.some((p) => p.severity === "error");
  if (!faulty()) problems.push(...checkNames(split, costs, options, effects), ...checkClaim(prices, costs, claim));
  const priced = [...new Set(prices.map((p) => p.consequence))];
  const payers = payersOf(prices, costs);
  if (payers.length > MOST_PAYERS) {
    const params = { payers: payers.length, most: MOST_PAYERS };
    problems.push(problem("savings/too-many-payers", "error", { option: "savings.prices.payer" }, params));
  }
  const known = { outcomes: outcomes.map((o) => o.name), priced, payers };
  problems.push(...checkPrimary(options.primary, known), ...checkParameters(options));
  problems.push(...accountProblems({ budget, claim }, options.accounts ?? [], known));
  problems.push(...persistenceProblems(options.persistence, priced));
  const errors = problems.filter((p) => p.severity === "error");
  if (errors.length > 0) throw new KontrafaktError(errors, messages);
  const later = laterRefunds(drafts, refunds);
  const more = {
    ...(later.length > 0 && { later }),
    ...(listed.length > 0 && { listed }),
    ...(volume && { volume }),
    ...(index && { index }),
  };
  return { kind: "money-files", prices, costs, claim, budget, ...more, problems };
}

/** Payers and price groups as the study's own options write them: what the files call them is read as that. */
function namesOf({ payers, primary, uncertainty }: MoneyFileChoice): Spelling {
  const spelling: Spelling = new Map();
  const add = (kind: "payer" | "group", names: readonly string[]) => {
    for (const name of names) if (!spelling.has(spellingKey(kind, name))) spelling.set(spellingKey(kind, name), name);
  };
  add("payer", [...Object.keys(payers), ...(primary?.payers ?? [])]);
  add("group", Object.keys(uncertainty.correlation));
  return spelling;
}
