import { fail } from "@kontrafakt/base";
import type { Discount } from "../account/discount-factors.js";
import { messages } from "../messages.js";
import type { MoneyOptions } from "../options/savings-options.js";
import { parametersUsed, valueText } from "./parameters-used.js";

/**
 * The study's own rate, else that of the country's parameters, stepped as they step it.
 *
 * @throws `savings/discount-missing` where neither says; `savings/rate-not-confirmed` where the country's rate has no checked source and the
 * study has not confirmed it; what `parametersUsed` throws
 */
export function discountOf(options: Pick<MoneyOptions, "discount" | "parameters">): Discount {
  const { rate, baseYear, source } = options.discount;
  if (rate !== undefined && source !== undefined) return { rate, baseYear, source };
  const used = parametersUsed(options);
  const official = used?.parameters.find((parameter) => parameter.name === "discountRate");
  if (used === undefined || official === undefined)
    return fail("savings/discount-missing", { option: "savings.discount" }, {}, messages);
  const { country, vintage } = used;
  if (!official.used) {
    const params = { country, vintage, value: valueText(official.value), source: official.source };
    return fail("savings/rate-not-confirmed", { option: "savings.parameters.confirmed" }, params, messages);
  }
  const steps = typeof official.value === "number" ? official.value : official.value.map((step) => ({ ...step }));
  return { rate: steps, baseYear, source: official.source };
}
