import { KontrafaktError } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { attGt, type Effects, evidenceTest, total, totalWeights, type WaveFit, waveEffects } from "@kontrafakt/effects";
import { tQuantile } from "@kontrafakt/numerics";
import { EFFECTS, type Effect, OUTCOMES, type Setting } from "./cells.js";
import { makePlace, type Place, panelOf } from "./world.js";

/**
 * What is kept of an estimate, in this order: its error, standard error and degrees of freedom (all NaN where it was refused); p of the
 * test that must agree before a saving is shown (2 where the interval shows none, or the programme has an effect); error and
 * standard error of `did` on the same people unmatched (NaN where it was not run).
 */
export const FIELDS = ["error", "se", "df", "p", "didError", "didSe"] as const;

/** The seed, then the FIELDS of each outcome without an effect, and (for odd seeds) of each outcome with each effect. */
export type Row = readonly number[];

const DRAWS = 999;

/** Makes a place and estimates the programme's total there, of every outcome. */
export async function replicate(setting: Setting, seed: number): Promise<Row> {
  const place = makePlace(setting, seed);
  const withEffect = seed % 2 === 1;
  const row = [seed];
  for (const effect of withEffect ? EFFECTS : EFFECTS.slice(0, 1)) {
    for (const outcome of OUTCOMES) {
      const { panel, truth } = panelOf(place, outcome, effect);
      row.push(
        ...(await ours(place, panel, outcome, effect, truth, seed)),
        ...(withEffect ? did(place, panel, outcome, truth) : [NaN, NaN]),
      );
    }
  }
  return row.map((v, at) => (at === 0 ? v : Number(v.toPrecision(8))));
}

async function ours(place: Place, panel: Panel, outcome: string, effect: Effect, truth: number, seed: number): Promise<number[]> {
  const { comparison, setting } = place;
  const adjust = setting.adjust === "none" ? { adjust: [] } : {};
  try {
    const fit = waveEffects(panel, comparison, { ...clusterOf(setting), ...adjust });
    const { estimate, se, df } = ofTotal(fit.effects, outcome);
    let p = 2;
    // A saving is a fall of the outcome.
    if (effect === "none" && -estimate > tQuantile(0.975, df) * se) {
      p = await evidence(fit, outcome, seed);
    }
    return [estimate - truth, se, df, p];
  } catch (error) {
    if (error instanceof KontrafaktError) return [NaN, NaN, NaN, 2];
    throw error;
  }
}

/** p of the test by whatever holds here; 0 where no test does, as the interval then stands alone. */
async function evidence(fit: WaveFit, outcome: string, seed: number): Promise<number> {
  const saving = totalWeights(fit.effects, outcome).map((w) => -w);
  try {
    return (await evidenceTest(fit, saving, { seed }, { draws: DRAWS })).p;
  } catch (error) {
    if (error instanceof KontrafaktError) return 0;
    throw error;
  }
}

function did({ setting }: Place, panel: Panel, outcome: string, truth: number): number[] {
  const { effects } = attGt(panel, { base: "universal", compat: "did", ...clusterOf(setting) });
  const { estimate, se } = ofTotal(effects, outcome);
  return [estimate - truth, se];
}

function clusterOf({ clusters }: Setting) {
  return clusters === "persons" ? {} : { cluster: "school" };
}

function ofTotal(effects: Effects, outcome: string) {
  const { estimate, covariance, df } = total(effects, outcome);
  return { estimate: estimate[0], se: Math.sqrt(covariance[0]), df: df[0] };
}
