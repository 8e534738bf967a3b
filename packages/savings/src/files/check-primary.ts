import { type Problem, problem } from "@kontrafakt/base";
import type { PrimaryOptions } from "../options/savings-options.js";

/** Payers and consequences of the primary row that no money file has: found out before anything is estimated. */
export function checkPrimary(
  primary: PrimaryOptions | undefined,
  known: { readonly payers: readonly string[]; readonly priced: readonly string[] },
): Problem[] {
  if (primary === undefined || known.priced.length === 0) return [];
  const of = (what: "payer" | "consequence", wanted: readonly string[], names: readonly string[]) =>
    wanted
      .filter((found) => !names.includes(found))
      .map((found) =>
        problem(
          "savings/primary-unknown",
          "error",
          { option: `savings.primary.${what}s` },
          { what, found, known: names.join(", ") },
        ),
      );
  return [...of("payer", primary.payers, known.payers), ...of("consequence", primary.consequences, known.priced)];
}
