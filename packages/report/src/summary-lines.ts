import type { Results } from "@kontrafakt/study";
import { designOf } from "./designs/design-of.js";
import type { LanguageCode } from "./language.js";
import { fateLines, fateWarning } from "./narrative/fate-text.js";
import { paybackText } from "./narrative/payback-text.js";
import { savingsLead } from "./narrative/section-leads.js";
import { verdictText } from "./narrative/verdict-text.js";

/** About ten lines for a terminal: what was read, who, how well matched, what changed, what it saved, the verdict. */
export function summaryLines(results: Results, language: LanguageCode): string[] {
  const { speaker, who } = designOf(results, language);
  const { words } = speaker;
  const { savings, verification } = results;
  const heads = words.summary;
  const lines: (readonly [string, string])[] = [...who];
  fateLines(results, speaker).forEach((fate, i) => {
    lines.push([i === 0 ? heads.effect : "", `${fate.text} → ${fate.status}`]);
  });
  const warning = fateWarning(results, speaker);
  if (warning !== undefined) lines.push(["", warning]);
  lines.push([heads.savings, savingsLead(results, speaker)]);
  const [payback] = paybackText(savings, speaker);
  if (payback !== undefined) lines.push(["", payback]);
  lines.push([heads.verdict, words.verdict[verification.verdict]], ["", verdictText(savings, verification, speaker)]);
  const warnings = results.problems.filter((p) => p.severity === "warning").length;
  if (warnings > 0) lines.push(["", words.warnings(warnings)]);
  const width = Math.max(...Object.values(heads).map((h) => h.length)) + 2;
  return lines.filter(([, text]) => text !== "").map(([head, text]) => `${head.padEnd(width)}${text}`.replaceAll("\u00a0", " "));
}
