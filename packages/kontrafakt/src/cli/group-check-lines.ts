import { codeLabel, problemText, speak } from "@kontrafakt/report";
import type { GroupCheck, Language } from "@kontrafakt/study";
import { detectedLine } from "./detected-line.js";

const words = {
  en: {
    heads: ["Files", "Cohorts", "Outcomes", "Remarks"],
    file: (read: string, used: string, listed: string) => `${read} rows read, ${used} used, ${listed} left out`,
    noted: "used, but noted",
    starts: (start: string, units: string) => `start ${start}: ${units} people`,
    never: (units: string) => `never start: ${units} people`,
    outcome: (name: string, unit: string) => (unit === "" ? name : `${name}, in ${unit}`),
    end: "Nobody is matched, and no effect was estimated. The counts above are exact: not for publishing.\nWhen all is as you want it: kontrafakt lock, then kontrafakt run.",
  },
  da: {
    heads: ["Filer", "Grupper", "Udfald", "Bemærkninger"],
    file: (read: string, used: string, listed: string) => `${read} rækker læst, ${used} brugt, ${listed} udeladt`,
    noted: "brugt, men bemærket",
    starts: (start: string, units: string) => `start ${start}: ${units} personer`,
    never: (units: string) => `starter aldrig: ${units} personer`,
    outcome: (name: string, unit: string) => (unit === "" ? name : `${name}, i ${unit}`),
    end: "Ingen er matchet, og ingen effekt er beregnet. Antallene ovenfor er nøjagtige og må ikke offentliggøres.\nNår alt er, som det skal være: kontrafakt lock og derefter kontrafakt run.",
  },
} as const;

/** What `kontrafakt check` prints of a study of groups: files, cohorts and what was assumed of their covariance, outcomes, remarks. */
export function groupCheckLines(check: GroupCheck, language: Language): readonly string[] {
  const w = words[language];
  const speaker = speak(language, "groups");
  const { groups: say } = speaker.words;
  const [files, cohorts, outcomes, remarks] = w.heads;
  const lines: string[] = [];
  if (check.flow.files.length > 0) lines.push(files);
  for (const f of check.flow.files) {
    lines.push(`  ${f.file}: ${w.file(speaker.count(f.read), speaker.count(f.used), speaker.count(f.listed))}`);
    for (const found of check.internal.detected) if (found.file === f.file) lines.push(`    ${detectedLine(found, language)}`);
    for (const r of f.reasons)
      lines.push(`    ${speaker.count(r.rows).padStart(5)}  ${codeLabel(r.code, speaker)}${r.listed ? "" : ` (${w.noted})`}`);
  }
  lines.push(cohorts, `  ${say.source[check.source]}`);
  for (const { start, label, units } of check.cohorts) {
    const n = speaker.count(units);
    lines.push(`  ${start === null ? w.never(n) : w.starts(speaker.period(label), n)}`);
  }
  lines.push(`  ${say.covariance[check.covariance]}`, outcomes);
  lines.push(...check.outcomes.map(({ name, unit }) => `  ${w.outcome(name, speaker.unit(unit))}`));
  if (check.problems.length > 0) lines.push(remarks, ...check.problems.map((p) => `  ${problemText(p, language)}`));
  return [...lines, "", w.end];
}
