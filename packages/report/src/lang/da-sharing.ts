import { upperFirst } from "../upper-first.js";
import type { enSharing } from "./en-sharing.js";

export const daSharing: typeof enSharing = {
  kind: {
    municipality: "kommune",
    region: "region",
    state: "stat",
    fund: "fond",
    citizen: "borgere",
    relative: "pårørende",
    other: "andre",
  },
  byYear: "Hver betalers netto pr. år, udiskonteret",
  byYearDescription: (payers) => `Linjer for netto pr. år med bånd, et felt for hver betaler: ${payers}.`,
  share: (payer, cost, gain) => `${payer} betaler ${cost} af udgiften og får ${gain} af besparelsen`,
  gainOnly: (payer, gain) => `${payer} betaler intet og får ${gain} af besparelsen`,
  rule: {
    makeWhole: "Alle betalere holdt skadesløse",
    byCost: "Efter andel af udgiften",
    byGain: "Efter andel af besparelsen",
    shapley: "Shapley-værdi",
  },
  ruleMeans: {
    makeWhole: "den, der har tabt, får tabet dækket af dem, der har gevinst, i forhold til deres nettogevinst",
    byCost: "nettoresultatet deles i forhold til, hvad hver har betalt",
    byGain: "udgiften deles i forhold til, hvad hver har sparet",
    shapley:
      "hver betaler får gennemsnittet af, hvad den føjer til nettoresultatet, over alle rækkefølger, betalere kunne gå sammen i",
  },
  lead: "Diskonteret. Positiv = betaleren modtager, negativ = den afgiver; beløbene under en regel giver nul tilsammen. De er forslag at tale ud fra, ikke krav fra én betaler mod en anden.",
  deficit: "Er nettoresultatet under nul, kan ingen holdes skadesløs; tabet deles så i forhold til, hvad hver har betalt.",
  caption: {
    shares: "Hver betalers andel af udgift og besparelse",
    transfers: "Hvad hver betaler ville modtage eller afgive, efter fordelingsregel",
  },
  table: {
    kind: "Slags betaler",
    cost: "Andel af udgiften",
    gain: "Andel af besparelsen",
    rule: "Fordelingsregel",
    net: "Netto før",
    transfer: "Modtager (+) eller afgiver (−)",
    after: "Netto efter",
  },
  means: (rule, meaning) => `${rule}: ${upperFirst(meaning)}.`,
  bookable: {
    caption: "Beløb, der kan bogføres, udiskonteret",
    lead: "Hvad et budget kan sættes ned med, når man vil være på den sikre side: Med 80\u00a0% eller 90\u00a0% konfidens, givet modellen, er kontoens realiserbare besparelse mindst så stor, efter kapacitetstrin, tiden før budgetter følger med, og betalerens egen udgift til indsatsen.",
    note: "Hver grænse gælder sin egen række, ikke flere rækker på én gang.",
    atLeast: (level) => `Mindst (${level})`,
    nothing: "intet",
    empty: "For ingen konto og intet år kan noget tages ud af et budget, når man vil være på den sikre side.",
  },
};
