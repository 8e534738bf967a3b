import { bytesSource, type Source } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";

/** Twelve municipalities over ten years; two start in 2019, two in 2021, eight never. */
const FIRST = 2014;
const LAST = 2023;
const starts = [2019, 2019, 2021, 2021, ...Array.from({ length: 8 }, () => undefined)];
/** Days a year that the programme takes off from the start on, by time since. */
export const truth = (event: number) => (event < 0 ? 0 : -3 - event);

interface Person {
  readonly place: string;
  readonly year: number;
  readonly start: number | undefined;
  readonly days: number;
  readonly absence: number;
}

/** Other people in each municipality and year, with days of a service (fewer by the programme) and of absence (as before). */
export function groupPeople(perCell = 60): Person[] {
  const people: Person[] = [];
  starts.forEach((start, m) => {
    const draw = stream(2024, "test/groups", m);
    for (let year = FIRST; year <= LAST; year++) {
      for (let i = 0; i < perCell + m; i++) {
        const effect = start === undefined ? 0 : truth(year - start);
        const days = 40 + m + 0.8 * (year - FIRST) + effect + 6 * draw.normal();
        people.push({ place: `K${m}`, year, start, days, absence: 8 + 0.2 * m + 2 * draw.normal() });
      }
    }
  });
  return people;
}

/** A row a person. */
export function peopleCsv(people: readonly Person[]): string {
  const rows = people.map((p) => [p.place, p.year, p.start ?? "", p.days, p.absence].join(","));
  return ["place,year,start,days,absence", ...rows].join("\n");
}

/** A row a municipality and year: how many, means and standard deviations. */
export function cellsCsv(people: readonly Person[]): string {
  const cells = new Map<string, Person[]>();
  for (const p of people) cells.set(`${p.place}/${p.year}`, [...(cells.get(`${p.place}/${p.year}`) ?? []), p]);
  const rows = [...cells.values()].map((own) => {
    const [{ place, year, start }] = own;
    const figures = (["days", "absence"] as const).flatMap((name) => {
      const mean = own.reduce((sum, p) => sum + p[name], 0) / own.length;
      const square = own.reduce((sum, p) => sum + (p[name] - mean) ** 2, 0);
      return [mean, Math.sqrt(square / (own.length - 1))];
    });
    return [place, year, start ?? "", own.length, ...figures].join(",");
  });
  return ["place,year,start,n,days,daysSd,absence,absenceSd", ...rows].join("\n");
}

const years = Array.from({ length: LAST - 2019 + 1 }, (_, y) => 2019 + y);

/** What a day costs, what the programme cost, and what was claimed. */
export const moneyFiles: Readonly<Record<string, string>> = {
  "prices.csv": [
    "consequence,payer,year,unit,amount,low,high,priceYear,cashable,source",
    ...years.map((y) => `days,Municipality,${y},days,1000,900,1100,2024,1,own`),
  ].join("\n"),
  "cost.csv": ["year,payer,planned,actual,priceYear", ...years.map((y) => `${y},Municipality,200000,210000,2024`)].join("\n"),
  "claim.csv": [
    "year,payer,consequence,amount,priceYear",
    ...years.slice(2).map((y) => `${y},Municipality,days,500000,2024`),
  ].join("\n"),
};

/** A study of groups with one source, as YAML. */
export function groupYaml(source: string, more: { estimator?: string; report?: string; outcomes?: string } = {}): string {
  const { estimator = "estimator: { estimator: attGt }", report = "report: { smallCell: 5 }", outcomes } = more;
  return `
kontrafakt: 1
title: { en: "Did it help?", da: "Hjalp det?" }
municipality: Four municipalities
programme: The programme
seed: 7
groups:
  ${source}
  ${outcomes ?? "outcomes: { days: { label: { en: Days in care, da: Døgn } }, absence: { better: lower } }"}
  ${estimator}
savings:
  currency: DKK
  priceYear: 2024
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2024, source: Ministry }
  draws: 1000
${report}
`;
}

export const sourcesOf = (files: Readonly<Record<string, string>>): ReadonlyMap<string, Source> =>
  new Map(
    Object.entries({ ...moneyFiles, ...files }).map(([name, text]) => [name, bytesSource(name, new TextEncoder().encode(text))]),
  );

export const cellsOptions =
  "cells: { file: cells.csv, period: year, group: place, start: start, n: n, correlation: [0, 0], outcomes: { days: { mean: days, sd: daysSd }, absence: { mean: absence, sd: absenceSd } } }";
export const rowsOptions =
  "crossSections: { file: people.csv, period: year, group: place, start: start, measures: { days: days, absence: absence } }";
