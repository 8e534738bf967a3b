import type { AnyResults, PlanResults } from "@kontrafakt/study";
import { designOf } from "./designs/design-of.js";
import type { LanguageCode, Speaker } from "./language.js";
import { fateLines } from "./narrative/fate-text.js";
import { besideMoney, humanWarning } from "./narrative/human-text.js";
import { paybackText } from "./narrative/payback-text.js";
import { answerOf } from "./narrative/plan-lines.js";
import { savingsLead } from "./narrative/section-leads.js";
import { verdictText } from "./narrative/verdict-text.js";
import { worthLead } from "./narrative/worth-text.js";

/** About ten lines for a terminal: what was read, who, how well matched, what changed, what it saved, the verdict. */
export function summaryLines(results: AnyResults, language: LanguageCode): string[] {
  const { speaker, who } = designOf(results, language);
  const { words } = speaker;
  if (results.design === "plan") return planSummary(results, who, speaker);
  const { savings, verification } = results;
  const heads = words.summary;
  const lines: (readonly [string, string])[] = [...who];
  fateLines(results, speaker).forEach((fate, i) => {
    lines.push([i === 0 ? heads.effect : "", `${fate.text} → ${fate.status}`]);
  });
  const warning = humanWarning(results, speaker);
  if (warning !== undefined) lines.push(["", warning]);
  lines.push([heads.savings, savingsLead(results, speaker)]);
  const [payback] = paybackText(savings, speaker);
  if (payback !== undefined) lines.push(["", payback]);
  const [worth] = worthLead(savings, speaker);
  if (worth !== undefined) lines.push(["", worth]);
  lines.push([heads.verdict, words.verdict[verification.verdict]], ["", verdictText(savings, verification, speaker)]);
  const warnings = results.problems.filter((p) => p.severity === "warning").length;
  if (warnings > 0) lines.push(["", words.warnings(warnings)]);
  return linedUp(lines, speaker);
}

/** What a plan expects, that nothing was observed, and when it would pay back. */
function planSummary(results: PlanResults, who: readonly (readonly [string, string])[], speaker: Speaker): string[] {
  const { words } = speaker;
  const [payback] = paybackText(results.savings, speaker);
  const warnings = results.problems.filter((p) => p.severity === "warning").length;
  return linedUp(
    [
      ...who,
      [words.summary.savings, answerOf(results, speaker)],
      ["", besideMoney(results, speaker)],
      ["", payback ?? ""],
      [words.summary.verdict, words.plan.badge],
      ["", warnings > 0 ? words.warnings(warnings) : ""],
    ],
    speaker,
  );
}

function linedUp(lines: readonly (readonly [string, string])[], { words }: Speaker): string[] {
  const width = Math.max(...Object.values(words.summary).map((h) => h.length)) + 2;
  return lines.filter(([, text]) => text !== "").map(([head, text]) => `${head.padEnd(width)}${text}`.replaceAll("\u00a0", " "));
}
