import type { BalanceWords } from "./en-balance.js";

export const daBalance: BalanceWords = {
  waves: "Hvad der er tilbage af hver forskel, hold for hold",
  wavesDescription: (waves, n, over, limit) =>
    `En celle for hvert af ${n} kendetegn på hvert af ${waves} hold: blå, hvor deltagerne ligger lavere end deres kontroller, orange, hvor de ligger højere. ${over} celler afviger med mere end ${limit}.`,
  higher: "deltagere højere",
  lower: "deltagere lavere",
  notTold: "oplyses ikke",
  over: (limit) => `et tal står, hvor den er ud over ±${limit}`,
  periods: "Var grupperne ens før indsatsen?",
  periodsDescription: (n, held) =>
    `En linje for hvert af ${n} udfald: hvad der er tilbage af forskellen mellem deltagere og kontroller i hver periode før tidspunkt nul. ${held} af perioderne blev holdt tilbage: matchningen brugte dem ikke.`,
  periodsAxis: (unit) => `${unit} før tidspunkt nul`,
  used: "Brugt til at finde sammenligningsgruppen",
  gap: "Udeladt før tidspunkt nul",
  heldBack: "Holdt tilbage",
  scores: "Havde deltagere og kontroller samme chance for at starte?",
  scoresDescription: (intervals) =>
    `To felter, før og efter, hver med andelen af deltagere og af andre i ${intervals} intervaller af scoren; hvor fladerne dækker hinanden, er grupperne ens.`,
  scoreAxis: "Score: hvor sandsynlig en start var (logaritmen til odds)",
  density: "Andel pr. enhed af scoren",
  starters: "Deltagere",
  others: "Sammenligning",
  distributions: "Hvor ens de samlede fordelinger er",
  distributionsNote:
    "0 er ens, og 1 er helt forskellig. Den gennemsnitlige afstand er mellem de to kumulerede fordelinger; det, der ikke overlapper, er af de to tætheder.",
  pairNote: "Parafstanden er den gennemsnitlige forskel mellem en deltager og en kontrol i samme sæt, i standardafvigelser.",
  ecdfBefore: "Gns. afstand før",
  ecdfAfter: "Gns. afstand efter",
  overlapBefore: "Uden overlap før",
  overlapAfter: "Uden overlap efter",
  pairDistance: "Parafstand",
  unmatched: "Hvem gik tabt: deltagere med og uden kontrol",
  unmatchedNote:
    "Resultaterne handler om deltagerne med en kontrol. Hvor de uden kontrol er meget anderledes, siger resultaterne kun lidt om folk som dem.",
  unmatchedNone: "Forskellene for dem uden kontrol oplyses ikke: De, eller nogle af dem, er få.",
  meanMatched: "Med kontrol, gns.",
  meanUnmatched: "Uden, gns.",
  smdUnmatched: "Std. forskel",
  effectiveInWave: "Effektive kontroller",
  effective: (starters, controls) =>
    `Som de er vægtet, tæller deltagerne som ${starters} og kontrollerne som ${controls} personer.`,
  products: (over, n, limit, worst, size) =>
    `Kvadrater af kendetegnene og produkter af hvert par: ${over} af ${n} afviger med mere end ${limit} standardafvigelser (størst: ${worst}, ${size}).`,
  productsFine: (n, limit) =>
    `Kvadrater af kendetegnene og produkter af hvert par: Ingen af de ${n} afviger med mere end ${limit} standardafvigelser.`,
  product: (a, b) => `${a} × ${b}`,
  square: (a) => `${a}, kvadreret`,
  raw: "Forskelle på ja/nej-kendetegn er vist som forskelle mellem andele.",
  pooled: "Forskellene er i standardafvigelser for deltagere og andre under ét, fordi resultatet handler om begge.",
  period: "Perioder før tidspunkt nul",
  role: "Brug",
  interval: "Score fra",
  to: "til",
  shareOf: (group, when) => `${group}, ${when.toLowerCase()}`,
};
