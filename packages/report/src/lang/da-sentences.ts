import type { enSentences } from "./en-sentences.js";
import { fullStop as end } from "./full-stop.js";

const small = ["nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"];
const inWords = (n: number) => small[n] ?? String(n);
/** As it stands after »den samlede«: den samlede realiserbare besparelse. */
const definite = (measure: string) => measure.replace(/^realiserbar /, "realiserbare ");

export const daSentences: typeof enSentences = {
  verdictSentence: {
    reached: (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Selv intervallets nedre grænse, ${v.lower}, er ikke mindre end de forudsatte ${v.claim}`,
      ),
    "in-line": (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Intervallet, ${v.range}, ligger over nul og rummer de forudsatte ${v.claim}`,
      ),
    smaller: (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Intervallet, ${v.range}, ligger over nul, men under de forudsatte ${v.claim}`,
      ),
    "below-claim": (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Intervallet, ${v.range}, rummer nul og ligger under de forudsatte ${v.claim}`,
      ),
    "cannot-tell": (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Intervallet, ${v.range}, rummer både nul og de forudsatte ${v.claim}`,
      ),
    "extra-cost": (v) =>
      end(
        `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${end(v.estimate)} Hele intervallet, ${v.range}, ligger under nul: Udgifterne steg. Forudsat var ${v.claim}`,
      ),
    "too-early": (v) => `De forudsatte ${v.claim} gælder ${v.years}, og ikke alle de år er observeret endnu.`,
  },
  evidenceDisagrees: (v, test, p) =>
    end(
      `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${v.estimate}, og intervallet, ${v.range}, ligger over nul. Men endnu en test, som et skævt udfald også skal bestå (${test}), er ikke enig (${p}; der kræves p < 0,025), så en besparelse regnes ikke for påvist. Forudsat var ${v.claim}`,
    ),
  verdictOtherwise: (v) =>
    end(
      `Den samlede ${definite(v.measure)} i ${v.years} anslås til ${v.estimate} med intervallet ${end(v.range)} Forudsat var ${v.claim}`,
    ),
  evidence: {
    test: "endnu en test",
    tests: {
      set: "permutationstest inden for matchede sæt",
      cluster: "test, der giver indsatsen til andre klynger",
      people: "test, der giver indsatsen til andre personer",
      scoreBootstrap: "scorebootstrap",
    },
  },
  capped: "Det gælder kun, hvis sammenligningen holder:",
  cap: {
    "not-balanced": "grupperne er efter matchning stadig mere forskellige end den erklærede grænse",
    "few-matched": "under halvdelen af deltagerne fik sammenlignelige kontroller",
    "pre-trend": "grupperne udviklede sig forskelligt før start",
    "rare-left-out": "pengene fra et udfald, som få personer har, er holdt ude, så ingen kan genkendes",
    "no-permutation":
      "ingen test uden krav om normalfordeling kan bruges på denne sammenligning, så intervallet står alene, også hvor udfald er skæve",
    "inference-in-doubt": "så få klynger fik indsatsen, eller så få personer har udfaldet, at intervallet kan være for kort",
    "not-matched": "ingen er matchet: De, der startede, sammenlignes med alle, der ikke var startet, som de er",
    "depends-on-base":
      "tages sammenligningsgruppe og basis før det toppunkt, hvor deltagerne blev henvist, har beløbet modsat fortegn",
    "not-measured": "en del af den forudsatte besparelse har ingen pris og er ikke med i det evaluerede beløb",
  },
  design: {
    could: (smallest) =>
      `En besparelse af den forudsatte størrelse burde have kunnet ses: Designet kan vise omkring ${smallest} eller mere.`,
    couldNot: (smallest) =>
      `Designet kunne kun have vist omkring ${smallest} eller mere, så en besparelse af den forudsatte størrelse kan være overset. Det skal ikke læses, som om indsatsen ikke virker: Flere deltagere eller flere år må følges.`,
  },
  sure: {
    interval: (measure, years, range) =>
      end(`Med 95 % konfidens, givet modellen, ligger den samlede ${definite(measure)} i ${years} i intervallet ${range}`),
    prices: (range) => end(`Regnes priserne også som usikre: ${range}`),
    none: "Der er endnu intet interval for de år, forudsætningen gælder.",
    shares: (effect, price) => `${effect} af usikkerheden kommer fra effekten, ${price} fra priserne.`,
    notMeasured: (n) =>
      n === 1
        ? "Én kombination af betaler og konsekvens har ingen pris: ikke målt, og ikke regnet som nul."
        : `${n} kombinationer af betaler og konsekvens har ingen pris: ikke målt, og ikke regnet som nul.`,
  },
  gained: {
    saved: (payer, gross) => `${payer}: anslået besparelse ${gross}`,
    cost: (payer, gross) => `${payer}: anslået merudgift ${gross}`,
    paid: (paid, net) => `, betalte ${paid}, netto ${net}`,
    uncertain: " (besparelsens interval rummer nul)",
    netUncertain: " (nettointervallet rummer nul)",
    notMeasured: (payer) => `${payer}: ikke målt`,
    free: (payers) => `${payers} fik gevinst uden at betale for indsatsen.`,
    everyone: "Hver betalers gevinst står ved siden af, hvad den betalte.",
    none: "Ingen betaler har en besparelse, der er påvist for sig.",
    more: (n) => `og ${n} mere, se nedenfor`,
  },
  payback: {
    best: (year) => `Bedste bud er, at indsatsen har tjent sig hjem fra ${year}.`,
    surely: (year) => `Fra ${year} er selv båndets nedre grænse over nul.`,
    notSurely: (year, last) =>
      `Bedste bud er fra ${year}, men det er ikke sikkert: Båndets nedre grænse kommer ikke over nul i de observerede år (til ${last}).`,
    never: (year, net) => end(`Ikke inden for de observerede år: Med ${year} er det akkumulerede netto ${net}`),
    neverPlain: (year) => `Ikke inden for de observerede år (til ${year}).`,
    share: (share, year) => `Ved udgangen af ${year} har indsatsen tjent sig hjem i ${share} af de simulerede trækninger.`,
    note: "Diskonteret. Intet er regnet med efter de observerede år.",
  },
  fate: {
    line: (outcome, change, lower, upper, per) => `${outcome}: ${change} ${per} (${lower} til ${upper})`,
    none: "Alle målte udfald har en pris, så intet ved siden af pengene viser, hvordan det gik dem. En besparelse bør ikke stå alene.",
    worse: (outcomes) =>
      `Bemærk: ${outcomes} blev dårligere. Mindre brug af ydelser sammen med dårligere udfald kan betyde, at behov ikke blev mødt.`,
    per: (person, period) => `${person} ${period}`,
  },
  lead: {
    whoRows: (rows, files) => `Der er læst ${rows} rækker fra ${files} ${files === 1 ? "fil" : "filer"}.`,
    who: (starters, people, matched, controls) =>
      `${starters} ${people} startede; ${matched} af dem kunne sammenlignes med ${controls}, der lignede dem og ikke var startet.`,
    startersLost: (named) => `Filerne nævner ${named} deltagere; resten kunne ikke bruges, af de grunde tabellen viser.`,
    unmatched: (unmatched) => `${unmatched} fik ingen sammenlignelige kontroller; om dem siges der intet.`,
    balanced: (n, limit, worst, name) =>
      `Ja: Efter matchning afviger ingen af de ${n} kendetegn, matchningen brugte, med mere end ${limit} standardafvigelser (størst: ${name}, ${worst}).`,
    unbalanced: (k, n, limit, worst, name) =>
      `Ikke helt: ${k} af ${n} kendetegn, matchningen brugte, afviger stadig med mere end ${limit} standardafvigelser (størst: ${name}, ${worst}).`,
    waveUnbalanced: (limit, wave, worst) =>
      `Samlet set ja, men inden for holdet ${wave} er den største forskel ${worst} standardafvigelser (grænsen er ${limit}).`,
    unused: (k, n, worst, name) => `Af de ${n}, som matchningen ikke brugte, afviger ${k} med mere (størst: ${name}, ${worst}).`,
    noBalance: "Ingen kendetegn er sammenlignet.",
    paths: (outcome, unit, period, treatedBefore, otherBefore, treatedAfter, otherAfter) =>
      `${outcome}: Deltagerne gik fra ${treatedBefore} ${unit} ${period} i basis til ${treatedAfter} efter start, den matchede sammenligning fra ${otherBefore} til ${otherAfter}.`,
    pathsNote:
      "Det er rene gennemsnit til at se på. De er ikke estimatet af effekten; det står i næste afsnit. Et punkt er udeladt, hvor kun en håndfuld personer, eller ingen, havde andet end 0: Det ville fortælle om enkelte personer.",
    others: (label, people, source) =>
      `${label}: offentliggjorte gennemsnit for ${people} personer pr. periode (kilde: ${source}). De er taget på deltagernes kalendertid, er til at se på og indgår ikke i noget estimat.`,
    effects: (changes) => `Målt mod sammenligningen efter start: ${changes}.`,
    effectsNone: "Ingen effekt kunne estimeres.",
    effect: (outcome, status) => `${outcome}: ${status}`,
    savings: (gross, range, years, cost, net) =>
      end(`Bruttobesparelse ${years}: ${gross} (${range}). Indsatsen kostede ${cost}, så netto er ${net}`),
    noSavings: "Der kunne ikke beregnes en besparelse.",
    payers: (gains) => end(`Bruttobesparelse efter betaler: ${gains}`),
    claim: (claim, evaluated, range) => `${end(`Forudsat: ${claim}`)} Evalueret: ${evaluated} (${range}).`,
    claimCashable: (claim, evaluated, range) =>
      `${end(`Forudsat: ${claim}`)} Evalueret, det realiserbare alene: ${evaluated} (${range}).`,
    claimEarly: (claim) => `${end(`Forudsat: ${claim}`)} De år, det gælder, er ikke alle observeret.`,
    cashable: (cashable) => `Af den evaluerede besparelse er ${cashable} af en slags, der kan tages ud af et budget.`,
    budget: (changes) =>
      `${end(`Budgetterne blev korrigeret i de samme år, i kontoernes egne priser, med følgende begrundelser: ${changes}`)} Et nedsat budget og et lavere forbrug er to forskellige ting.`,
    noReason: "uden begrundelse",
    plus: (amount) => amount.replace(/(?=\d)/, "+"),
    simpler: (outcome, beforeAfter, rest, matched, unit) =>
      `${outcome}: En simpel før–efter-sammenligning ville have vist ${beforeAfter} ${unit} i alt, deltagere mod resten ${rest}; den matchede sammenligning viser ${matched}.`,
    simplerNote:
      "Den første kan tage det sædvanlige fald efter et toppunkt for en effekt; den anden sammenligner børn med behov med børn uden.",
    simplerNotePeople:
      "Den første kan tage det sædvanlige fald efter et toppunkt for en effekt; den anden sammenligner personer med behov med personer uden.",
    assumptions: "Resultatet hviler på forudsætningerne nedenfor. Holder en af dem ikke, holder resultatet måske heller ikke.",
    lockedOn: (date) => `Låst ${date}.`,
    lockedAfter:
      "Da planen blev låst, lå der allerede resultater af en tidligere kørsel ved studiet: Den regnes ikke for lagt fast på forhånd.",
    locked:
      "Planen er låst, og intet er ændret siden. Låsen viser, hvad der lå fast; at det skete, før nogen så et udfald, må den indestå for, som låste.",
    deviates: (n) => `Planen blev låst, før udfald blev læst. Siden er ${inWords(n)} ting ændret.`,
    notLocked:
      "Planen blev ikke låst, før udfald blev læst. Læseren kan ikke se, om der er truffet valg, efter at resultatet var kendt.",
    method: (product, version, seed) =>
      `Lavet med ${product} ${version}, startværdi (seed) ${seed}. Samme filer, version og startværdi giver de samme tal til sidste ciffer.`,
  },
  preTrend: {
    none: "balanceret i kraft af matchningen selv, så der er ingen evidens om udviklingen før",
    sign: (periods, p) =>
      `grupperne udviklede sig forskelligt i de ${periods}, som matchningen ikke brugte (${p}): Sammenligningen er i tvivl`,
    noSign: (periods, p) =>
      `intet tegn på forskellig udvikling i de ${periods}, som matchningen ikke brugte (${p}); det beviser ikke, at der ingen er`,
    but: (n) => `; set hver for sig ligger båndet uden for nul i ${n} af dem`,
    line: (outcome, text) => `${outcome}: ${text}.`,
  },
  assume: {
    estimand: (people) =>
      `Resultatet gælder de deltagere, der kunne matches, og alle, der startede: Også de, der faldt fra, er med (intention to treat). Det gælder disse ${people}, ikke andre.`,
    unmatched: (n) =>
      `Deltagere uden sammenlignelige kontroller: ${n}. De er ude af både effekt og økonomi; intet antages om dem.`,
    never:
      "Sammenlignet med ikke at starte: En kontrol følges, til den selv bliver henvist; de tilbageværende vægtes op, så de også står for dem, der gik ud (vægtning med den inverse sandsynlighed for at gå ud).",
    waiting:
      "Sammenlignet med at vente: Kontroller bliver, selv om de senere starter, så effekten er den af at starte nu frem for senere.",
    exclude: (what) => `Udeladt som kontroller: dem, der deler ${what} med en deltager.`,
    trends:
      "Uden indsatsen ville de to grupper have udviklet sig ens (parallelle forløb), bortset fra det, justeringen tager højde for.",
    base: (base, anticipation) =>
      `Ændringen måles fra gennemsnittet af de ${base} før tidspunkt nul. ${anticipation === "" ? "Tidspunkt nul er starten." : `Tidspunkt nul er henvisningen, sat til ${anticipation} før start.`}`,
    waveBalance:
      "Et enkelt hold er lille, så forskelle på nogle tiendedele er sædvanlige i det; effekten for ét hold alene skal læses med det i tankerne.",
    effectiveControls: (n) => `Effektivt antal kontroller, som de er vægtet: ${n}.`,
    designSe: "Standardfejl fra designet alene (placebo før indsatsen)",
    designSmallest: "Mindste besparelse, det kunne have vist (80 % styrke)",
    evidenceShort: (test) => `${test.slice(0, 1).toUpperCase()}${test.slice(1)}, ensidet`,
    cluster: (cluster, clusters) => `Standardfejl er klyngede efter ${cluster} og matchet sæt (${clusters} klynger).`,
    clusterAlone: (cluster, clusters) =>
      `Standardfejl er klyngede efter ${cluster} (${clusters} klynger): Sættene er for store, eller deler for mange kontroller, til at tælle som ét hver.`,
    prices: (priceYear, currency) => `Alle beløb er i ${currency} i ${priceYear}-priser.`,
    discount: (rate, year, source) =>
      `Diskonterede beløb bruger ${rate} om året til ${year}${source === "" ? "" : ` (${source})`}.`,
    bands:
      "To bånd: Ved faste priser er kun effekten usikker; med usikre priser varierer hver pris inden for sit spænd, én trækning pr. pris, fælles for alle år. Et bånd over et forløb gælder hele forløbet på én gang, punktvise grænser ét år ad gangen.",
    window: "Der antages ingen effekt efter de observerede år.",
    notMeasured: (list) => `Uden pris, altså ikke målt (ikke nul): ${list}.`,
    evidence: (test, p, draws) =>
      `Endnu en test af besparelsen, ved siden af intervallet: ${test}, ensidet ${p} (${draws} trækninger).`,
    smallCells: (n) =>
      `Antal under ${n} vises ikke; »≈« foran et antal betyder, at det afviger med færre end det fra det viste, eller er afrundet, og »≥«, at det er mindst så mange.`,
    disclosure: (figures, count) =>
      count === 0
        ? "Intet tal har måttet holdes tilbage."
        : `${figures} tal er holdt tilbage eller vist omtrentligt, både i rapporten, i dens tabeller og i resultatfilen.`,
    disclosureMethod:
      "Et gennemsnit eller en sum kræver lige så mange personer med noget at bidrage med, som et antal gør, og ingens bidrag må kunne regnes ud. Gennemsnit er afrundet, så decimalerne ikke røber antallet af personer. Effekterne vises, som de er: De sammenligner vægtede grupper over flere år, og ingen enkelt persons dage følger af dem.",
  },
  notClaimed: [
    "Den siger ikke, at en besparelse er penge i kassen: Frigjort kapacitet bliver først til penge, når et budget sættes ned.",
    "Den siger intet om senere år end de observerede, om andre kommuner eller om enkelte personer.",
    "Et interval er konfidens givet modellen; det er ikke sandsynligheden for, at indsatsen virker.",
    "At en besparelse ikke er påvist, er ikke det samme som, at det er påvist, at der ingen er.",
    "Sammenligningsgruppen er matchet, ikke trukket ved lod: Forskelle, ingen har registreret, kan være tilbage.",
  ],
  details: "Detaljer for specialisten",
  describe: {
    love: (n, over, limit) =>
      `Et punkt for hvert af ${n} kendetegn før og efter matchning. ${over} afviger efter matchning med mere end ${limit}.`,
    pathsOthers: (outcome, others) =>
      `Linjer for gennemsnitlig ${outcome} for deltagere, matchet sammenligning, resten og, som offentliggjort, ${others} efter tid fra start.`,
    paths: (outcome) => `Linjer for gennemsnitlig ${outcome} for deltagere, matchet sammenligning og resten efter tid fra start.`,
    events: (outcome) =>
      `Punkter med grænser: forskellen mellem deltagere og sammenligning i ${outcome} efter tid fra start, med punktvise grænser og et bånd over hele forløbet.`,
    eventsPointwise: (outcome) =>
      `Punkter med punktvise grænser: forskellen mellem deltagere og sammenligning i ${outcome} efter tid fra start.`,
    savings: "Søjler for bruttobesparelsen pr. år med grænser og mærker for udgiften til indsatsen.",
    cumulative: (text) => `Linje for den akkumulerede nettobesparelse pr. år med bånd. ${text}`,
    payers:
      "Bjælker for hver betaler: til venstre hvad den betalte for indsatsen, til højre dens bruttobesparelse, og et punkt for netto.",
    claim: (text) => `Bjælker for den forudsatte og den evaluerede besparelse med interval. ${text}`,
    shares: (text) => `Bjælker for usikkerhedens fordeling på kilder. ${text}`,
    breakEvenShare: "Søjler for andelen af trækninger, der har tjent sig hjem med hvert år.",
    naive:
      "Punkter for hvert udfald: samlet effekt ved før–efter, ved deltagere mod resten og ved den matchede sammenligning med interval.",
    flow: "Bjælker for antallet af personer efter hvert trin.",
    estimates: (outcome) => `Punkter med intervaller: estimater af effekten på ${outcome}.`,
    outcomes: "Punkter med intervaller: den gennemsnitlige effekt på hvert udfald.",
  },
};
