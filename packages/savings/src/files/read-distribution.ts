import { normalCdf } from "@kontrafakt/numerics";
import { distributionNeeds } from "../draws/distribution-needs.js";
import type { Distribution } from "../savings-value.js";
import { numberAt, numbersAt, type Rows, refuse, textAt } from "./rows.js";
import { distributionWords, wordAt } from "./words.js";

/** A normal price may be below 0 with at most this chance. */
const BELOW_ZERO = 0.001;

/**
 * How the row's price varies, as its columns say; undefined where no distribution is named (then `low` and `high` speak for themselves).
 *
 * @param amount the price, NaN where it is not known; with the range already checked
 */
export function distributionAt(rows: Rows, i: number, amount: number): Distribution | undefined {
  const kind = wordAt(rows, "distribution", i, distributionWords);
  if (kind === undefined) {
    if (textAt(rows, "distribution", i) === "") refuseLoose(rows, i);
    return undefined;
  }
  if (Number.isNaN(amount)) {
    refuse(rows, i, "amount", "savings/distribution-without-price", { kind });
    return undefined;
  }
  const given = {
    low: has(rows, "low", i),
    high: has(rows, "high", i),
    sd: has(rows, "sd", i),
    values: textAt(rows, "values", i) !== "",
  };
  const found = rows.problems.length;
  for (const key of ["low", "high", "sd", "values"] as const) {
    const needed = distributionNeeds[kind].includes(key);
    const needs = ["amount", ...distributionNeeds[kind]].map((name) => rows.headers.get(name) ?? name).join(", ");
    if (needed && !given[key]) refuse(rows, i, key, "savings/distribution-lacks", { kind, needs });
    if (!needed && given[key]) refuse(rows, i, key, "savings/distribution-extra", { kind, needs });
  }
  return rows.problems.length > found ? undefined : built(rows, i, kind, amount);
}

function built(rows: Rows, i: number, kind: Distribution["kind"], amount: number): Distribution | undefined {
  const [low, high, sd] = [numberAt(rows, "low", i), numberAt(rows, "high", i), numberAt(rows, "sd", i)];
  if (kind === "fixed") return { kind, value: amount };
  if (kind === "uniform") return { kind, low, high };
  if (kind === "triangular" || kind === "pert") return { kind, low, mode: amount, high };
  if (kind === "empirical") return empirical(rows, i, amount);
  if (!(sd > 0 && sd < Infinity)) {
    refuse(rows, i, "sd", "savings/sd-not-positive", { found: sd });
    return undefined;
  }
  if (kind === "beta") {
    const most = Math.sqrt((amount - low) * (high - amount));
    if (sd < most) return { kind, low, high, mean: amount, sd };
    refuse(rows, i, "sd", "savings/beta-too-wide", { found: sd, low, high, amount, most: Number(most.toPrecision(6)) });
    return undefined;
  }
  if (kind === "normal") {
    const chance = normalCdf(-amount / sd);
    if (chance > BELOW_ZERO)
      refuse(rows, i, "sd", "savings/normal-below-zero", { percent: Number((100 * chance).toPrecision(2)), sd, amount });
  } else if (!(amount > 0)) refuse(rows, i, "amount", "savings/distribution-of-zero", { kind });
  return { kind, mean: amount, sd };
}

function empirical(rows: Rows, i: number, amount: number): Distribution | undefined {
  const { numbers, wrong } = numbersAt(rows, "values", i);
  if (wrong !== undefined) {
    refuse(rows, i, "values", "savings/values-unreadable", { found: wrong });
    return undefined;
  }
  const negative = numbers.find((value) => value < 0);
  if (negative !== undefined) refuse(rows, i, "values", "savings/price-negative", { found: negative });
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (!(least <= amount && amount <= most)) refuse(rows, i, "values", "savings/values-beside-price", { amount, least, most });
  return { kind: "empirical", values: numbers };
}

/** A standard deviation or list of prices that no distribution uses would say nothing. */
function refuseLoose(rows: Rows, i: number): void {
  if (has(rows, "sd", i))
    refuse(rows, i, "distribution", "savings/distribution-missing", { column: rows.headers.get("sd") ?? "sd" });
  if (textAt(rows, "values", i) !== "")
    refuse(rows, i, "distribution", "savings/distribution-missing", { column: rows.headers.get("values") ?? "values" });
}

const has = (rows: Rows, key: string, i: number) => !Number.isNaN(numberAt(rows, key, i));
