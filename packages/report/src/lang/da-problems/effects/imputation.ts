import type { Catalogue } from "@kontrafakt/base";

export const imputationMessages: Catalogue = {
  "effects/imputation-weight": "stikprøvevægte skal være 0 eller mere; {count} enheder har ingen eller en negativ",
  "effects/imputation-clustering": "der er ingen klyngning, der hedder {name}; brug unit eller en af: {names}",
  "effects/imputation-two-levels":
    "modellen kan have effekter af én klyngning, og {names} er angivet. Angiv en af dem, eller unit, hvis effekter rummer dem alle",
  "effects/imputation-contained": "effekter af unit rummer dem af {names}, som derfor intet tilføjer",
  "effects/imputation-unclustered": "{count} enheder mangler {cluster}; klyngning kræver den for alle",
  "effects/imputation-always":
    "{count} enheder fik indsatsen allerede før den første periode; de siger intet om en start og er udeladt",
  "effects/imputation-missing": "{outcome}: {rows} observerede rækker mangler udfaldet eller en variabel og er udeladt",
  "effects/imputation-blockless":
    "{outcome}: {rows} rækker hører til enheder uden den klyngning, som modellen har effekter af, og er udeladt",
  "effects/imputation-no-untreated":
    "{outcome}: ingen række er uden indsatsen, så der er intet at lære af. Tilføj enheder, der aldrig starter, eller perioder før start",
  "effects/imputation-no-treated":
    "{outcome}: for ingen række med indsatsen kan rækkerne uden fortælle, hvad udfaldet ellers ville have været, så der er ingen effekt at estimere. Se på de enheder og perioder, der er udeladt, eller brug færre effekter i modellen",
  "effects/imputation-no-level":
    "{outcome}: {rows} rækker med indsatsen fra {units} enheder har ingen række uden at lære deres niveau af; de er udeladt, og summer og gennemsnit er over de øvrige",
  "effects/imputation-no-trend":
    "{outcome}: {rows} rækker med indsatsen fra {units} enheder har færre end to perioder uden at lære deres trend af; de er udeladt, og summer og gennemsnit er over de øvrige",
  "effects/imputation-no-period":
    "{outcome}: {rows} rækker med indsatsen fra {units} enheder ligger i {periods} perioder, hvor ingen er uden indsatsen; de er udeladt, og summer og gennemsnit er over de øvrige",
  "effects/imputation-not-connected":
    "{outcome}: {rows} rækker med indsatsen fra {units} enheder er udeladt, fordi ingen række uden indsatsen forbinder deres enhed med deres periode, eller fordi en variabel dér bevæger sig, som den aldrig gør uden indsatsen; summer og gennemsnit er over de øvrige",
  "effects/imputation-saturated":
    "{outcome}: modellen har lige så mange effekter, som der er rækker uden indsatsen, så den rammer dem uden afvigelser, og standardfejlene mangler det, afvigelserne ville have vist. Brug færre effekter i modellen eller flere perioder før start",
  "effects/imputation-one-cluster": "alle er i samme {cluster}, så der er ingen standardfejl. Brug en finere klyngning",
  "effects/imputation-collinear":
    "{outcome}: {covariate} følger af effekterne og de øvrige variabler i rækkerne uden indsatsen, så modellen justerer ikke for den",
  "effects/imputation-leads":
    "{outcome}: tiderne {events} før start er ikke testet: Ingen række uden indsatsen ligger så langt fra sin start, eller modellens effekter efterlader intet at kende dem på. Bed om færre",
  "effects/imputation-no-spread":
    "{outcome}: {cells} effekter har ingen spredning at bedømme dem på, fordi hver række bag dem er, som modellen siger: {which}. Måske er udfaldet det samme for dem alle",
  "effects/imputation-one-treated":
    "{outcome}: {cells} celler har én enhed med indsatsen, hvis egen spredning ikke kan ses, så deres standardfejl er for små: {which}. Hold dig til gennemsnit over flere enheder",
  "effects/pretest-fitted":
    "{outcome}: tiderne før starten er af rækker, som modellen er tilpasset, og det trækker dem mod 0, så de er ingen test af den. Brug imputation med preTrends, eller eventStudy",
  "effects/imputation-assignment":
    "refit af imputation og twoStage tager kun vægte: Uden matchede sæt er der ingen roller at flytte",
};
