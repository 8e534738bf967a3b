import { daSentences } from "./da-sentences.js";
import type { OtherWords } from "./other-words.js";

export const daUnmatched: OtherWords = {
  role: { "held-back": "Før start", history: "Før start", base: "Basis (før start)" },
  table: { group: "Gruppe" },
  caption: {
    preTrend: "Udvikling før start",
    cells: "Hver gruppes effekt i hvert år, lagt sammen over dens personer",
  },
  chart: { events: (outcome) => `${outcome}: forskel fra dem, der sammenlignes med` },
  preTrend: {
    none: "udviklingen før start er ikke testet",
    sign: (periods, p) => `grupperne udviklede sig forskelligt i de ${periods} før start (${p}): Sammenligningen er i tvivl`,
    noSign: (periods, p) =>
      `intet tegn på forskellig udvikling i de ${periods} før start (${p}); det beviser ikke, at der ingen er`,
  },
  assume: {
    disclosureMethod:
      "Et gennemsnit eller en sum kræver lige så mange personer med noget at bidrage med, som et antal gør, og ingens bidrag må kunne regnes ud. Gennemsnit er afrundet, så decimalerne ikke røber antallet af personer. Effekterne vises, som de er: De sammenligner grupper over flere år, og ingen enkelt persons dage følger af dem.",
    estimand: (people) =>
      `Resultatet gælder alle, der startede: Også de, der faldt fra, er med (intention to treat). Det gælder disse ${people}, ikke andre.`,
    trends:
      "Uden indsatsen ville de, der startede, have udviklet sig som alle dem, de sammenlignes med (parallelle forløb). Det er en stærk forudsætning, hvor behovet afgør, hvem der starter.",
  },
  notClaimed: [
    ...daSentences.notClaimed.slice(0, -1),
    "Ingen er matchet eller trukket ved lod: De, der startede, kan være anderledes end de andre på måder, som tallene ikke viser.",
  ],
};
