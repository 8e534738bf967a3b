import { bytesSource, type Source } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { type Study, studySchema } from "@kontrafakt/study";

/** A study in which single people could be told apart, and what an attacker would like to know of them. */
export interface TellingStudy {
  readonly study: Study;
  readonly sources: ReadonlyMap<string, Source>;
  readonly secrets: {
    /** Days of the one starter in secure placement. */
    readonly secureDays: number;
    /** One starter of the first wave leaves in each of these quarters after the start. */
    readonly leavers: readonly number[];
  };
}

const PER_WAVE = 34;
const OTHERS = 260;
const waves = ["2020-01-01", "2020-07-01"];
const iso = (year: number, month: number, day = 1) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/**
 * Two waves of starters. One has secure placement, at 9,000 a day; one of the first wave moves away in each quarter from the third on; a
 * few files have a faulty row or two; one child is placed all of a quarter in which hardly anyone else of its wave is.
 *
 * @param without starters of the first wave left out, as in a later extract
 */
export function tellingStudy(without = 0): TellingStudy {
  const random = stream(11, "test/disclosure", 0);
  const people = ["id;born;start;need;parents"];
  const services = ["id;service;from;to"];
  const residence = ["id;from;to;municipality"];
  const leavers = [2, 3, 4, 5, 6, 7];
  const starters = waves.length * PER_WAVE;
  const secureDays = 403;
  for (let i = 0; i < starters + OTHERS; i++) {
    const wave = i < starters ? Math.floor(i / PER_WAVE) : -1;
    const need = Math.floor(4 * random.uniform() + (wave >= 0 ? 1 : 0));
    const born = iso(
      2007 + Math.floor(4 * random.uniform()),
      1 + Math.floor(12 * random.uniform()),
      1 + Math.floor(28 * random.uniform()),
    );
    const spells: string[] = [];
    for (let q = 0; q < 20; q++) {
      const [placed, school] = [random.uniform(), random.uniform()];
      const [year, month] = [2018 + Math.floor(q / 4), 1 + 3 * (q % 4)];
      const after = wave >= 0 && q >= 8 + 2 * wave;
      if (placed < 0.06 + 0.05 * need - (after ? 0.06 : 0))
        spells.push(`${i};Placement;${iso(year, month)};${iso(year, month + 1, 1 + Math.floor(27 * random.uniform()))}`);
      if (school < 0.15 + 0.02 * need) spells.push(`${i};School;${iso(year, month, 10)};${iso(year, month + 2, 10)}`);
    }
    if (i === 3) spells.push(`${i};Secure;2020-05-01;2021-06-07`);
    const lone = random.uniform() < 0.4 ? "one" : "two";
    if (wave === 0 && i >= PER_WAVE - without) continue;
    people.push(`${i};${born};${wave >= 0 ? waves[wave] : ""};${need};${lone}`);
    services.push(...spells);
    const leaves = wave === 0 ? leavers.indexOf(i - 10) : -1;
    const quarter = leaves >= 0 ? 8 + leavers[leaves] : -1;
    const end = quarter < 0 ? "" : iso(2018 + Math.floor(quarter / 4), 1 + 3 * (quarter % 4));
    residence.push(`${i};2010-01-01;${end};Here`);
    if (end !== "") residence.push(`${i};${end};;There`);
  }
  people.push("900;not a date;;1;one", "901;;;1;two");
  services.push("999;Placement;2020-01-01;2020-02-01");
  const money = {
    "prices.csv": [
      "consequence;payer;year;unit;amount;priceYear;cashable",
      ...[2020, 2021, 2022].flatMap((y) => [
        `placement;Family;${y};days;3000;2022;1`,
        `school;School;${y};days;900;2022;1`,
        `secure;Family;${y};days;9000;2022;1`,
        `secure;State;${y};days;4000;2022;1`,
      ]),
    ],
    "cost.csv": ["year;payer;planned;actual;priceYear", ...[2020, 2021, 2022].map((y) => `${y};Family;500000;500000;2022`)],
    "claim.csv": [
      "year;payer;amount;priceYear",
      ...[2020, 2021, 2022].flatMap((y) => ["Family", "School", "State"].map((p) => `${y};${p};100000;2022`)),
    ],
  };
  const files = { "people.csv": people, "services.csv": services, "residence.csv": residence, ...money };
  return {
    study: studySchema.parse({
      kontrafakt: 1,
      title: "T",
      municipality: "M",
      programme: "P",
      cohort: {
        extract: "2023-01-31",
        from: "2018-01-01",
        to: "2022-12-31",
        observedShare: 1,
        people: {
          file: "people.csv",
          person: "id",
          born: "born",
          start: "start",
          covariates: { need: { column: "need", type: "number" }, parents: { column: "parents" } },
        },
        services: { file: "services.csv", person: "id", service: "service", from: "from", to: "to" },
        residence: { file: "residence.csv", person: "id", from: "from", to: "to", municipality: "municipality" },
        home: "Here",
        outcomes: {
          placement: { service: "Placement", unit: "days" },
          school: { service: "School", unit: "days" },
          secure: { service: "Secure", unit: "days" },
        },
      },
      matching: {
        ratio: 2,
        caliper: 1,
        balanceThreshold: 0.25,
        history: { outcomes: ["placement", "school"], windows: [[1, 4]] },
      },
      effects: { baseWindow: 4 },
      savings: {
        currency: "DKK",
        priceYear: 2022,
        prices: { file: "prices.csv" },
        programmeCost: { file: "cost.csv" },
        claim: { file: "claim.csv" },
        discount: { rate: 0.035, baseYear: 2020, source: "S" },
        draws: 1000,
        primary: { measure: "gross", years: [2020, 2021, 2022], payers: [] },
      },
    }),
    sources: new Map(
      Object.entries(files).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(`${lines.join("\n")}\n`))]),
    ),
    secrets: { secureDays, leavers },
  };
}
