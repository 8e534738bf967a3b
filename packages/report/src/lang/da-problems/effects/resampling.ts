import type { Catalogue } from "@kontrafakt/base";

export const resamplingMessages: Catalogue = {
  "effects/jackknife-one-treated":
    "jackknife udelader én klynge ad gangen og kræver mindst to med deltagere; her er {clusters} klynger, heraf {treated} med deltagere. Brug fewTreated eller randomisation",
  "effects/jackknife-crossing":
    "usikkerheden er regnet efter både {first} og {second}, og at udelade dér, hvor de krydser, er ingen jackknife. Sæt crossing til components, eller brug covariance: auto",
  "effects/jackknife-too-large":
    "jackknife af {terms} tal over {clusters} klynger er for meget at regne. Brug en grovere klynge, færre udfald eller covariance: auto",
  "effects/jackknife-no-value":
    "{outcome}: {cells} effekter kan ikke beregnes uden en bestemt klynge, så jackknife giver dem ingen standardfejl: {which}. Brug covariance: auto til dem",
  "effects/jackknife-stood-in":
    "{outcome}: {cells} effekter kan ikke beregnes uden visse klynger (op til {clusters} af dem); dér træder klyngens bidrag til usikkerheden i stedet for jackknife: {which}",
  "effects/jackknife-undefined":
    "jackknife giver ikke dette tal nogen standardfejl, fordi det bygger på effekter, der ikke kan beregnes uden en bestemt klynge. Brug randomisation",
  "effects/jackknife-no-spread":
    "tallet er det samme, uanset hvilken klynge der udelades, så der er ingen spredning at bedømme det ud fra. Se først på udfaldet",
  "effects/bootstrap-one-cluster":
    "bootstrap trækker klynger inden for hver gruppe og kræver to eller flere med deltagere og to eller flere uden, hvor der er sådanne; af {clusters} klynger har {treated} deltagere. Brug fewTreated eller randomisation",
  "effects/bootstrap-few-treated":
    "kun {treated} klynger har deltagere: bootstrap kan trække få forskellige, og dens interval er da ofte for smalt. Sæt fewTreated eller randomisation ved siden af",
  "effects/bootstrap-people-matched":
    "bootstrap af personer holder ikke efter matchning med nærmeste nabo, heller ikke med mange personer (Abadie & Imbens 2008). Brug resample: clusters, som trækker hele matchede sæt, eller jackknife",
  "effects/bootstrap-people-clustered":
    "personer i samme {cluster} er ikke uafhængige af hinanden, så de trækkes ikke enkeltvis. Brug resample: clusters, eller beregn med personer som klynger",
  "effects/bootstrap-crossing":
    "usikkerheden er regnet efter både {first} og {second}, og hvor de krydser, er der ingen klynger at trække. Sæt crossing til components, eller brug randomisation",
  "effects/bootstrap-no-spread":
    "alle klynger i en gruppe bidrager lige meget til tallet, så bootstrap har intet at trække fra. Se først på udfaldet",
  "effects/bootstrap-empty":
    "i {count} af {draws} lodtrækninger i bootstrap var der ingen tilbage at beregne en effekt ud fra. Brug jackknife eller randomisation",
  "effects/bootstrap-left-out":
    "i {count} af {draws} lodtrækninger i bootstrap var der ingen tilbage at beregne en effekt ud fra; de er udeladt",
  "effects/bootstrap-capped":
    "{draws} lodtrækninger i bootstrap i stedet for {asked}, fordi hver af dem går {rows} rækker igennem",
  "effects/weights-held":
    "sammenligningens vægte er beregnet ud fra de samme personer og holdes fast, uanset hvem der udelades eller trækkes; hvad beregningen af dem lægger til eller trækker fra, er derfor ikke talt med. Det er det i standardfejlen som udgangspunkt",
  "effects/assigned-by-cluster":
    "indsatsen blev givet til alle i samme {cluster} på én gang (i {clusters} af dem), men {used} regnes som uafhængige, og så er standardfejlene for små. Sæt cluster til {cluster} eller noget grovere",
  "effects/assigned-to-one-cluster":
    "næsten alle deltagere er i én {cluster}, der startede samlet, men {used} regnes som uafhængige: Hvad der ellers skete dér, tilskrives indsatsen, og intervallerne er for smalle. Sæt en estimator på alle ved siden af under effects.estimators med cluster: {cluster} og inference.beside: [fewTreated, randomisation]",
  "effects/covariance-compat":
    "covariance {covariance} og standardfejl som i {compat} kan ikke begge fås. Udelad inference.covariance eller compat",
  "effects/no-cr2":
    "{estimator} har ingen CR2, for det, der sammenlignes, er ikke rene gennemsnit (de er justeret, vægtet med beregnede vægte eller kommer fra en model). Brug CR3, jackknife efter klynger, eller auto",
};
