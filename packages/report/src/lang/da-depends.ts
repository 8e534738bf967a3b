import type { enDepends } from "./en-depends.js";
import { fullStop } from "./full-stop.js";

export const daDepends: typeof enDepends = {
  lead: (parts) => `Usikkerheden (variansen) om det diskonterede netto for alle offentlige betalere kommer fra ${parts}.`,
  leadLater: (parts) =>
    `Usikkerheden (variansen) om det diskonterede netto for alle offentlige betalere, de antagne år regnet med, kommer fra ${parts}.`,
  cashable:
    "Hvor tiden, før budgetterne følger med, er usikker, er begge dele regnet i realiserbare penge, for kun dem flytter den på.",
  part: (share, source) => `${source} (${share})`,
  given: "Intervaller og andele er her konfidens, givet modellen.",
  noPrior: "Sandsynligheder ville kræve en forventning, der er erklæret før data, og studiet erklærer ingen.",
  caption: {
    shares: "Hvor usikkerheden kommer fra",
    tornado: "Diskonteret netto for alle offentlige betalere, én størrelse ad gangen",
  },
  table: {
    source: "Kilde",
    share: "Andel af variansen",
    error: "Simuleringsfejl (procentpoint)",
    input: "Størrelse",
    low: "Når den er lav",
    high: "Når den er høj",
  },
  tornado: "Hvad én usikker størrelse ad gangen betyder for netto",
  tornadoDescription: (inputs) =>
    `Bjælker fra det diskonterede netto for alle offentlige betalere med én størrelse ved sin 2,5\u00a0%-fraktil til det ved dens 97,5\u00a0%-fraktil, den største først: ${inputs}.`,
  tornadoNote:
    "Hver række sætter én størrelse til dens 2,5\u00a0%- og 97,5\u00a0%-fraktil og lader de andre blive ved deres estimat. Det, der krydser nul, kan alene gøre en nettogevinst til et nettotab.",
  short: {
    effect: "Effekt",
    price: "Pris",
    lag: "Forsinkelse",
    persistence: "Varighed",
    volume: "Deltagere",
    cost: "Udgift",
  },
  input: (source, what) => (what === "" ? source : `${source}: ${what}`),
  decline: "årligt fald",
  point: (n) => `andel ved punkt ${n}`,
  low: "størrelsen ved 2,5\u00a0%",
  high: "størrelsen ved 97,5\u00a0%",
  estimate: (amount) => `estimat ${amount}`,
  tornadoUnit: (unit) => `Diskonteret netto (${unit})`,
  prior: {
    sceptical: (sd) =>
      `${fullStop(`Før data erklærede studiet en skeptisk forventning: mest sandsynligt ingen besparelse, og kun 1 ud af 20 tror på en besparelse så stor som forudsat (standardafvigelse ${sd})`)}`,
    given: (mean, sd, source) =>
      fullStop(`Før data erklærede studiet sin forventning: ${mean} (standardafvigelse ${sd}). Kilde: ${source}`),
    posterior: (mean, sd) => `Forventning og data siger tilsammen ${mean} (standardafvigelse ${sd}).`,
    probabilities: (saving, claim, net) =>
      `Med den forventning er sandsynligheden for en besparelse ${saving}, for mindst det forudsatte ${claim} og for mere end indsatsens udgift ${net}. Med en anden forventning ville de være andre.`,
    above: (p) => `over ${p}`,
    below: (p) => `under ${p}`,
    information: (amount) => fullStop(`At kende netto med sikkerhed ville højst være ${amount} værd for beslutningen`),
    caption: "Med den erklærede forventning",
  },
};
