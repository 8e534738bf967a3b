import type { enMatching } from "./en-matching.js";

/** `enMatching` in Danish. */
export const daMatching: typeof enMatching = {
  nearest: (ratio, on, limit) => `Inden for hvert hold matches hver deltager med ${ratio} kontroller på ${on}${limit}.`,
  ratio: (most) => `op til ${most}`,
  variableRatio: (ratio, least, most) => `${least} til ${most} (i snit omkring ${ratio}; flere, hvor mange ligner deltageren)`,
  distance: {
    linear: "den beregnede chance for at starte",
    probability: "den beregnede chance for at starte (som sandsynlighed)",
    mahalanobis: "hvor meget deres kendetegn ligner hinanden (Mahalanobis-afstand)",
    robustMahalanobis: "hvor meget deres kendetegn ligner hinanden (Mahalanobis-afstand af rangtal)",
    scaledEuclidean: "hvor meget deres kendetegn ligner hinanden (hvert i sin standardafvigelse)",
    euclidean: "hvor meget deres kendetegn ligner hinanden (i deres egne enheder)",
  },
  caliper: (caliper) => `, højst ${caliper} standardafvigelser væk`,
  caliperAside: (caliper) => `, blandt dem, hvis beregnede chance for at starte er højst ${caliper} standardafvigelser væk`,
  noCaliper: ", uden grænse for, hvor langt væk",
  exact: (names) => `Inden for hvert hold sammenlignes deltagerne med alle, der har præcis samme ${names} (eksakt matchning).`,
  everything: "værdier i alle kendetegn og i det, der gik forud",
  coarsened:
    "Hvert kendetegn deles i intervaller, og inden for hvert hold sammenlignes deltagerne med alle, der ligger i de samme intervaller på dem alle (grovinddelt eksakt matchning).",
  k2k: "Af hver sådan gruppe beholdes kun lige så mange kontroller, som der er deltagere, de nærmeste.",
  ipw: "Inden for hvert hold sammenlignes deltagerne med alle, der kunne være startet, vægtet efter den beregnede chance for at starte, så de tilsammen ligner deltagerne (omvendt sandsynlighedsvægtning).",
  entropy: (moments) =>
    `Inden for hvert hold sammenlignes deltagerne med alle, der kunne være startet, vægtet så ligeligt som muligt, mens deres ${moments} er lig deltagernes (entropibalancering).`,
  moments: ["gennemsnit", "gennemsnit og varians", "gennemsnit, varians og skævhed"],
  cbps: "Inden for hvert hold sammenlignes deltagerne med alle, der kunne være startet, vægtet efter en chance for at starte, der er beregnet, så kendetegnene balancerer (covariate balancing propensity score).",
  target: {
    att: "Vægtene handler om dem, der startede: De siger, hvad der ellers var sket for dem.",
    ate: "Vægtene handler om alle, der kunne være startet, ikke om dem, der startede.",
    ato: "Vægtene handler om dem, for hvem det stod lige, om de startede, ikke om alle, der startede.",
  },
  estimated: "Standardfejlene tager højde for, at vægtene er beregnet.",
  fixed: "Vægtene holdes fast: Standardfejlene tager ikke højde for, at de er beregnet.",
  limits: (list) => `Ingen kontrol afviger fra sin deltager med mere end: ${list}.`,
  limit: (name, width, unit) => `${name} ${width}${unit}`,
  sd: " standardafvigelser",
  born: "fødselsdato",
  days: " dage",
  alike: (names) => `En kontrol har altid samme ${names} som sin deltager.`,
  different: (names) => `En kontrol har aldrig samme ${names} som sin deltager.`,
  thing: { household: "husstand", school: "skole", class: "klasse" },
  order: {
    largest: "",
    smallest: "Deltageren med den mindste chance for at starte vælger først.",
    closest: "Deltageren med den nærmeste kontrol vælger først.",
    random: "Hvem der vælger først, trækkes ved lod.",
    data: "Deltagerne vælger i filens rækkefølge.",
  },
  replace: "En kontrol kan bruges til flere deltagere på et hold.",
  reuseLimit: (n) => `En kontrol kan bruges til op til ${n} deltagere på et hold.`,
  reuse: "En person kan være kontrol på flere hold, så matchede sæt er ikke uafhængige af hinanden.",
  trimProbability: (low, high) =>
    `Personer, hvis beregnede chance for at starte ligger uden for ${low} til ${high}, er udeladt, også deltagere: Om dem siges der intet.`,
  trimWeight: (share) => `Vægte over ${share}-fraktilen er skåret ned til den; det koster lidt balance.`,
  score: {
    probit: "Chancen for at starte er beregnet med en probitmodel.",
    firth:
      "Chancen for at starte er beregnet med Firths straf, som beholder kendetegn, der skiller deltagere fra andre uden undtagelse.",
    formula: (formula) => `Chancen for at starte er beregnet ud fra: ${formula}.`,
  },
  gap: (span) =>
    `De sidste ${span} før tidspunkt nul indgår hverken i sammenligningsgruppen eller i basis, da det, der førte til henvisningen, viser sig i dem.`,
  peak: (list) =>
    `Da de blev henvist, skilte deltagerne sig ud fra deres eget niveau et år før (når det, der ramte de andre, er trukket fra): ${list}. En del af det vender tilbage af sig selv.`,
  peakOf: (outcome, size) => `${outcome} med ${size} standardafvigelser`,
  noPeak: "Deltagerne blev ikke henvist på et toppunkt: De skilte sig ikke mere ud fra deres eget niveau et år før end grænsen.",
  candidates: (n, chosen) =>
    `${n} måder at finde sammenligningsgruppen på er sammenlignet alene på balance, før noget udfald efter start blev læst; ${chosen} balancerer bedst og er brugt.`,
  bracketHeading: "Hvis deltagerne blev henvist, da det var værst",
  bracket: (declared, before) =>
    `Folk henvises ofte, når det er værst, og kommer derefter op igen af sig selv. Tabellen stiller resultatet ved siden af det, man finder, når sammenligningsgruppe og basis tages ${before} længere tilbage${declared}. Sandheden ligger ofte mellem de to: Det første kan tage tilbagevenden for en effekt, det andet lægger behov, der var vokset af varige grunde, indsatsen til last og viser så for lille en besparelse.`,
  bracketDeclared: (gap) => ` (studiet selv udelader ${gap})`,
  bracketPeople: (n) => `Deltagere, der kunne sammenlignes i det andet: ${n}.`,
  cautious: (amount) => `Regnet fra før det toppunkt, hvor deltagerne blev henvist (den forsigtige ende): ${amount}.`,
  cautiousOpen: (amount) =>
    `Regnet fra før det toppunkt, hvor deltagerne blev henvist (den forsigtige ende), er besparelsen ${amount}, og så kan det ikke udelukkes, at intet er sparet.`,
  bracketAgrees: "Begge peger samme vej; det andet er den forsigtige ende.",
  bracketDisagrees: "De peger hver sin vej, så svaret afhænger af, hvilket af de to man tror på.",
  bracketCaption: "Gennemsnitlig effekt med den erklærede basis og med basis før toppunktet",
  bracketDeclaredHead: "Som erklæret",
  bracketBeforeHead: "Før toppunktet",
  declared: "den først erklærede",
  candidatesCaption: "Måder at finde sammenligningsgruppen på, sammenlignet alene på balance",
  candidate: {
    name: "Specifikation",
    starters: "Sammenlignede deltagere",
    over: "Over grænsen",
    worst: "Største std. forskel",
    effective: "Effektive kontroller",
    used: "Brugt",
    failed: (reason) => `kunne ikke matches: ${reason}`,
  },
};
