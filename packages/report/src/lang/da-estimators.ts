import type { enEstimators, enRelative } from "./en-estimators.js";

const number = ["nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"];
const inWords = (n: number) => number[n] ?? String(n);

export const daEstimators: typeof enEstimators = {
  lead: (n) =>
    n === 1
      ? "Studiet beder også om en anden beregningsmåde. Den indgår hverken i pengene eller i svaret: De hviler alene på den matchede sammenligning."
      : `Studiet beder også om ${inWords(n)} andre beregningsmåder. De indgår hverken i pengene eller i svaret: Det gør alene den matchede sammenligning.`,
  whom: "De sammenligner med alle, ikke med personer, der ligner deltagerne.",
  agree: (outcome, n) =>
    n === 1
      ? `${outcome}: Det andet estimat ligger inden for det matchede estimats interval.`
      : `${outcome}: Alle ${inWords(n)} andre estimater ligger inden for det matchede estimats interval.`,
  differ: (outcome, outside, n) =>
    n === 1
      ? `${outcome}: Det andet estimat ligger uden for det matchede estimats interval.`
      : `${outcome}: ${outside} af ${n} andre estimater ligger uden for det matchede estimats interval.`,
  agreeMeans:
    "Svaret afhænger altså ikke af, hvilken beregningsmåde der er valgt. Det er ikke et bevis: De bygger på de samme data, og det, ingen har registreret, kan vildlede dem alle.",
  differMeans:
    "Hvor de er uenige, må man først spørge, hvem de sammenligner med. De, der starter, har ofte lige haft det svært, og det har de fleste andre ikke: Det, der så jævner sig ud af sig selv, tager en beregning på alle for en effekt. Hvad hver af dem ellers forudsætter, står nedenfor.",
  chart: (outcome) => `${outcome}: den matchede sammenligning og andre beregningsmåder`,
  chartDescription: (outcome) =>
    `Punkter med intervaller: den gennemsnitlige effekt på ${outcome} ved den matchede sammenligning, øverst og med sit interval som et bånd, og ved hver af de andre beregningsmåder på alle.`,
  caption: (outcome) => `Beregningsmåder: ${outcome}`,
  name: "Navn",
  estimator: "Beregningsmåde",
  label: "Valg",
  units: "Personer",
  rows: "Brugte rækker",
  missing: "Manglende celler",
  assumption: "Den forudsætter",
  assumptionCaption: "Hvad hver beregningsmåde forudsætter",
  main: "Hovedestimatet",
  mainAssumes: "uden indsatsen ville deltagerne have udviklet sig som dem, de er matchet med",
  names: {
    attGt: "Effekter efter hold og periode (Callaway & Sant’Anna)",
    twoWay: "Faste effekter for person og periode, ét tal",
    eventStudy: "Faste effekter for person og periode, efter tid fra start",
    sunAbraham: "Forløb hold for hold (Sun & Abraham)",
    imputation: "Imputation (Borusyak, Jaravel & Spiess)",
    twoStage: "Forskel i forskelle i to trin (Gardner)",
    tripleDifference: "Tredobbelt forskel",
    efficient: "Efficient ved tilfældig start (Roth & Sant’Anna)",
    file: "Beregnet et andet sted, læst fra en fil",
  },
  assumes: {
    attGt: "uden indsatsen ville hvert hold have udviklet sig som dem, der aldrig starter eller endnu ikke var startet",
    twoWay: "alle ville have udviklet sig ens, og effekten er den samme for alle hold og til alle tider",
    eventStudy: "alle ville have udviklet sig ens, og effekten er den samme for alle hold lige længe efter start",
    sunAbraham: "uden indsatsen ville hvert hold have udviklet sig som dem, der aldrig starter eller starter sidst",
    imputation: "uden indsatsen ville alle have holdt deres eget niveau og fulgt periodernes fælles ændringer",
    twoStage: "uden indsatsen ville alle have holdt deres eget niveau og fulgt periodernes fælles ændringer",
    tripleDifference:
      "det, der skiller indsatsens målgruppe fra dem ved siden af, ville have ændret sig ens med og uden indsatsen",
    efficient: "det blev trukket ved lod, hvem der startede hvornår",
  },
  kinds: {
    simple: "Alle perioder efter start",
    dynamic: "Efter tid fra start",
    group: "Efter hold",
    calendar: "Efter kalenderperiode",
  },
  failed: (name, reason) => `${name} har intet tal: ${reason}.`,
  failedShort: "Intet tal",
  noFigure: (name) => `${name} har intet tal: Det kunne ikke beregnes.`,
  partsOnly: (name) => `${name} har ikke ét tal, kun effekter efter tid fra start; de står i tabellen over beregningsmåder.`,
  missingCells: (name, cells) =>
    cells === 1
      ? `${name}: Én kombination af hold og periode kunne ikke beregnes og er ikke med i gennemsnittene.`
      : `${name}: ${cells} kombinationer af hold og periode kunne ikke beregnes og er ikke med i gennemsnittene.`,
  randomisation: (name, draws, p) =>
    `${name}: Starttidspunkterne er blandet ${draws} gange. Hvis indsatsen ikke ændrede noget for nogen, ville en effekt mindst så langt fra nul komme tilfældigt med ${p} (tosidet randomiseringstest; den gælder, hvor starten blev trukket ved lod).`,
  randomisationP: "Randomiseringstest, p",
  randomisationDraws: "Trækninger",
  insideHeading: "Hvad der gik ind i det ene tal",
  inside:
    "Det ene tal fra faste effekter er et gennemsnit af effekter på forskellige tider, med vægte, som ingen har valgt. En negativ vægt vender en effekt om: Jo mere den hjælper dér, jo mindre viser tallet.",
  negative: (name, cells, of, sum) =>
    `${name}: ${cells} af ${of} vægte er ${cells === 1 ? "negativ" : "negative"} (tilsammen −${sum}): Det ene tal trækker nogle af effekterne fra.`,
  noNegative: (name, of) => `${name}: Ingen af de ${of} vægte er negative: Det ene tal trækker ingen effekter fra.`,
  forbidden: (share) =>
    `${share} af det kommer fra sammenligninger med personer, der allerede havde indsatsen; vokser deres effekt, tæller det som et tab for de andre.`,
  noTypes:
    "Hvilke sammenligninger af to grupper tallet består af, kan kun vises, hvor alle er observeret i hver periode, og ingen gruppe er for lille til at blive vist.",
  typesCaption: (outcome, name) => `${outcome}, ${name}: de sammenligninger, tallet består af`,
  comparison: "Sammenligning",
  weight: "Andel af vægten",
  average: "Gns. estimat",
  types: {
    "treated-untreated": "Deltagere mod dem, der aldrig starter",
    "earlier-later": "Tidlige deltagere mod senere, før disse starter",
    "later-earlier": "Senere deltagere mod tidlige, der allerede har indsatsen",
    "treated-always": "Deltagere mod dem, der havde indsatsen hele tiden",
    "both-treated": "Tidlige og senere deltagere mod hinanden",
    "untreated-always": "De, der aldrig starter, mod dem, der havde indsatsen hele tiden",
    within: "Personer på samme hold, der er forskellige på det, der justeres for",
  },
  bacon: {
    title: (outcome) => `${outcome}: sammenligningerne bag det ene tal`,
    description: (outcome) =>
      `Et punkt for hver sammenligning af to grupper i det ene tal for ${outcome}: dens andel af vægten og dens estimat. Den stiplede linje er det ene tal.`,
    weight: "Andel af vægten",
    estimate: (unit) => (unit === "" ? "Estimat" : `Estimat (${unit})`),
  },
  negativeWeights: "Negative vægte af hold og perioder, lagt sammen",
  negativeCells: "Negative vægte",
  allCells: "Vægte i alt",
};

export const daRelative: typeof enRelative = {
  outside: (below, above) => `under ${below} eller over ${above}`,
  everything: "ingen grænser",
  note: "I procent: den gennemsnitlige effekt som andel af, hvad udfaldet ville have været uden indsatsen, med grænser efter Fiellers metode.",
  unbounded:
    "Hvor grænserne ikke ligger mellem to tal, er niveauet uden indsatsen selv så usikkert, at andelen kan være næsten hvad som helst: Brug så effekten i dens egen enhed.",
  delta: "deltametoden",
  fieller: "Fieller",
  shape: "Fiellers grænser er",
  shapes: { between: "mellem de to", outside: "uden for de to", everything: "alle tal" },
  counterfactual: "Gennemsnit uden indsatsen",
};
