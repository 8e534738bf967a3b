import type { Catalogue } from "@kontrafakt/base";

export const crossingMessages: Catalogue = {
  "effects/multiway-strata":
    "inference.crossing: multiway gælder matchede sæt, der er uafhængige af hinanden; her er der strata eller vægte, hvor det er personerne, der er uafhængige. Udelad den, eller brug clusters",
  "effects/crossing-nothing":
    "inference.crossing: {crossing} ændrer ikke noget, for ingen matchede sæt går på tværs af det, der regnes som uafhængigt",
  "effects/counted-by-cluster":
    "{sets} matchede sæt går på tværs af {clusters} klynger ({name}) og hænger sammen i {components} grupper; standardfejlene regnes efter klynger, hver gruppe for sig",
  "effects/counted-both-ways":
    "{sets} matchede sæt deler personer eller klynger ({name}, {clusters} i alt) og hænger sammen i {components} grupper; standardfejlene regnes både efter {name} og efter matchet sæt",
  "effects/multiway-raised":
    "regnet både efter {name} og efter matchet sæt fik {raised} af {terms} effekter en mindre varians end efter det ene alene, eller der var ingen gyldig samlet kovarians; variansen er sat op til det, som det ene giver, og den samlede kovarians til den nærmeste gyldige",
  "effects/cell-one-cluster":
    "{outcome}: {cells} celler af hold og periode ({personPeriods} personperioder efter start) har deltagere fra færre end to klynger eller personer til sammenligning fra færre end to, så der ikke kan beregnes en standardfejl efter klynge; de er udeladt: {which}",
  "effects/no-cell-of-clusters":
    "intet hold har deltagere fra to klynger ({name}) og personer til sammenligning fra to, så der er ingen standardfejl efter klynge (klynger med deltagere: {treated}). Saml hold med en længere cohort.period; eller sæt effects.cluster til person og ved siden af under effects.estimators en estimator med cluster: {name} og inference.beside: [fewTreated, randomisation]",
  "effects/few-treated-clusters":
    "{treated} af {clusters} klynger ({name}) har deltagere, en af dem {share} procent af dem; standardfejl efter klynge hviler på meget lidt. Se på inference.beside: [fewTreated, randomisation], før der drages en konklusion",
};
