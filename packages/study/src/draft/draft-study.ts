import { type ColumnProfile, columnFor, looseText, type Profile } from "@kontrafakt/cohort";
import { type AssignedFiles, assignFiles } from "./assign-files.js";
import { note, oneLine } from "./column-notes.js";
import { draftBlock } from "./draft-block.js";
import { draftMoneyFile, moneyTemplates, statedPriceYear } from "./draft-money.js";
import { draftPeople } from "./draft-people.js";
import {
  draftHome,
  draftMeasures,
  draftOutcomes,
  draftProgrammeService,
  draftResidence,
  draftServices,
  type StarterShares,
} from "./draft-services.js";
import type { Draft, DraftEntry, DraftFile } from "./draft-value.js";
import { draftWindow } from "./draft-window.js";
import { guessCountry } from "./guess-country.js";
import { mergeProfiles } from "./merge-profiles.js";

export interface DraftOptions {
  /** Language of the report. */
  readonly language: "en" | "da";
  /** Share of the people with each service that have a start date, where it was counted: it tells the programme's own service. */
  readonly starterShares?: StarterShares;
  /** What stands beside each unfilled row of a template. */
  readonly remark: string;
}

/**
 * Drafts a study from the profiles of its files. What the files say is filled in, each option with its reason; what they do not say is
 * a question with the answers that would fit.
 */
export function draftStudy(profiles: readonly Profile[], { language, starterShares = new Map(), remark }: DraftOptions): Draft {
  const files = assignFiles(profiles);
  const block = draftBlock();
  const head = draftBlock();
  const cohort = draftBlock();

  if (files.people === undefined) {
    const names = profiles.map(({ file }) => ({ value: file, notes: [] }));
    cohort.group(["cohort", "people"], [note("draft-no-people")]);
    cohort.choose(["cohort", "people", "file"], [note("draft-choose-people")], names);
  }
  const people = files.people === undefined ? {} : draftPeople(cohort, files.people);
  const { service, payer } = files.services === undefined ? {} : draftServices(cohort, files.services);
  const municipality = files.residence === undefined ? undefined : draftResidence(cohort, files.residence);
  if (files.residence === undefined) cohort.group(["cohort", ""], [note("draft-no-residence")]);
  const home = draftHome(cohort, [municipality, payer]);
  const measures = draftMeasures(cohort, files.measures);
  const programme = draftProgrammeService(cohort, service, people, starterShares);
  draftOutcomes(cohort, service, files.services && mergeProfiles(files.services), programme, measures);

  const unknown = unknownConsequences(cohort.entries, files);
  if (unknown.length > 0)
    cohort.group(["cohort", "outcomes", ""], [note("draft-unknown-consequences", { consequences: unknown.join(", ") })]);

  const name = programme ?? "";
  head.set(["kontrafakt"], 1, [note("draft-version")]);
  if (name === "") head.choose(["title"], [note("draft-choose-title")], []);
  else head.set(["title"], titles[language](oneLine(name)), [note("draft-title")]);
  if (home === undefined) head.choose(["municipality"], [note("draft-choose-municipality")], []);
  else head.set(["municipality"], home, [note("draft-municipality")]);
  if (name === "") head.choose(["programme"], [note("draft-choose-programme")], []);
  else head.set(["programme"], name, [note("draft-programme")]);
  head.set(["language"], language, [note("draft-language")]);

  block.entries.push(...head.entries);
  block.group(["cohort"], [note("draft-cohort")]);
  const window = draftWindow(block, files, people);
  block.entries.push(...cohort.entries);

  block.group(["matching"], [note("draft-matching")]);
  if (people.referral !== undefined)
    block.set(["matching", "anticipation"], 1, [note("draft-anticipation", { period: window.period })]);
  if (people.household !== undefined) block.set(["matching", "exclude"], ["household"], [note("draft-exclude")]);
  block.suggest(["matching", "ratio"], 3, [note("draft-ratio")]);

  block.group(["savings"], [note("draft-savings")]);
  const country = guessCountry(profiles, language);
  if (country === undefined) {
    const codes = ["DKK", "SEK", "NOK", "EUR"].map((value) => ({ value, notes: [] }));
    block.choose(["savings", "currency"], [note("draft-choose-currency")], codes);
  } else block.set(["savings", "currency"], country.currency, [note("draft-currency")]);
  const stated = statedPriceYear(files);
  const lastYear = window.to === undefined ? undefined : Number(window.to.slice(0, 4));
  const priceYear = stated ?? lastYear;
  if (priceYear === undefined) block.choose(["savings", "priceYear"], [note("draft-choose-price-year")], []);
  else
    block.set(["savings", "priceYear"], priceYear, [note(stated === undefined ? "draft-price-year" : "draft-price-year-stated")]);

  const startYear = Number(people.start?.day?.usualFirst.slice(0, 4) ?? window.from?.slice(0, 4) ?? Number.NaN);
  const templates: DraftFile[] = [];
  const outcomes = cohort.entries
    .filter(({ path, value }) => path.length === 3 && path[1] === "outcomes" && value !== undefined)
    .map(({ path, value }) => ({ name: path[2], unit: (value as { unit?: string }).unit ?? "days" }));
  const years: number[] = [];
  for (let year = startYear; year <= (lastYear ?? startYear); year++) years.push(year);
  const made = moneyTemplates({ outcomes, years, payer: home ?? "", priceYear: priceYear ?? startYear, remark });
  for (const which of ["prices", "programmeCost", "claim"] as const) {
    const given = files[which];
    if (given !== undefined) draftMoneyFile(block, which, given);
    else {
      block.group(["savings", which], [note("draft-template", { file: made[which].name })]);
      block.set(["savings", which, "file"], made[which].name);
      templates.push(made[which]);
    }
  }
  for (const which of ["budget", "refunds", "index", "volume"] as const) {
    const given = files[which];
    if (given !== undefined) draftMoneyFile(block, which, given);
  }
  if (country?.parameters !== undefined) {
    block.group(["savings", "parameters"], [note("draft-parameters")]);
    block.set(["savings", "parameters", "country"], country.parameters);
  }
  block.group(["savings", "discount"], [note("draft-discount")]);
  const rate = country?.discount;
  if (rate !== undefined) {
    block.set(["savings", "discount", "rate"], rate.rate, [note("draft-rate")]);
    block.set(["savings", "discount", "source"], rate.source);
  } else if (country?.parameters === undefined) {
    block.choose(["savings", "discount", "rate"], [note("draft-choose-rate")], []);
    block.choose(["savings", "discount", "source"], [note("draft-choose-rate-source")], []);
  }
  if (Number.isNaN(startYear)) block.choose(["savings", "discount", "baseYear"], [note("draft-choose-base-year")], []);
  else block.set(["savings", "discount", "baseYear"], startYear, [note("draft-base-year")]);

  return {
    kind: "draft",
    entries: block.entries,
    templates,
    headers: new Map(
      profiles.map((profile) => [profile.file, profile.columns.map(({ header }) => header).filter((h) => h !== "")]),
    ),
    offers: new Map([
      ["cohort.programmeService", texts(service)],
      ["cohort.outcomes.*.service", texts(service)],
      ["cohort.outcomes.*.measure", [...measures.keys()]],
      ["cohort.home", texts(municipality ?? payer)],
    ]),
    unused: files.unused.map(({ file, sheet }) => (sheet === undefined ? file : `${file} [${sheet}]`)),
  };
}

/** Consequences that a money file names and no outcome, service or label is. */
function unknownConsequences(entries: readonly DraftEntry[], files: AssignedFiles): readonly string[] {
  const known = new Set<string>();
  for (const { path, value } of entries) {
    if (path[1] !== "outcomes" || path.length !== 3 || typeof value !== "object" || value === null) continue;
    for (const text of [path[2], ...Object.values(value)]) known.add(looseText(String(text)));
  }
  const named = [files.prices, files.claim].flatMap((group) =>
    texts(group && columnFor(mergeProfiles(group).columns, "consequence")),
  );
  return [...new Set(named)].filter((text) => !known.has(looseText(text))).map(oneLine);
}

const texts = (column: ColumnProfile | undefined) => column?.levels?.map(({ text }) => text) ?? [];

const titles = {
  en: (programme: string) => `${programme}: did the expected saving come?`,
  da: (programme: string) => `${programme}: kom den forudsatte besparelse?`,
} as const;
