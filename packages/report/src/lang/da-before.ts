import { fullStop } from "./full-stop.js";
import type { OtherWords } from "./other-words.js";

/** What reports of other designs say of observed years, said of a plan. */
export const daBefore: OtherWords = {
  heading: { later: "Hvad der er forudsat efter de angivne år", claim: "Den forudsatte besparelse" },
  measure: {
    gross: "forudsat bruttobesparelse",
    cashable: "forudsat realiserbar besparelse",
    cost: "planlagt udgift til indsatsen",
    net: "forudsat nettobesparelse",
  },
  table: { gross: "Forudsat bruttobesparelse", cost: "Planlagt udgift", net: "Forudsat nettobesparelse" },
  chart: {
    savings: "Forudsat bruttobesparelse og planlagt udgift til indsatsen pr. år",
    gross: "Forudsat bruttobesparelse",
    cost: "Planlagt udgift til indsatsen",
    cumulative: "Forudsat akkumuleret nettobesparelse, diskonteret",
    payers: "Hvem der skal betale, og hvem der får gevinsten, alle planlagte år",
  },
  lead: {
    locked: "Planen er låst, og intet er ændret siden.",
    deviates: (n) => `Planen blev låst tidligere. ${n === 1 ? "Én ting er" : `${n} ting er`} ændret siden.`,
    notLocked: "Planen er ikke låst. Lås den før start, så alle senere kan se, hvad der var forudsat.",
    savings: (gross, range, years, cost, net) =>
      `Forudsat bruttobesparelse ${years}: ${gross} (${range}). Indsatsen er planlagt til at koste ${cost}, så der er ${net} tilbage netto.`,
    payers: (gains) => fullStop(`Forudsatte bruttobesparelser efter betaler: ${gains}`),
  },
  assume: {
    bands:
      "To bånd: Ved faste priser og deltagertal er kun effekten usikker; det andet rummer også priser, deltagertal og effektens fortsættelse, hver som planen angiver dem. Bånd over et forløb gælder hele forløbet på én gang, punktvise grænser ét år ad gangen.",
  },
  fate: {
    none: "Planen forudsætter intet om udfald ud over de prissatte ydelser, så den siger ikke, hvordan det vil gå deltagerne. En besparelse bør ikke stå alene.",
  },
  payback: {
    best: (year) => `Hvis forudsætningerne holder, har indsatsen tjent sig hjem fra ${year}.`,
    surely: (year) => `Fra ${year} er selv båndets nedre grænse over nul.`,
    notSurely: (year, last) =>
      `Efter planen fra ${year}; men båndets nedre grænse kommer ikke over nul inden for de planlagte år (til ${last}).`,
    never: (year, net) => fullStop(`Ikke inden for de planlagte år: Med ${year} er det akkumulerede netto ${net}`),
    neverPlain: (year) => `Ikke inden for de planlagte år (til ${year}).`,
    note: "Diskonteret. Intet er regnet med efter de planlagte år.",
  },
  later: {
    form: {
      none: "intet er regnet med efter de år, der er angivet for et udfald",
      constant: "effekten forudsættes at blive som i sit sidste angivne år",
    },
    starts: "Den tager udgangspunkt i hvert udfalds sidste angivne år efter start.",
    direction: { better: "forudsat bedre", worse: "forudsat dårligere", "no-clear-change": "ingen klar ændring forudsat" },
    caption: { followUp: "Hvor mange år af hver start der er med i planen" },
    table: { periods: (unit) => `Med i planen (${unit})` },
  },
  worth: {
    caption: {
      observed: "Nettonutidsværdi, planlagte år",
      scaled: "Med andre antal deltagere, ved den forudsatte effekt pr. deltager",
    },
    horizon: { observed: "planlagte år" },
    lead: (npv, range) => `For alle offentlige betalere tilsammen er nettonutidsværdien i de planlagte år ${npv} (${range}).`,
    societyLead: (npv, range) => `For samfundet som helhed er nettonutidsværdien i de planlagte år ${npv} (${range}).`,
    perUnit: (currency, back) => `For hver ${currency}, indsatsen koster, ventes ${back} tilbage.`,
    switchingLead: {
      observed:
        "Nettonutidsværdien for alle offentlige betalere samlet ville være nul i de planlagte år med én af disse ændringer, hvis alt andet er, som det er:",
    },
    input: { persistence: "måneder, effekten varer efter de planlagte år" },
    switching: {
      persistence: (value, now) => `En effekt, der varer ${value} måneder efter de planlagte år i stedet for ${now}`,
    },
    scaledNote: "Effekten pr. deltager regnes for at være den samme med flere eller færre deltagere.",
    given:
      "Intervallerne viser, hvad planens spænd fører til, i faste priser. Beløb er i planens prisniveau, diskonteret som forudsætningerne siger.",
  },
  notClaimed: [
    "Den siger ikke, at indsatsen virker: Effekterne er forudsat, og ingen er observeret.",
    "Den siger ikke, at en besparelse er penge i hånden: Frigjort kapacitet bliver først til penge, når et budget sænkes.",
    "Et interval viser, hvad planens egne spænd fører til. Er spændene for smalle, er intervallet det også.",
    "Den træder ikke i stedet for en evaluering: Om besparelsen kom, kan først siges bagefter, over for en sammenligningsgruppe.",
  ],
};
