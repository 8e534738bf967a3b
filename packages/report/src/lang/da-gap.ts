import type { enGap } from "./en-gap.js";
import { fullStop } from "./full-stop.js";

export const daGap: typeof enGap = {
  step: {
    assumed: "Forudsat",
    evaluated: "Evalueret",
    cashable: "Heraf realiserbar",
    budgetLowered: "Budget sat ned pga. indsatsen",
    spendingLower: "Lavere forbrug i regnskabet",
  },
  notKnown: "kendes ikke",
  waterfall: "Fra forudsat besparelse til lavere forbrug",
  waterfallDescription: (steps) =>
    fullStop(
      `Bjælker for, hvad der var forudsat, hvad der er evalueret, hvad der kan tages ud af et budget, hvor meget budgetter er sat ned, og hvor meget mindre der er brugt: ${steps}`,
    ),
  difference: "Forskel fra trinnet før",
  unknown:
    "Hvor meget budgetter er sat ned på grund af indsatsen, og hvor meget mindre der er brugt, kendes ikke: Ingen budgetrække hører til disse år, betalere og udfald.",
  apart: "Et budget kan være sat ned, uden at forbruget er lavere, og omvendt: De står hver for sig.",
  source: {
    volume: "hvor mange der startede",
    effect: "effekten",
    price: "priserne",
    timing: "tidspunktet",
    cashability: "hvad der kan tages ud af et budget",
    notSeparable: "det, der ikke kan skilles ad,",
  },
  shortSource: {
    volume: "Volumen",
    effect: "Effekt",
    price: "Pris",
    timing: "Tidspunkt",
    cashability: "Realiserbarhed",
    notSeparable: "Kan ikke skilles ad",
  },
  whole: "Evalueret minus forudsat",
  chart: "Hvorfor den evaluerede besparelse afviger fra den forudsatte",
  chartDescription: (parts) =>
    fullStop(
      `Bjælker til venstre for nul for det, der gjorde besparelsen mindre, og til højre for det, der gjorde den større: ${parts}`,
    ),
  below: "under det forudsatte",
  above: "over det forudsatte",
  lead: (whole, parts) => fullStop(`Den evaluerede besparelse afviger fra den forudsatte med ${whole}: ${parts}`),
  part: (source, amount) => `${source} ${amount}`,
  onlyAmount: (whole) =>
    `${fullStop(`Den evaluerede besparelse afviger fra den forudsatte med ${whole}`)} Forudsætningen angiver ikke sine dele, eller de kendes ikke for det evaluerede, så forskellen kan ikke deles op i antal, effekt og pris.`,
  method:
    "Hver del er dens Shapley-værdi: gennemsnittet af, hvad det betyder at ændre den, over alle rækkefølger, delene kan ændres i. Delene giver tilsammen hele forskellen.",
  caption: "Forskellen fordelt på, hvad der var anderledes",
  table: {
    source: "Hvad der var anderledes",
    amount: "Beløb",
    computed: "Mængde × pris",
    booked: "I regnskabet",
    difference: "Forskel",
    share: "Af kontoen",
  },
  reconciled: (accounts) =>
    accounts === 1
      ? "Som en kontrol af priserne er alles mængde × pris holdt op mod regnskabet: De afviger højst 5\u00a0%."
      : `Som en kontrol af priserne er alles mængde × pris holdt op mod ${accounts} rækker i regnskabet: Ingen afviger mere end 5\u00a0%.`,
  far: (over, accounts, worst, share) =>
    `Som en kontrol af priserne er alles mængde × pris holdt op mod regnskabet: ${over} af ${accounts} rækker afviger mere end 5\u00a0% (mest: ${worst}, ${share}). Enten prisen, optællingen eller kontoen dækker noget andet.`,
  reconciliation: "Alles mængde × pris mod regnskabet, i kontoens eget prisniveau",
  volume: {
    caption: "Planlagte og faktiske deltagere",
    planned: "Planlagt",
    actual: "Startet",
    dropouts: "Heraf stoppet før tid",
    lead: (planned, actual, years) =>
      `Efter planen skulle ${planned} begynde i ${years}; ${actual} gjorde det. Små tal er holdt tilbage og andre afrundet, så ingen kan regnes ud.`,
  },
};
