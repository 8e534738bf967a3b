import type { Catalogue } from "@kontrafakt/base";

export const scoreMessages: Catalogue = {
  "matching/all-missing": "»{variable}« mangler for alle og er udeladt af scoren; se på kolonnen, eller fjern den fra studiet",
  "matching/missing-values":
    "»{variable}« mangler for {people} personer, heraf {starters} deltagere, på et hold, hvor de kunne være startet; de er udeladt dér " +
    '(matching.missing: "indicator" ville beholde dem)',
  "matching/constant-variable": "»{variable}« er ens for alle og siger intet; den er udeladt af scoren",
  "matching/collinear": "»{variable}« følger præcist af andre i scoren og har ikke fået sin egen hældning",
  "matching/separation":
    "»{variable}« skiller deltagere fra andre uden undtagelse, så ingen score kan veje den; den er udeladt af scoren: Se på dens balance, " +
    "og udelad de personer, ingen kan sammenlignes med, eller sæt matching.score.penalty til firth, som beholder den",
  "matching/score-not-converged":
    "scoren var ikke faldet til ro efter {iterations} trin; brug færre eller mindre beslægtede baggrundsvariabler, før matchningen tages for gode varer",
  "matching/more-variables-than-starters":
    "scoren har {variables} variabler til {starters} deltagere, så den vil skille dem ad ved et tilfælde; brug færre baggrundsvariabler, vinduer eller led",
  "matching/spline-knots":
    "splinen af »{variable}« har kun {columns} af de {asked} søjler, der blev bedt om, fordi mange personer har samme værdi, så knuder falder sammen",
  "matching/formula-name":
    "formlen mangler et navn ved tegn {position}, hvor der står »{found}«; sæt + mellem navne, og skriv et navn med mellemrum eller tegn i `accent grave`",
  "matching/formula-sign":
    "formlen mangler +, : eller * ved tegn {position}, hvor der står »{found}«; skriv et navn med mellemrum eller tegn i `accent grave`",
  "matching/formula-function":
    "formlen har funktionen »{found}« ved tegn {position}; den kender poly(alder, 2) og spline(alder, 3)",
  "matching/formula-number":
    "formlen har »{found}« ved tegn {position}, hvor {function} skal have et helt tal fra {from} til {to}; skriv for eksempel {function}(alder, 3)",
  "matching/formula-bracket": "formlen mangler en slutparentes ved tegn {position}, hvor der står »{found}«",
  "matching/term-of-category":
    "»{variable}« er en kategori eller 0/1, så en potens eller spline af den siger intet nyt; nævn variablen alene eller i et produkt",
  "matching/formula-end":
    "formlen er ikke færdig ved tegn {position}; tilføj det navn, det tal, den parentes eller den accent grave, der mangler",
};
