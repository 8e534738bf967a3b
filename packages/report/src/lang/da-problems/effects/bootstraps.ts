import type { Catalogue } from "@kontrafakt/base";

export const bootstrapsMessages: Catalogue = {
  "effects/wild-nothing-asked": "alle led har vægten 0, så der er intet at teste. Giv mindst ét led en anden vægt",
  "effects/wild-not-estimated":
    "det, der skal testes, indeholder et led, som ikke kunne beregnes, så der er intet at trække lod om. Udelad leddet; en anden bemærkning siger, hvorfor det mangler",
  "effects/wild-no-spread":
    "de {clusters} klynger adskiller sig ikke i, hvad de siger om effekten, så en bootstrap har intet at trække fra. Brug randomisation",
  "effects/wild-one-treated":
    "én af {clusters} klynger rummer alle deltagere, og så siger en bootstrap efter klynger intet om tilfældigheder. Brug fewTreated eller randomisation",
  "effects/wild-arms-of-one":
    "de {clusters} klynger med deltagere begynder hver på sit tidspunkt, og én siger intet om, hvor forskellige klynger er, der begynder sammen: denne bootstrap efter klynger ville være alt for sikker. Brug fewTreated, randomisation eller, ved mindste kvadrater, wildBootstrap",
  "effects/wild-no-treated":
    "ingen af de {clusters} klynger bag denne effekt rummer en deltager, så der er intet at teste. Test led, som der står deltagere bag",
  "effects/wild-too-few-signs":
    "{clusters} klynger giver {distinct} forskellige størrelser af teststørrelsen med fortegn alene, for få til en test på niveau {level}. Sæt inference.weights til webb, eller brug randomisation",
  "effects/wild-too-few-clusters":
    "{clusters} klynger giver {distinct} forskellige størrelser af teststørrelsen, for få til en test på niveau {level}. Brug en finere inddeling i klynger, hvis indsatsen blev givet sådan, eller randomisation",
  "effects/wild-few-treated":
    "{count} af {clusters} klynger har deltagere; med så få afviser en bootstrap efter klynger for sjældent eller for ofte. Sæt fewTreated eller randomisation ved siden af",
  "effects/wild-one-dominates":
    "én klynge rummer {percent} % af det, deltagerne bærer af denne effekt, så en bootstrap efter klynger kan ramme langt ved siden af. Sæt fewTreated eller randomisation ved siden af",
  "effects/wild-moments":
    "{estimator}: de enkelte klyngers bidrag blev ikke gemt, fordi der var for mange tal, eller fordi kun summer pr. startgruppe var givet, så der kan ikke trækkes lod om dem. Brug en grovere klynge, færre udfald eller data pr. enhed",
  "effects/wild-no-influence":
    "{estimator}: kun estimater og deres kovarians kendes, så der er intet at trække lod om. Beregn ud fra data med covariance CR1, eller brug jackknife",
  "effects/wild-crossing":
    "bidragene er opgjort både efter {first} og efter {second}, som krydser hinanden, og vægte trukket for den ene overser den anden. Sæt inference.crossing til components, eller brug randomisation",
  "effects/wild-no-term": "der er intet led på plads {index}; der er {terms}, talt fra 0",
  "effects/wild-not-least-squares":
    "{estimator} er ikke skrevet som mindste kvadrater her, så wild bootstrap kan ikke trække nye udfald. Brug scoreBootstrap eller jackknife",
  "effects/wild-adjusted":
    "{count} tidspunkter efter start er justeret for kovariater, så effekten er ikke et gennemsnit af sættenes forskelle, og wild bootstrap kan ikke trække den. Brug scoreBootstrap, eller lad adjust være tom",
  "effects/wild-by-person":
    "her regnes personer og ikke hele matchede sæt som uafhængige, så wild bootstrap har ingen sæt at trække. Brug scoreBootstrap eller jackknife",
  "effects/wild-too-large":
    "{clusters} klynger og {cells} celler er mere, end wild bootstrap kan trække fra på rimelig tid. Med så mange klynger behøver standardintervallet ingen hjælp; brug ellers en grovere klynge eller færre celler",
  "effects/wild-unbounded":
    "ingen værdi afvises på mindst den ene side: {draws} lodtrækninger blandt {clusters} klynger kan ikke skelne så fint, som niveau {level} kræver. Bed om flere lodtrækninger, eller sæt inference.weights til webb",
};
