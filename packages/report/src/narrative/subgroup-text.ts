import type { Results } from "@kontrafakt/study";
import { covariateName } from "../covariate-label.js";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";

/** Whether the saving per starter differs by each characteristic: one line each, adjusted for how many were looked at. */
export function subgroupLines(results: Results, speaker: Speaker): string[] {
  const { subgroups: say } = speaker.words.pricing;
  const { subgroups = [] } = results.savings;
  return [...new Set(subgroups.map((s) => s.covariate))].map((covariate) => {
    const name = covariateName(covariate, results, speaker);
    const p = numberOf(subgroups.find((s) => s.covariate === covariate)?.alike?.adjusted);
    if (Number.isNaN(p)) return say.untested(name);
    return p < 0.05 ? say.apart(name, speaker.p(p)) : say.together(name, speaker.p(p));
  });
}
