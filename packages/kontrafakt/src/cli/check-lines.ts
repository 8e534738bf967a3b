import { flowMeaning, type Ledger } from "@kontrafakt/cohort";
import { codeLabel, problemText, speak, stepMeaning } from "@kontrafakt/report";
import type { Check, Language } from "@kontrafakt/study";
import { detectedLine } from "./detected-line.js";

const words = {
  en: {
    heads: ["Files", "People", "Matching", "Balance", "Remarks"],
    file: (read: string, used: string, listed: string) => `${read} rows read, ${used} used, ${listed} left out`,
    noted: "used, but noted",
    ids: (matched: string, ids: string, without: string) =>
      `ids: ${matched} of ${ids} are in the people file; ${without} people of the study have no row here`,
    people: (n: string, treated: string) => `${n} people, ${treated} of them in the programme`,
    wave: (w: Check["waves"][number]) => `${w.starters} started, ${w.matched} matched with ${w.controls} controls`,
    all: (a: Check["analysed"]) =>
      `In all: ${a.starters} started, ${a.matched} matched with ${a.controls} controls, ${a.unmatched} without a match`,
    balance: (worst: string, limit: string) => `Largest standardised difference after matching ${worst} (limit ${limit})`,
    passed: "the groups are alike",
    failed: "the groups are not alike on:",
    before: "before",
    end: "No effect was estimated. The counts of rows and people above are exact: not for publishing.\nWhen all is as you want it: kontrafakt lock, then kontrafakt run.",
  },
  da: {
    heads: ["Filer", "Personer", "Matchning", "Balance", "Bemærkninger"],
    file: (read: string, used: string, listed: string) => `${read} rækker læst, ${used} brugt, ${listed} udeladt`,
    noted: "brugt, men bemærket",
    ids: (matched: string, ids: string, without: string) =>
      `id-numre: ${matched} af ${ids} står i personfilen; ${without} af studiets personer har ingen række her`,
    people: (n: string, treated: string) => `${n} personer, heraf ${treated} i indsatsen`,
    wave: (w: Check["waves"][number]) => `${w.starters} begyndte, ${w.matched} matchet med ${w.controls} i sammenligningsgruppen`,
    all: (a: Check["analysed"]) =>
      `I alt: ${a.starters} begyndte, ${a.matched} matchet med ${a.controls} i sammenligningsgruppen, ${a.unmatched} uden match`,
    balance: (worst: string, limit: string) => `Største standardiserede forskel efter matchning ${worst} (grænse ${limit})`,
    passed: "grupperne ligner hinanden",
    failed: "grupperne ligner ikke hinanden på:",
    before: "før",
    end: "Ingen effekt er beregnet. Antal rækker og personer ovenfor er nøjagtige og må ikke offentliggøres.\nNår alt er, som det skal være: kontrafakt lock og derefter kontrafakt run.",
  },
} as const;

/** Rows by file, reason and whether they were left out, most frequent first. */
function reasonsOf(ledger: Ledger, file: number): readonly { code: string; listed: boolean; rows: number }[] {
  const counts = new Int32Array(ledger.codes.length * 2);
  for (let i = 0; i < ledger.row.length; i++) if (ledger.file[i] === file) counts[ledger.code[i] * 2 + ledger.listed[i]]++;
  return Array.from(counts, (rows, k) => ({ code: ledger.codes[k >> 1], listed: k % 2 === 1, rows }))
    .filter((r) => r.rows > 0)
    .sort((a, b) => Number(b.listed) - Number(a.listed) || b.rows - a.rows);
}

/**
 * What `kontrafakt check` prints: ledger by file and reason, people, waves, balance, remarks. For those who hold the data, so
 * counts of rows and people are exact.
 */
export function checkLines(check: Check, language: Language): readonly string[] {
  const w = words[language];
  const speaker = speak(language);
  const [files, people, matching, balance, remarks] = w.heads;
  const n = (x: number) => speaker.number(x, 0);
  const figure = (x: number) => speaker.number(x, 2);
  const { ledger, linkage, detected } = check.internal;
  const lines: string[] = [files];
  ledger.files.forEach((f, index) => {
    lines.push(`  ${f.name}: ${w.file(n(f.rowsRead), n(f.rowsUsed), n(f.rowsListed))}`);
    for (const found of detected.filter(({ file }) => file === f.name)) lines.push(`    ${detectedLine(found, language)}`);
    for (const link of linkage.filter(({ account }) => account === f.name)) {
      lines.push(`    ${w.ids(n(link.matched), n(link.ids), n(link.without))}`);
    }
    for (const r of reasonsOf(ledger, index)) {
      lines.push(`    ${n(r.rows).padStart(5)}  ${codeLabel(r.code, speaker)}${r.listed ? "" : ` (${w.noted})`}`);
    }
  });
  lines.push(people);
  ledger.flow.forEach((s, k) => {
    lines.push(`  ${w.people(n(s.people), n(s.treated))}: ${codeLabel(s.code, speaker)}`);
    const someLeft = k > 0 && s.people < ledger.flow[k - 1].people;
    if (someLeft && flowMeaning(s.code) !== undefined) lines.push(`    ${stepMeaning(s.code, speaker)}`);
  });
  lines.push(
    matching,
    ...check.waves.map((wave) => `  ${speaker.period(wave.label)}: ${w.wave(wave)}`),
    `  ${w.all(check.analysed)}`,
  );
  const { rows, worst, threshold, passed } = check.balance;
  lines.push(balance, `  ${w.balance(figure(worst), figure(threshold))}: ${passed ? w.passed : w.failed}`);
  for (const row of rows) {
    if (Math.abs(row.smdAfter) <= threshold) continue;
    lines.push(`    ${row.covariate} ${figure(row.smdAfter)} (${w.before} ${figure(row.smdBefore)})`);
  }
  if (check.problems.length > 0) lines.push(remarks, ...check.problems.map((p) => `  ${problemText(p, language)}`));
  return [...lines, "", w.end];
}
