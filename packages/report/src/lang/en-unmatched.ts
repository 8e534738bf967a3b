import { enSentences } from "./en-sentences.js";
import type { OtherWords } from "./other-words.js";

/** What is said otherwise where nobody was matched. */
export const enUnmatched: OtherWords = {
  role: { "held-back": "Before the start", history: "Before the start", base: "Base (before the start)" },
  table: { group: "Cohort" },
  caption: {
    preTrend: "Development before the start",
    cells: "Effect of each cohort in each year, summed over its people",
  },
  chart: { events: (outcome) => `${outcome}: difference from those compared with` },
  preTrend: {
    none: "the development before the start was not tested",
    sign: (periods, p) =>
      `the groups developed differently in the ${periods} before the start (${p}): the comparison is in doubt`,
    noSign: (periods, p) =>
      `no sign of different development in the ${periods} before the start (${p}); this is not proof that there is none`,
  },
  assume: {
    disclosureMethod:
      "A mean or total needs as many people with something to add as a count does, and nobody's part of it may be worked out. Means are rounded so that their digits do not give the number of people away. Estimates of effect are told as they are: they compare groups over years, and no single person's days follow from them.",
    estimand: (people) =>
      `The result is for everyone who started: those who dropped out stay in (intention to treat). It is about these ${people}, not about others.`,
    trends:
      "Without the programme, those who started would have developed like everyone they are compared with (parallel trends). This is a strong assumption where need decides who starts.",
  },
  notClaimed: [
    ...enSentences.notClaimed.slice(0, -1),
    "Nobody was matched or drawn by lot: those who started may differ from the others in ways that these figures cannot show.",
  ],
};
