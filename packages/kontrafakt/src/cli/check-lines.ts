import { flowMeaning, type Ledger } from "@kontrafakt/cohort";
import { codeLabel, problemText, speak, stepMeaning } from "@kontrafakt/report";
import type { Check, Language } from "@kontrafakt/study";
import { detectedLine } from "./detected-line.js";

type Counts = Readonly<Record<"starters" | "matched" | "controls" | "unmatched", string>>;

const words = {
  en: {
    heads: ["Files", "People", "Balance", "Remarks"],
    found: ["Matching", "Weighting"],
    file: (read: string, used: string, listed: string) => `${read} rows read, ${used} used, ${listed} left out`,
    noted: "used, but noted",
    ids: (matched: string, ids: string, without: string) =>
      `ids: ${matched} of ${ids} are in the people file; ${without} people of the study have no row here`,
    people: (n: string, treated: string) => `${n} people, ${treated} of them in the programme`,
    wave: (w: Counts) => `${w.starters} started, ${w.matched} compared with ${w.controls} controls`,
    all: (a: Counts) =>
      `In all: ${a.starters} started, ${a.matched} compared with ${a.controls} controls, ${a.unmatched} with nobody`,
    balance: (after: string, worst: string, limit: string) =>
      `Largest standardised difference after ${after} in what it used ${worst} (limit ${limit})`,
    passed: "the groups are alike in it",
    failed: "the groups are not alike on:",
    unused: (after: string) => `Not used in ${after}, and beyond the limit:`,
    before: "before",
    end: "No effect was estimated. The counts of rows and people above are exact: not for publishing.\nWhen all is as you want it: kontrafakt lock, then kontrafakt run.",
  },
  da: {
    heads: ["Filer", "Personer", "Balance", "Bemærkninger"],
    found: ["Matchning", "Vægtning"],
    file: (read: string, used: string, listed: string) => `${read} rækker læst, ${used} brugt, ${listed} udeladt`,
    noted: "brugt, men bemærket",
    ids: (matched: string, ids: string, without: string) =>
      `id-numre: ${matched} af ${ids} står i personfilen; ${without} af studiets personer har ingen række her`,
    people: (n: string, treated: string) => `${n} personer, heraf ${treated} i indsatsen`,
    wave: (w: Counts) => `${w.starters} startede, ${w.matched} sammenlignet med ${w.controls} kontroller`,
    all: (a: Counts) =>
      `I alt: ${a.starters} startede, ${a.matched} sammenlignet med ${a.controls} kontroller, ${a.unmatched} uden nogen at sammenligne med`,
    balance: (after: string, worst: string, limit: string) =>
      `Største standardiserede forskel efter ${after} i det, den brugte: ${worst} (grænse ${limit})`,
    passed: "grupperne ligner hinanden på det",
    failed: "grupperne ligner ikke hinanden på:",
    unused: (after: string) => `Ikke brugt i ${after}en og ud over grænsen:`,
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
  const [files, people, balance, remarks] = w.heads;
  const matching = w.found[["ipw", "entropy", "cbps"].includes(check.method) ? 1 : 0];
  const after = matching.toLowerCase();
  const n = (x: number) => speaker.number(x, 0);
  const figure = (x: number) => speaker.number(x, 2);
  const counts = (of: Check["waves"][number] | Check["analysed"]): Counts => ({
    starters: speaker.count(of.starters),
    matched: speaker.count(of.matched),
    controls: speaker.count(of.controls),
    unmatched: "unmatched" in of ? speaker.count(of.unmatched) : "",
  });
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
    ...check.waves.map((wave) => `  ${speaker.period(wave.label)}: ${w.wave(counts(wave))}`),
    `  ${w.all(counts(check.analysed))}`,
  );
  const { rows, worst, threshold, passed } = check.balance;
  lines.push(balance, `  ${w.balance(after, figure(worst), figure(threshold))}: ${passed ? w.passed : w.failed}`);
  const beyond = rows.filter((row) => Math.abs(row.smdAfter) > threshold);
  const differing = (used: boolean) =>
    beyond
      .filter((row) => row.matched === used)
      .map((row) => `    ${row.covariate} ${figure(row.smdAfter)} (${w.before} ${figure(row.smdBefore)})`);
  lines.push(...differing(true));
  const unused = differing(false);
  if (unused.length > 0) lines.push(`  ${w.unused(after)}`, ...unused);
  if (check.problems.length > 0) lines.push(remarks, ...check.problems.map((p) => `  ${problemText(p, language)}`));
  return [...lines, "", w.end];
}
