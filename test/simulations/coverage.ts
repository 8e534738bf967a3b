import { readFileSync } from "node:fs";
import { bytesSource } from "@kontrafakt/cohort";
import { expectedEffect, makeWorld, type Outcome, worldPanel } from "@kontrafakt/data-samples";
import { linearCombination, naive, total, waveEffects } from "@kontrafakt/effects";
import type { Comparison } from "@kontrafakt/matching";
import { type MoneyFiles, primaryWeights, readMoney } from "@kontrafakt/savings";
import { matchStudy, outcomeInfo, parseStudy, type Study, studyFiles } from "@kontrafakt/study";

/** What each replication estimates: the programme's total change in each outcome (days), and the saving in kroner. */
export const ESTIMANDS = ["placement", "specialSchool", "counselling", "absence", "savings"] as const;
/** What is kept of each estimand, in this order. */
export const FIELDS = ["estimate", "se", "df", "truth", "beforeAfter", "treatedVersusRest"] as const;

/** The sample's study and money files, which every generated municipality is put through. */
export interface Setting {
  readonly study: Study;
  readonly money: MoneyFiles;
}

/** One replication: seed, starters, matched, then the FIELDS of each of ESTIMANDS. */
export type Row = readonly number[];
const HEAD = 3;

/** Reads the setting from the sample's folder. */
export async function readSetting(folder: URL): Promise<Setting> {
  const { study, problems } = parseStudy(readFileSync(new URL("study.yaml", folder), "utf8"), "study.yaml");
  if (!study) throw new Error(`the sample's study has ${problems.length} problems`);
  const names = studyFiles(study).flatMap(({ role, file }) => (role.startsWith("savings.") ? [file] : []));
  const sources = new Map(names.map((name) => [name, bytesSource(name, new Uint8Array(readFileSync(new URL(name, folder))))]));
  return { study, money: await readMoney(sources, study.savings, outcomeInfo(study), { seed: 0 }) };
}

/** Makes a municipality, evaluates it as the study says, and sets the answers beside the truth for the people and quarters analysed. */
export function replicate({ study, money }: Setting, seed: number): Row {
  const world = makeWorld(seed);
  const panel = worldPanel(world);
  const { comparison, unmatched } = matchStudy(panel, study, { seed });
  const fit = waveEffects(panel, comparison, study.effects);
  const { effects } = fit;
  const analysed = analysedTreated(panel.observed, panel.periods.ordinals, comparison);
  const expected = new Map(panel.measures.map((m) => [m.name, expectedEffect(world, m.name as Outcome)]));
  const truth = effects.terms.map((term) => {
    if (term.kind !== "cell" || term.event! < 0) return 0;
    const people = analysed.get(`${term.group}/${term.time}`) ?? [];
    if (people.length !== term.n)
      throw new Error(`seed ${seed}: ${term.n} analysed in a cell where ${people.length} were expected`);
    const t = term.time! - panel.periods.ordinals[0];
    return people.reduce((sum, i) => sum + expected.get(term.outcome)![i * panel.periods.ordinals.length + t], 0);
  });

  const weights = primaryWeights(effects, money, study.savings, panel.periods);
  const savings = { ...linearCombination(effects, weights), truth: 0, beforeAfter: 0, treatedVersusRest: 0 };
  const row = [
    seed,
    comparison.set.reduce((a, b) => Math.max(a, b), -1) + 1 + unmatched.unit.length,
    comparison.set.reduce((a, b) => Math.max(a, b), -1) + 1,
  ];
  for (const outcome of ESTIMANDS.slice(0, -1)) {
    const one = total(effects, outcome);
    const simple = naive(panel, comparison, fit, outcome);
    let sum = 0;
    let price = 0;
    effects.terms.forEach((term, k) => {
      if (term.outcome !== outcome) return;
      sum += truth[k];
      if (truth[k] === 0) return;
      price = weights[k] / term.n;
      savings.truth += price * truth[k];
    });
    // Prices are the same in every year of the sample.
    savings.beforeAfter += price * simple.beforeAfter;
    savings.treatedVersusRest += price * simple.treatedVersusRest;
    row.push(one.estimate[0], Math.sqrt(one.covariance[0]), one.df[0], sum, simple.beforeAfter, simple.treatedVersusRest);
  }
  row.push(savings.estimate, savings.se, savings.df, savings.truth, savings.beforeAfter, savings.treatedVersusRest);
  return row;
}

/** Starters of each wave and period who were observed then with at least one of their controls. */
function analysedTreated(observed: Uint8Array, ordinals: Int32Array, comparison: Comparison): Map<string, number[]> {
  const { unit, set, role, wave } = comparison;
  const T = ordinals.length;
  const sets = new Map<number, { starter: number; wave: number; controls: number[] }>();
  unit.forEach((i, r) => {
    const of = sets.get(set[r]) ?? { starter: -1, wave: wave[r], controls: [] };
    if (role[r] === 1) of.starter = i;
    else of.controls.push(i);
    sets.set(set[r], of);
  });
  const people = new Map<string, number[]>();
  for (const { starter, wave: start, controls } of sets.values()) {
    for (let t = 0; t < T; t++) {
      if (observed[starter * T + t] === 0 || !controls.some((i) => observed[i * T + t] === 1)) continue;
      const key = `${start}/${ordinals[t]}`;
      people.set(key, [...(people.get(key) ?? []), starter]);
    }
  }
  return people;
}

/** One field of one estimand over the rows. */
export function column(rows: readonly Row[], estimand: (typeof ESTIMANDS)[number], field: (typeof FIELDS)[number]): number[] {
  const at = HEAD + ESTIMANDS.indexOf(estimand) * FIELDS.length + FIELDS.indexOf(field);
  return rows.map((row) => row[at]);
}
