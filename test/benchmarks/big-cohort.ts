import { isoFromDay } from "@kontrafakt/base";
import { stream } from "@kontrafakt/numerics";

/** How large, and how tidy: shares of spells that may overlap the one before, and of rows with a fault. */
export interface CohortSize {
  readonly people: number;
  readonly spells: number;
  readonly stays: number;
  readonly overlaps: number;
  readonly faults: number;
}

const FIRST = 17_167; // 2017-01-01
const LAST = 20_088; // 2024-12-31
const kinds = ["Anbringelse", "Specialskole", "Rådgivning", "Aflastning", "Kontaktperson"];

/** The `cohort` block for the files of `bigCohort`. */
export const bigCohortStudy = {
  extract: "2025-01-31",
  period: "quarter",
  from: "2017-01-01",
  to: "2024-12-31",
  eligibleAges: [0, 17],
  observedShare: 1,
  people: {
    file: "people.csv",
    person: "CprNr",
    born: "Født",
    household: "Husstand",
    start: "Indsats start",
    covariates: { sex: { column: "Køn" }, siblings: { column: "Søskende", type: "number" }, age: { type: "age" } },
  },
  services: { file: "services.csv", person: "CprNr", service: "Ydelse", from: "Fra", to: "Til", price: "Pris", payer: "Kommune" },
  residence: { file: "residence.csv", person: "CprNr", from: "Fra", to: "Til", municipality: "Kommune" },
  home: "Fjordby",
  measures: {},
  outcomes: {
    placement: { service: "Anbringelse" },
    school: { service: "Specialskole" },
    support: { service: ["Rådgivning", "Aflastning", "Kontaktperson"] },
    cost: { service: kinds, count: "amount" },
  },
};

/** The texts of a people, a services and a residence file, by name. Ids have the form B1000000. */
export function bigCohort(size: CohortSize): ReadonlyMap<string, string> {
  const { integer, uniform } = stream(1, "benchmarks/big-cohort", 0);
  const { people, overlaps, faults } = size;
  const days = new Map<number, string>();
  const day = (number: number) => {
    const text = days.get(number) ?? isoFromDay(number);
    days.set(number, text);
    return text;
  };
  const id = (u: number) => `B${1_000_000 + u}`;
  const town = (share: number) => (uniform() < share ? "Fjordby" : "Østerby");

  const rows = ["CprNr;Født;Køn;Husstand;Indsats start;Søskende"];
  for (let u = 0; u < people; u++) {
    const born = uniform() < faults ? "" : day(FIRST - 365 * 16 + integer(365 * 20));
    const start = uniform() < 0.03 ? day(FIRST + 400 + integer(2000)) : "";
    rows.push(`${id(u)};${born};${uniform() < 0.5 ? "M" : "K"};H${integer(people)};${start};${integer(5)}`);
  }

  const spells = ["CprNr;Ydelse;Fra;Til;Pris;Kommune"];
  const until = new Int32Array(people).fill(FIRST - 200);
  for (let k = 0; k < size.spells; k++) {
    const u = integer(people);
    const next = uniform() < overlaps ? until[u] - integer(100) : until[u] + 1 + integer(300);
    const from = next > LAST ? FIRST + integer(LAST - FIRST) : Math.max(FIRST - 200, next);
    const length = integer(uniform() < 0.8 ? 60 : 400);
    const to = uniform() < faults ? from - 3 : from + length;
    until[u] = Math.max(until[u], to);
    const last = to > LAST || uniform() < 0.02 ? "" : day(to);
    const who = uniform() < faults ? `X${u}` : id(u);
    const spell = `${who};${kinds[integer(kinds.length)]};${day(from)};${last};${100 + integer(3000)},50;${town(0.95)}`;
    spells.push(spell);
    if (uniform() < faults) spells.push(spell);
  }

  const stays = ["CprNr;Fra;Til;Kommune"];
  const moved = new Int32Array(people).fill(FIRST - 4000);
  for (let k = 0; k < size.stays; k++) {
    const u = k < people ? k : integer(people);
    const from = moved[u];
    if (from > LAST) continue;
    const to = uniform() < 0.7 ? LAST + 1 : from + 4000 + integer(2500);
    moved[u] = to + 1;
    stays.push(`${id(u)};${day(from)};${to > LAST ? "" : day(to)};${town(0.9)}`);
  }
  const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
  return new Map([
    ["people.csv", text(rows)],
    ["services.csv", text(spells)],
    ["residence.csv", text(stays)],
  ]);
}
