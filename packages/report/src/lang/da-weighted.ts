import { daSentences } from "./da-sentences.js";
import type { OtherWords } from "./other-words.js";

export const daWeighted: OtherWords = {
  role: { "held-back": "Før, ikke brugt i vægtningen", history: "Før, brugt i vægtningen" },
  table: { matched: "Sammenlignet", meanAfter: "Vægtede, gns.", matchedComparison: "Vægtet sammenligning" },
  caption: {
    waves: "Hold: deltagere, hvor mange der sammenlignes, og hvor længe de følges",
    balance: "Balance for hvert kendetegn før og efter vægtning",
    preTrend: "Udvikling før start i perioder, som vægtningen ikke brugte",
  },
  chart: {
    before: "Før vægtning",
    after: "Efter vægtning",
    love: "Balance før og efter vægtning",
    comparison: "Vægtet sammenligning",
    matched: "Vægtet sammenligning",
  },
  estimators: {
    lead: (n) =>
      n === 1
        ? "Studiet beder også om en anden beregningsmåde. Den indgår hverken i pengene eller i svaret: De hviler alene på den vægtede sammenligning."
        : `Studiet beder også om ${n} andre beregningsmåder. De indgår hverken i pengene eller i svaret: Det gør alene den vægtede sammenligning.`,
    agree: (outcome, n) =>
      n === 1
        ? `${outcome}: Det andet estimat ligger inden for det vægtede estimats interval.`
        : `${outcome}: Alle ${n} andre estimater ligger inden for det vægtede estimats interval.`,
    differ: (outcome, outside, n) =>
      n === 1
        ? `${outcome}: Det andet estimat ligger uden for det vægtede estimats interval.`
        : `${outcome}: ${outside} af ${n} andre estimater ligger uden for det vægtede estimats interval.`,
    chart: (outcome) => `${outcome}: den vægtede sammenligning og andre beregningsmåder`,
    chartDescription: (outcome) =>
      `Punkter med intervaller: den gennemsnitlige effekt på ${outcome} ved den vægtede sammenligning, øverst og med sit interval som et bånd, og ved hver af de andre beregningsmåder på alle.`,
    mainAssumes: "uden indsatsen ville deltagerne have udviklet sig som de andre, vægtet så de ligner dem",
  },
  evidence: { tests: { set: "permutationstest inden for strata" } },
  inference: {
    evidence: { set: "rollerne i strata blev byttet om, som om enhver i et stratum kunne have været deltageren" },
    methods: { permutation: "Permutation i strata" },
    assumes: {
      permutation: "havde indsatsen intet ændret, kunne enhver i et stratum lige så godt have været deltageren",
      bootstrap: "klyngerne, eller personerne, er en stikprøve af flere af samme slags",
    },
  },
  summary: { match: "Vægtning" },
  cap: {
    "not-balanced": "grupperne er efter vægtning stadig mere forskellige end den erklærede grænse",
    "few-matched": "under halvdelen af deltagerne kunne sammenlignes",
  },
  lead: {
    who: (starters, people, matched, controls) =>
      `${starters} ${people} startede; ${matched} af dem kunne sammenlignes med ${controls}, der ikke var startet, vægtet så de tilsammen ligner deltagerne.`,
    unmatched: (unmatched) => `${unmatched} kunne ikke sammenlignes; om dem siges der intet.`,
    balanced: (n, limit, worst, name) =>
      `Ja: Efter vægtning afviger ingen af de ${n} kendetegn, den brugte, med mere end ${limit} standardafvigelser (størst: ${name}, ${worst}).`,
    unbalanced: (k, n, limit, worst, name) =>
      `Ikke helt: ${k} af ${n} kendetegn, vægtningen brugte, afviger stadig med mere end ${limit} standardafvigelser (størst: ${name}, ${worst}).`,
    unused: (k, n, worst, name) => `Af de ${n}, som vægtningen ikke brugte, afviger ${k} med mere (størst: ${name}, ${worst}).`,
    paths: (outcome, unit, period, treatedBefore, otherBefore, treatedAfter, otherAfter) =>
      `${outcome}: Deltagerne gik fra ${treatedBefore} ${unit} ${period} i basis til ${treatedAfter} efter start, den vægtede sammenligning fra ${otherBefore} til ${otherAfter}.`,
    simpler: (outcome, beforeAfter, rest, matched, unit) =>
      `${outcome}: En simpel før–efter-sammenligning ville have vist ${beforeAfter} ${unit} i alt, deltagere mod resten ${rest}; den vægtede sammenligning viser ${matched}.`,
  },
  preTrend: {
    none: "balanceret i kraft af vægtningen selv, så der er ingen evidens om udviklingen før",
    sign: (periods, p) =>
      `grupperne udviklede sig forskelligt i de ${periods}, som vægtningen ikke brugte (${p}): Sammenligningen er i tvivl`,
    noSign: (periods, p) =>
      `intet tegn på forskellig udvikling i de ${periods}, som vægtningen ikke brugte (${p}); det beviser ikke, at der ingen er`,
  },
  assume: {
    estimand: (people) =>
      `Resultatet gælder de deltagere, der kunne sammenlignes, og alle, der startede: Også de, der faldt fra, er med (intention to treat). Det gælder disse ${people}, ikke andre.`,
    unmatched: (n) => `Deltagere, der ikke kunne sammenlignes: ${n}. De er ude af både effekt og økonomi; intet antages om dem.`,
    clusterAlone: (cluster, clusters) => `Standardfejl er klyngede efter ${cluster} (${clusters} klynger).`,
  },
  notClaimed: [
    ...daSentences.notClaimed.slice(0, -1),
    "Sammenligningsgruppen er vægtet, ikke trukket ved lod: Forskelle, ingen har registreret, kan være tilbage.",
  ],
  describe: {
    love: (n, over, limit) =>
      `Et punkt for hvert af ${n} kendetegn før og efter vægtning. ${over} afviger efter vægtning med mere end ${limit}.`,
    pathsOthers: (outcome, others) =>
      `Linjer for gennemsnitlig ${outcome} for deltagere, vægtet sammenligning, resten og, som offentliggjort, ${others} efter tid fra start.`,
    paths: (outcome) => `Linjer for gennemsnitlig ${outcome} for deltagere, vægtet sammenligning og resten efter tid fra start.`,
    naive:
      "Punkter for hvert udfald: samlet effekt ved før–efter, ved deltagere mod resten og ved den vægtede sammenligning med interval.",
  },
};
