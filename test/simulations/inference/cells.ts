/** Starters of the programme. */
const STARTERS = [30, 60, 150, 500] as const;
/** `persons`: people are given the programme one by one and are independent. A number: so many schools, half of which get it whole. */
const CLUSTERS = ["persons", 8, 20, 50] as const;
export const OUTCOMES = ["normal", "spells", "cost"] as const;
/** `none`: the programme changes nothing. `same`: the same in every wave. `differing`: half, once and one-and-a-half times that, by wave. */
export const EFFECTS = ["none", "same", "differing"] as const;

export type Outcome = (typeof OUTCOMES)[number];
export type Effect = (typeof EFFECTS)[number];

/** Who is followed, and how the programme was given. */
export interface Setting {
  readonly starters: number;
  readonly clusters: number | "persons";
  /** Share of the latent variance that a school has in common in a quarter. */
  readonly icc: number;
  /** `within`: people of every school are drawn for the programme, and matched sets lie inside a school. */
  readonly assignment: "persons" | "clusters" | "within";
  /** Schools that get the programme, of `clusters`; half of them if absent. */
  readonly treated?: number;
  /** Controls of each starter. */
  readonly controls: number;
  /** Options of the estimate, beside the cluster. */
  readonly adjust: "none" | "default";
}

const usual = { icc: 0.1, controls: 3, adjust: "default" } as const;

/** The settings of the 96 cells (with an effect, 48 without). */
export const SETTINGS: readonly Setting[] = STARTERS.flatMap((starters) =>
  CLUSTERS.map((clusters): Setting => {
    if (clusters === "persons") return { ...usual, starters, clusters, icc: 0, assignment: "persons" };
    return { ...usual, starters, clusters, assignment: "clusters" };
  }),
);

/** Beside the 96: other shares of variance in common, people drawn within schools, few treated schools, one control each, no adjustment. */
export const SIDE: readonly Setting[] = [
  ...[0, 0.8].flatMap((icc) =>
    ([8, 20] as const).map((clusters): Setting => ({ ...usual, starters: 60, clusters, icc, assignment: "clusters" })),
  ),
  ...[0, 0.1, 0.8].map((icc): Setting => ({ ...usual, starters: 60, clusters: 8, icc, assignment: "within" })),
  ...[2, 3].map((treated): Setting => ({ ...usual, starters: 60, clusters: 20, assignment: "clusters", treated })),
  { ...usual, starters: 60, clusters: "persons", icc: 0, assignment: "persons", controls: 1 },
  { ...usual, starters: 30, clusters: "persons", icc: 0, assignment: "persons", adjust: "none" },
  { ...usual, starters: 60, clusters: 8, assignment: "clusters", adjust: "none" },
];

/** A setting's name: what differs from the usual is written out. */
export function nameOf({ starters, clusters, icc, assignment, treated, controls, adjust }: Setting): string {
  return [
    `${starters} starters`,
    clusters === "persons" ? "persons" : `${clusters} schools`,
    ...(clusters !== "persons" && icc !== usual.icc ? [`icc ${icc}`] : []),
    ...(assignment === "within" ? ["within schools"] : []),
    ...(treated === undefined ? [] : [`${treated} treated`]),
    ...(controls === usual.controls ? [] : [`1:${controls}`]),
    ...(adjust === usual.adjust ? [] : ["unadjusted"]),
  ].join(", ");
}

/** Worlds without an effect in which a saving is shown in more than 3 of 100 replications: reports warn of them. */
export const LISTED: readonly string[] = [];
