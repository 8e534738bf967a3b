import type { CohortInput } from "@kontrafakt/cohort";

export type Changed = { readonly [K in keyof CohortInput]?: unknown };
export type Row = readonly [name: string, change: Changed, code: string, option: string];

export const people = { file: "people.csv", person: "Id", born: "Født", start: "Start" } as const;
export const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;
export const residence = { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" } as const;
export const classes = { file: "classes.csv", person: "Id", cluster: "Klasse" } as const;
export const absence = { file: "absence.csv", person: "Id", columns: "{year}-K{quarter}" } as const;
export const cost = { service: "Anbringelse", count: "amount" } as const;
export const rates = [{ from: 2019, steps: [{ above: 860_000, refund: 0.25 }], source: "SEL § 176" }] as const;
export const scheme = { services: "Anbringelse", payer: "Staten", rates } as const;

export const study: CohortInput = {
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people,
  services: spells,
  outcomes: { placement: { service: "Anbringelse" } },
};

/** Studies of measures only, without a services file. */
export const measured = {
  services: undefined,
  measures: { m: absence },
  outcomes: { m: { measure: "m", unit: "days" } },
} as const;
export const outcome = (options: object) => ({ outcomes: { x: options } });
export const services = (options: object) => ({ services: { ...spells, ...options } });
export const weekly = { file: "dream.csv", person: "Id", weeks: "y_{yy}{week}" } as const;
export const yearly = { file: "years.csv", person: "Id", service: "Ydelse", year: "År", amount: "Beløb" } as const;
export const priced = { ...spells, amount: "Beløb" } as const;
export const refund = (options: object, more: object = {}) => ({
  services: priced,
  outcomes: { net: { refund: "high" }, ...more },
  refunds: { high: { ...scheme, ...options } },
});
export const covariate = (options: object) => ({ people: { ...people, covariates: { x: options } } });
export const recode = (options: object) => ({ people: { ...people, recode: { Køn: options } } });
export const list = { file: "codes.csv", code: "Kode", value: "Betydning" } as const;
export const programme = (options: object) => ({ treatment: { otherProgrammes: { x: options } } });
export const measure = (options: object) => ({ ...measured, measures: { m: { ...absence, ...options } } });
export const long = { columns: undefined, period: "Periode", value: "Værdi" } as const;
export const others = (options: object) => ({
  comparisonCells: {
    file: "others.csv",
    label: "Regionen",
    source: "Statistikbanken",
    period: "År",
    n: "Antal",
    outcomes: { placement: { mean: "Snit" } },
    ...options,
  },
});
