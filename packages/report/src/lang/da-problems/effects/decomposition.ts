import type { Catalogue } from "@kontrafakt/base";

export const decompositionMessages: Catalogue = {
  "effects/bacon-unbalanced":
    "opdelingen kræver hver enhed i hver periode; {count} af {units} enheder mangler en værdi i nogle. Udelad de enheder, eller se på vægtene i to-vejs faste effekter (twoWayWeights), som ikke kræver det",
  "effects/bacon-one-group":
    "alle enheder starter samtidig, eller ingen skifter fra uden til med indsats, så der er ikke to grupper at sammenligne. Tilføj enheder, der starter på et andet tidspunkt eller aldrig",
  "effects/bacon-collinear":
    "baggrundsvariablerne forklarer hele forløbet af indsatsen, så der er intet tilbage at dele op. Brug færre baggrundsvariabler",
  "effects/bacon-covariate":
    "{covariate} følger af enhed, periode og de andre baggrundsvariabler, så to-vejs faste effekter justerer ikke for den",
  "effects/two-way-no-variation":
    "når enheder og perioder er trukket fra, varierer indsatsen ikke, så to-vejs faste effekter har hverken et estimat eller vægte. Tilføj enheder, der starter på et andet tidspunkt eller aldrig",
  "effects/two-way-no-cells":
    "{outcome}: De angivne effekter har ingen celle (gruppe og periode), som to-vejs faste effekter vægter, så vægtene kan ikke prøves på dem",
  "effects/two-way-covered":
    "{outcome}: De angivne effekter dækker {share} % af deltagernes personperioder; vægtene er prøvet på dem",
  "effects/eligible-covariate":
    "{name} siger, hvem indsatsen er for, og kan ikke også være baggrundsvariabel: Det er de to slags, der sammenlignes. Tag den ud af baggrundsvariablerne",
  "effects/eligible-values":
    "{name} skal være 1 for dem, indsatsen er for, og 0 for de andre; {count} enheder har en anden værdi",
  "effects/eligible-all":
    "alle brugbare enheder har samme {name}, så der er ingen tredje forskel at tage. Brug attGt, eller tilføj de andre i hver gruppe",
  "effects/triple-few":
    "{outcome}: ATT({group}, {time}) er ikke estimeret: Der skal to enheder til af hver slags, dem indsatsen er for og de andre, både i gruppen og blandt kontrollerne, og af en af dem er der {count}",
  "effects/triple-control-left-out":
    "{outcome}: ATT({group}, {time}) er ikke sammenlignet med dem, der starter i {control}: De er for få, eller deres baggrund efterlader ingen at sammenligne med",
  "effects/triple-never-left-out":
    "{outcome}: ATT({group}, {time}) er ikke sammenlignet med dem, der aldrig starter: De er for få, eller deres baggrund efterlader ingen at sammenligne med",
  "effects/triple-assignment": "refit af tripleDifference tager kun vægte: Uden matchede sæt er der ingen roller at flytte",
  "effects/decomposition-weight": "stikprøvevægte skal være 0 eller mere; {count} enheder har ingen eller en negativ",
};
