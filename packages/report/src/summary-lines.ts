import type { Results } from "@kontrafakt/study";
import { type LanguageCode, speakOf } from "./language.js";
import { fateLines, fateWarning } from "./narrative/fate-text.js";
import { paybackText } from "./narrative/payback-text.js";
import { comparabilityLead, rowsRead, savingsLead, whoLead } from "./narrative/section-leads.js";
import { verdictText } from "./narrative/verdict-text.js";

/** About ten lines for a terminal: what was read, who, how well matched, what changed, what it saved, the verdict. */
export function summaryLines(results: Results, language: LanguageCode): string[] {
  const speaker = speakOf(results, language);
  const { words } = speaker;
  const { savings, verification } = results;
  const who = whoLead(results, speaker);
  const lines: [string, string][] = [];
  const heads = words.summary;
  if (results.flow.files.length > 0) lines.push([heads.read, rowsRead(results, speaker)]);
  lines.push([heads.cohort, who.join(" ")]);
  lines.push([heads.match, comparabilityLead(results, speaker)]);
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
