import type { Context } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { attGtHandover, type HandoverFile, matchedHandover, type ScriptLanguage } from "@kontrafakt/effects";
import { figureRules } from "./disclosure/figure-rules.js";
import { estimate } from "./estimate.js";
import { readStudy } from "./evaluate.js";
import { matchStudy } from "./match-study.js";
import type { Study } from "./options/study-schema.js";
import { step } from "./step.js";

export type { HandoverFile, ScriptLanguage } from "@kontrafakt/effects";

/** Files to recompute a study's effects with. Personal data: internal only. */
export interface HandedOver {
  readonly kind: "handed-over";
  readonly files: readonly HandoverFile[];
  /** Names of further estimators for which there is no script. */
  readonly without: readonly string[];
}

/**
 * Reads a study, matches, estimates, and lays out what others need to recompute it: `matched/` for the main result, and a folder for each
 * further estimator that is `attGt`.
 *
 * @throws KontrafaktError as `evaluate`
 */
export async function handOver(
  study: Study,
  sources: ReadonlyMap<string, Source>,
  languages: readonly ScriptLanguage[],
  context: Context,
): Promise<HandedOver> {
  const { panel } = (await readStudy(study, sources, context)).cohort;
  const matched = matchStudy(panel, study, context);
  step(context, "effect");
  const { shown } = estimate(panel, matched, study, figureRules(study));
  const files: HandoverFile[] = [...inside("matched", matchedHandover(panel, matched.comparison, shown, languages))];
  const without: string[] = [];
  Object.entries(study.effects.estimators).forEach(([name, options], i) => {
    if (options.estimator !== "attGt") {
      without.push(name);
      return;
    }
    const { estimator: _, ...own } = options;
    const folder = `estimator-${/^\w[\w-]{0,40}$/.test(name) ? name : i + 1}`;
    files.push(...inside(folder, attGtHandover(panel, own, languages)));
  });
  return { kind: "handed-over", files, without };
}

function inside(folder: string, files: readonly HandoverFile[]): HandoverFile[] {
  return files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
}
