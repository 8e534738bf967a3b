import type { Catalogue } from "@kontrafakt/base";

export const weightsMessages: Catalogue = {
  "matching/infeasible-balance":
    "ingen vægte gør de andre lig deltagerne i »{variable}«, fordi for få af dem er som deltagerne; den er udeladt af vægtene: Se på dens balance, " +
    "og udelad de personer, ingen kan sammenlignes med",
  "matching/weights-not-converged":
    "vægtene var ikke faldet til ro efter {iterations} trin; brug færre eller mindre beslægtede baggrundsvariabler, før sammenligningen tages for gode varer",
  "matching/extreme-weights":
    "én person bærer {percent} % af alle kontrollers vægt, og resultatet hænger på den person; brug færre baggrundsvariabler, eller begræns vægtene (matching.weighting.trim)",
  "matching/uneven-weights":
    "vægtene er så ulige, at {controls} kontroller ikke fortæller mere end {effective} lige vægtede ville, færre end de {starters} deltagere; det ses på " +
    "usikkerheden: Brug færre baggrundsvariabler, eller læs flere personer",
  "matching/weights-held":
    "begrænsede vægte tages for givet: Standardfejlene regner ikke med, at vægtene er beregnet af data, hvilket som regel gør dem for store, til tider dobbelt " +
    "så store, som de burde være",
  "matching/weights-by-lot":
    "hver af de {controls} kontroller er ved lodtrækning tilbudt ét af {waves} hold; vægte kan bruge alle, der kunne være startet på hvert hold, og det fortæller mere: " +
    'sæt matching.share til "reuse"',
  "matching/trimmed":
    "{people} personer, hvis beregnede sandsynlighed ligger uden for {low} til {high}, er udeladt, heraf {starters} deltagere; resultaterne handler om de andre",
  "matching/nobody-weighted":
    "der er {starters} deltagere tilbage, som nogen kan sammenlignes med, og vægte kræver to; udvid grænserne, eller læs flere personer",
  "matching/weights-shape":
    "tallene passer ikke til {rows} rækker med {columns} kolonner: designet har {values} værdier, og der er {treated} deltagerangivelser og {base} vægte",
  "matching/weights-not-finite": "kolonne {column} i række {row} er ikke et tal; udelad rækken, eller udfyld værdien",
  "matching/weights-negative": "stikprøvevægten i række {row} skal være et tal på 0 eller mere, men er {value}",
  "matching/bad-sampling-weight":
    "en stikprøvevægt er {value} og skal være et tal på 0 eller mere; ret den, eller udelad personen",
  "matching/wave-without-weight":
    "på holdet {wave} har {starters} deltagere og {others} andre en stikprøvevægt over 0, og en sammenligning kræver begge dele; ret vægtene, eller udelad de personer",
  "matching/weights-one-arm":
    "der er ingen at vægte: {treated} deltagere og {others} andre er tilbage med en vægt over 0 og inden for grænserne; udvid grænserne, eller læs flere personer",
};
