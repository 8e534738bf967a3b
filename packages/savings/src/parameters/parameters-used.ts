import { fail, type Problem, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { MoneyOptions } from "../options/savings-options.js";
import { compareParameters } from "./compare-parameters.js";
import { editionsOf, packOf } from "./pack-of.js";
import type { Parameter, ParametersUsed } from "./parameters-value.js";

type Choice = Pick<MoneyOptions, "parameters" | "discount">;

/**
 * The country's parameters, which of them were used, and what the newest edition would change. One without a checked source is used only where
 * the study has confirmed it; the discount rate only where the study has none of its own.
 *
 * @throws `savings/edition-unknown`; `savings/parameter-unknown` where a name confirmed is no parameter of the edition
 */
export function parametersUsed({ parameters: chosen, discount }: Choice): ParametersUsed | undefined {
  if (chosen === undefined) return undefined;
  const { country, vintage, confirmed } = chosen;
  const pack = packOf(country, vintage);
  const names = pack.parameters.map((parameter) => parameter.name);
  const unknown = confirmed.find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) {
    const params = { found: unknown, country, vintage: pack.vintage, known: names.join(", ") };
    return fail("savings/parameter-unknown", { option: "savings.parameters.confirmed" }, params, messages);
  }
  const parameters = pack.parameters.map((parameter) => {
    const usable = parameter.verified || confirmed.includes(parameter.name);
    return { ...parameter, used: usable && (parameter.name !== "discountRate" || discount.rate === undefined) };
  });
  const editions = editionsOf(country);
  const newest = editions[editions.length - 1];
  const newer = newest === pack ? null : { vintage: newest.vintage, changes: compareParameters(pack, newest) };
  return { country, vintage: pack.vintage, parameters, newer };
}

/** Notes on parameters: a newer edition that changes something, and those left out for want of a checked source. */
export function parameterProblems(options: Choice): Problem[] {
  const used = parametersUsed(options);
  if (used === undefined) return [];
  const { country, vintage, newer } = used;
  const problems: Problem[] = [];
  if (newer !== null && newer.changes.length > 0) {
    const changes = newer.changes.map(({ name, from, to }) => `${name} ${valueText(from)} → ${valueText(to)}`).join("; ");
    problems.push(
      problem(
        "savings/parameters-newer",
        "warning",
        { option: "savings.parameters.vintage" },
        { country, vintage, newer: newer.vintage, changes },
      ),
    );
  }
  const left = used.parameters.filter(
    (p) => !p.used && !p.verified && (p.name !== "discountRate" || options.discount.rate === undefined),
  );
  if (left.length > 0) {
    const names = left.map((p) => `${p.name} ${valueText(p.value)}`).join("; ");
    problems.push(
      problem(
        "savings/parameters-not-confirmed",
        "note",
        { option: "savings.parameters.confirmed" },
        { country, vintage, names },
      ),
    );
  }
  return problems;
}

/** A value as a message shows it: 0.04 (years 0–35), 0.03 (36–70), 0.02 (71–). */
export function valueText(value: Parameter["value"] | null): string {
  if (value === null) return "–";
  if (typeof value === "number") return String(value);
  return value
    .map(({ fromYear, rate }, i) => `${rate} (${fromYear}–${i + 1 < value.length ? value[i + 1].fromYear - 1 : ""})`)
    .join(", ");
}
