import { problemText, speak } from "@kontrafakt/report";
import type { Language, PlanCheck } from "@kontrafakt/study";

const words = {
  en: {
    heads: ["Starters", "Assumed effects, per starter and year", "History of the target group", "Payers", "Remarks"],
    starters: (year: number, n: string, range: string) => `${year}: ${n} planned${range}`,
    effect: (year: number, effect: string, more: string) => `year ${year} since the start: ${effect}${more}`,
    bias: (share: string) => `${share} taken off for optimism`,
    grade: (grade: string) => `evidence ${grade}`,
    history: (year: number, people: string, units: string) => `${year}: ${people} people, ${units}`,
    end: "A plan: nothing has been observed, and nothing was worked out.\nWhen all is as you want it: kontrafakt lock, then kontrafakt run.",
  },
  da: {
    heads: ["Deltagere", "Forudsatte effekter pr. deltager og år", "Målgruppens historik", "Betalere", "Bemærkninger"],
    starters: (year: number, n: string, range: string) => `${year}: ${n} planlagt${range}`,
    effect: (year: number, effect: string, more: string) => `år ${year} efter start: ${effect}${more}`,
    bias: (share: string) => `${share} trukket fra for optimisme`,
    grade: (grade: string) => `evidens ${grade}`,
    history: (year: number, people: string, units: string) => `${year}: ${people} personer, ${units}`,
    end: "En plan: Intet er observeret, og intet er beregnet.\nNår alt er, som det skal være: kontrafakt lock og derefter kontrafakt run.",
  },
} as const;

/** What `kontrafakt check` prints of a plan: who starts, what is assumed, what the target group used, who pays, remarks. */
export function planCheckLines(check: PlanCheck, language: Language): readonly string[] {
  const w = words[language];
  const speaker = speak(language);
  const [starters, effects, history, payers, remarks] = w.heads;
  const number = (x: number) => speaker.number(x, Number.isInteger(x) ? 0 : undefined);
  const range = (low: number, high: number) => (low === high ? "" : ` (${speaker.range(number(low), number(high))})`);
  const lines: string[] = [
    starters,
    ...check.starters.map((s) => `  ${w.starters(s.year, number(s.starters), range(s.low, s.high))}`),
  ];
  lines.push(effects);
  for (const outcome of new Set(check.effects.map((e) => e.outcome))) {
    lines.push(`  ${outcome}`);
    for (const e of check.effects.filter((row) => row.outcome === outcome)) {
      const span = e.low === undefined || e.high === undefined ? "" : range(e.low, e.high);
      const bias = e.optimismBias > 0 ? [w.bias(speaker.percent(e.optimismBias))] : [];
      const more = [...bias, ...(e.grade === "" ? [] : [w.grade(e.grade)]), e.source].join("; ");
      lines.push(`    ${w.effect(e.yearSinceStart, speaker.change(e.effect), `${span}; ${more}`)}`);
    }
  }
  if (check.history.length > 0) lines.push(history);
  for (const year of new Set(check.history.map((row) => row.year))) {
    const rows = check.history.filter((row) => row.year === year);
    const units = rows.map((row) => `${row.outcome} ${number(row.units)}`).join(", ");
    lines.push(`  ${w.history(year, number(rows[0].people), units)}`);
  }
  lines.push(payers, `  ${speaker.list(check.payers)}`);
  if (check.problems.length > 0) lines.push(remarks, ...check.problems.map((p) => `  ${problemText(p, language)}`));
  return [...lines, "", w.end];
}
