import { upperFirst } from "../upper-first.js";
import type { enLater } from "./en-later.js";
import { fullStop } from "./full-stop.js";

export const daLater: typeof enLater = {
  form: {
    none: "der regnes intet med efter de observerede år",
    constant: "effekten antages at blive, som den var sidst i de observerede år",
    exponential: "effekten antages at aftage med den samme andel hvert år",
    stepwise: "effekten antages at falde i trin, som studiet angiver",
    interpolated: "effekten antages at følge en linje mellem de andele, studiet angiver",
  },
  starts: "Udgangspunktet er gennemsnittet over det sidste observerede år.",
  until: (form, year) => `${upperFirst(form)}, til og med ${year}.`,
  exception: (outcome, form) => `${outcome}: ${upperFirst(form)}.`,
  source: (source) => fullStop(`Begrundelse: ${source}`),
  noSource: "Studiet giver ingen begrundelse for det.",
  ageOut: (age) => `Den ophører for en person, der fylder ${age} år.`,
  amount: (amount, range, years) =>
    `Det lægger en bruttobesparelse på ${amount} (${range}) til i ${years}. Den er antaget, ikke observeret, og indgår hverken i svaret eller i tilbagebetalingen ovenfor.`,
  notClaimed:
    "Den har intet observeret efter de observerede år: Senere beløb er antaget og står for sig. Den siger intet om andre kommuner eller om enkelte personer.",
  caption: {
    followUp: "Hvor længe hvert hold er fulgt efter start",
    remaining: "Andel, der endnu ikke har nået den alder, hvor effekten ophører",
    left: "Hvad der er tilbage af den sidst observerede effekt, som der er regnet",
    listPrices: "Listepris × mængde ved siden af forbruget i faste priser; indgår ikke i nogen sum",
  },
  table: {
    periods: (unit) => `Fulgt (${unit})`,
    share: "Andel",
    spend: "Forbrug",
    quantity: "Mængde",
    byList: "Listepris × mængde",
    bySpend: "Forbrug i faste priser",
    basis: "Grundlag",
  },
  basis: { observed: "observeret", assumed: "antaget" },
  grossAssumed: "Bruttobesparelse, antaget",
  assumedYears: (years) => `Antaget, ikke observeret: ${years}`,
  human: (lines) => `Ved siden af pengene: ${lines}.`,
  humanLine: (outcome, direction) => `${outcome} (${direction})`,
  direction: {
    better: "bedre",
    worse: "dårligere",
    "no-clear-change": "ingen klar ændring",
    "not-told": "holdt tilbage eller ikke estimeret",
  },
  lowerAndWorse: (outcomes) =>
    `Bemærk: Der er brugt færre penge på ydelser, samtidig med at ${outcomes} blev dårligere. Behov kan være udækkede, så besparelsen bør ikke læses som en gevinst alene.`,
};
