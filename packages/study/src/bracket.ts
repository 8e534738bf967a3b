import { type Context, KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type Interval, interval, mean, total } from "@kontrafakt/effects";
import type { Matched } from "@kontrafakt/matching";
import { cashableFigure, type MoneyFiles, type Verification, verify } from "@kontrafakt/savings";
import { confirm } from "./confirm.js";
import type { FigureRules } from "./disclosure/figure-rules.js";
import { coarseInterval } from "./disclosure/published-outcome.js";
import type { Tally } from "./disclosure/tally.js";
import { about, few, tellCount } from "./disclosure/tell.js";
import { type Estimated, estimate } from "./estimate.js";
import { matchStudy } from "./match-study.js";
import type { Study } from "./options/study-schema.js";
import type { Bracket } from "./results.js";
import { step } from "./step.js";
import { waveTotal } from "./wave-total.js";

interface Declared extends Estimated {
  readonly matched: Matched;
  readonly verification: Verification;
  /** Names of the outcomes that may be told. */
  readonly told: readonly string[];
}

/**
 * The evaluation once more with `history.gap` before the referral's peak, all else alike, where the study asks for it or a peak was found.
 * The two estimates are a bracket: matching on the peak may take what comes down by itself for an effect; leaving it out of account counts
 * need that had risen for lasting reasons against the programme (for the logic of such brackets see Ding & Li 2019, doi:10.1017/pan.2019.25). Only means, totals and the primary figure are told, all of them roughly: with
 * every digit they would tell how the two groups of starters differ.
 *
 * @returns no bracket where none is asked for, or, with a warning, where the data do not reach so far back
 */
export async function bracket(
  panel: Panel,
  study: Study,
  money: MoneyFiles,
  declared: Declared,
  rules: FigureRules,
  tally: Tally,
  context: Context,
): Promise<{ readonly bracket?: Bracket; readonly problems: readonly Problem[] }> {
  const { options } = declared.matched;
  const { history, peak } = options;
  const found = declared.matched.peak.outcomes.some((o) => o.found && declared.told.includes(o.outcome));
  if (peak.bracket === "never" || (peak.bracket === "auto" && !found)) return { problems: [] };
  const { shift } = declared.matched.peak;
  const before: Study = {
    ...study,
    matching: {
      ...options,
      candidates: [],
      history: { ...history, gap: shift },
      peak: { ...peak, bracket: "never", shift: undefined },
    },
  };
  step(context, "bracket");
  const silent: Context = { ...context, progress: undefined };
  try {
    const matched = matchStudy(panel, before, silent);
    const again = estimate(panel, matched, before, rules);
    const outcomes = declared.told.filter((name) => !again.rare.includes(name));
    const { level } = study.effects;
    const told = <T extends Interval>(figure: T) => (rules.people.smallCell > 1 ? coarseInterval(figure) : figure);
    const primary =
      outcomes.length === declared.told.length ? await primaryAgain(panel, before, money, again, silent) : undefined;
    const { verification } = declared;
    const agrees = primary === undefined || samePrimary(primary, verification);
    if (rules.people.smallCell > 1) tally.add("coarse", 2 * outcomes.length + (primary === undefined ? 0 : 1));
    return {
      bracket: {
        gap: shift,
        declaredGap: history.gap,
        matched: countBeside(waveTotal(matched.balance, "matched"), waveTotal(declared.matched.balance, "matched"), rules, tally),
        outcomes: outcomes.map((outcome) => ({
          outcome,
          mean: told(interval(mean(again.effects, outcome), 0, level)),
          total: told(interval(total(again.effects, outcome), 0, level)),
        })),
        ...(primary && { evaluated: told(plain(primary.evaluated)), verdict: primary.verdict }),
        agrees,
      },
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof KontrafaktError)) throw error;
    const params = { gap: shift, code: error.problems[0]?.code ?? "" };
    return { problems: [problem("study/bracket-not-run", "warning", { option: "matching.peak.shift" }, params)] };
  }
}

async function primaryAgain(
  panel: Panel,
  study: Study,
  money: MoneyFiles,
  again: Estimated,
  context: Context,
): Promise<Verification> {
  const { evidence } = await confirm(panel, study, money, again, context);
  const cashable = await cashableFigure(again.effects, money, study.savings, panel.periods, context);
  return verify(again.effects, money, study.savings, panel.periods, {
    caps: [],
    ...(evidence && { evidence }),
    design: { se: Number.NaN },
    ...(cashable && { cashable }),
  }).verification;
}

/** The cautious end has wider limits and counts lasting need against the programme: that it shows less says nothing, that it turns round does. */
function samePrimary(a: Verification, b: Verification): boolean {
  return a.evaluated.estimate < 0 === b.evaluated.estimate < 0;
}

/** Starters matched here, told as about those of the declared evaluation where few lie between. */
function countBeside(count: number, beside: number, { people }: FigureRules, tally: Tally) {
  if (!few(Math.abs(count - beside), people.smallCell)) return tellCount(count, people, tally);
  tally.add("difference");
  return about(people.rounding > 1 ? Math.round(beside / people.rounding) * people.rounding : beside);
}

const plain = ({ estimate: value, se, df, lower, upper }: Interval): Interval => ({ estimate: value, se, df, lower, upper });
