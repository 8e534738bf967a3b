import type { Context } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { chooseMatch, type Matched, type MatchingOptionsInput } from "@kontrafakt/matching";

/** Options of the matching; `method` is nearest, exact, coarsened, or one of those of `weigh`. */
export type MatchOptions = MatchingOptionsInput;

/**
 * Finds a comparison group for the starters of a panel, wave by wave. With `candidates`, the specification that balances best.
 *
 * @throws KontrafaktError as `chooseMatch`
 */
export function match(data: Panel, options: MatchOptions = {}, context?: Context): Matched {
  return chooseMatch(data, options, context);
}
