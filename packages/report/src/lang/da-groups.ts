import type { enGroups } from "./en-groups.js";

export const daGroups: typeof enGroups = {
  source: {
    cells: "Data er offentliggjorte tal for grupper, periode for periode: antal, gennemsnit og spredning. Ingen person er i dem.",
    "cross-sections": "Hver periode har sine egne personer; ingen følges fra den ene til den næste.",
    moments: "Data er summer over personerne i hver gruppe, lavet dér, hvor persondata er. Ingen person er i dem.",
    "effects-file": "Effekterne er beregnet et andet sted, dér hvor persondata er, og læst fra en fil.",
  },
  lead: (starting, never, later) =>
    `${starting === 1 ? "Én gruppe starter; den" : `${starting} grupper starter; de`} sammenlignes med ${never ? `dem, der aldrig starter${later ? " eller endnu ikke er startet" : ""}` : "dem, der starter senere"}, som de er. Ingen er matchet.`,
  estimator: (name) => `Beregningsmåde: ${name}.`,
  estimatorAssumes: (name, assumes) => `Beregningsmåde: ${name}. Den forudsætter: ${assumes}.`,
  varying:
    "Før start viser figurerne hver periodes ændring fra perioden før; fra start ændringen siden den sidste periode før start. Et knæk ved start kan komme af det alene; med base: universal regnes alle fra den samme periode.",
  caption: "Grupper, og hvor mange der er i hver",
  start: "Start",
  units: "Personer",
  never: "aldrig",
  notMatched:
    "Ingen er matchet: De, der startede, sammenlignes med alle, der ikke var startet, som de er. Startede de, fordi behovet var på sit højeste, tæller det, der jævner sig ud af sig selv, som en effekt.",
  independent:
    "Standardfejlene regner personerne som uafhængige af hinanden. Det, der rammer en hel gruppe i en periode, f.eks. en ny praksis eller en institution, der lukker, er ikke med i dem; med få grupper kan det være det meste af usikkerheden.",
  covariance: {
    given: "Standardfejl kommer fra spredningen mellem personerne bag tallene.",
    assumed:
      "Hvordan de samme personers udfald hænger sammen over tid, står ikke i data. Studiet antager, hvor stærkt, og intervallerne er ikke bedre end det.",
    conservative:
      "Hvordan de samme personers udfald hænger sammen over tid, står ikke i data. Intervallerne tager højde for det værste og er derfor bredere end nødvendigt.",
  },
};
