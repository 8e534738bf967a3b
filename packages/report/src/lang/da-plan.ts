import type { enPlan } from "./en-plan.js";

export const daPlan: typeof enPlan = {
  badge: "En plan: Intet er observeret",
  question: "Hvad ventes indsatsen at spare?",
  notObserved:
    "Intet i denne rapport er observeret. Effekterne er forudsat ud fra de kilder, der er nævnt nedenfor; pengene følger af dem med den samme model, som et senere studie efterprøver med.",
  answer: (gross, range, years, cost, net) =>
    `Hvis forudsætningerne holder, ventes indsatsen at spare ${gross}${range === "" ? "" : ` (${range})`} i ${years}. Den er planlagt til at koste ${cost}, så der er ${net} tilbage netto.`,
  none: "Ingen besparelse kunne beregnes.",
  summary: { plan: "Plan" },
  starters: (n, years) => `${n} skal efter planen begynde i ${years}.`,
  cards: { depends: "Hvad afhænger det af?", people: "Hvem er den til?", verify: "Hvordan efterprøves den?" },
  noHistory: "Planen har ingen historik for målgruppen, så det vides ikke her, hvad gruppen bruger uden indsatsen.",
  size: (people, year) => `Målgruppen var på ${people} personer i ${year}.`,
  cost: (amount, year) => `Uden indsatsen kostede de alle betalere tilsammen ${amount} i ${year}.`,
  verify:
    "claim.csv rummer den forudsatte besparelse med dens dele: deltagere, effekt, pris og realiserbar andel. Et senere studie læser den som sit forudsatte beløb, så det kan opgøres del for del, hvad der kom ud af planen.",
  planned: {
    caption: "Planlagte deltagere, og det spænd, der rammer 95 gange ud af 100",
    year: "År",
    starters: "Planlagte deltagere",
    range: "Spænd",
    reached: (dropouts, success) =>
      `${dropouts} af deltagerne regnes for at falde fra uden effekt; af dem, der bliver, regnes den angivne effekt for ${success}.`,
    costBias: (uplift, mitigated, source) =>
      `De planlagte udgifter er hævet med ${uplift} for optimisme, minus ${mitigated} heraf, som der er taget hånd om (${source}).`,
    years: (from, until) => `Regnet med: ${from} til ${until}. Intet er regnet med før eller efter.`,
  },
  effects: {
    lead: "Disse ændringer er forudsat for én deltager i hvert år efter start. Ingen har målt dem for denne indsats her.",
    caption: "Forudsat ændring pr. deltager, og hvor den kommer fra",
    year: "År efter start",
    stated: "Angivet",
    range: "Spænd",
    distribution: "Varierer som",
    grade: "Evidens",
    bias: "Trukket fra for optimisme",
    counted: "Regnet med",
    source: "Kilde",
    together:
      "Et udfalds ændringer bliver store eller små sammen i alle år og for alle deltagere. Forskellige udfald er uafhængige af hinanden, medmindre planen sætter dem i samme gruppe.",
    after: "Efter det sidste angivne år regnes der ikke med noget, medmindre planen siger, hvordan effekten fortsætter.",
  },
  target: {
    lead: (people, first, last) =>
      `Uden indsatsen: ${people} personer i det sidste af årene ${first} til ${last}, og hvad de koster hvem, i planens priser.`,
    path: "Hvad målgruppen koster uden indsatsen, fordelt på betalere",
    ahead: "Hvad de, der skal begynde, ville koste uden indsatsen, og den besparelse, der ventes af den",
    use: "Forbrug pr. person og år uden indsatsen",
    people: "Personer",
    perPerson: "Pr. person og år",
    without: "Uden indsatsen",
    saving: "Forudsat besparelse",
    share: "Andel",
    aheadNote:
      "Deltagerne regnes for at bruge det, målgruppen gjorde i gennemsnit, fra start og frem. Bruger de mere eller mindre end gruppen, koster de også mere eller mindre.",
    describe: "Søjler med, hvad målgruppen kostede hver betaler år for år, uden indsatsen.",
  },
  depends: {
    lead: "Intervallet rummer usikre effekter, priser og antal deltagere, som planen angiver dem.",
    none: "Intet i planen er angivet som usikkert, så der er intet interval. Det gør den ikke sikker.",
  },
  claim: {
    caption: "Den forudsatte besparelse med dens dele",
    effect: "Enheder færre pr. person og år",
    price: "Pris",
    cashable: "Andel talt med",
  },
  assume: {
    effects: "De forudsatte effekter gælder her, for disse deltagere, som kilderne fandt dem andre steder.",
    prices: "En enhed mindre er sin pris værd: Kapacitet frigøres og kan bruges til andet eller tages ud af et budget.",
    window: "Intet er regnet med efter planens sidste år.",
  },
};
