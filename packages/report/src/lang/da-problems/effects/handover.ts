import type { Catalogue } from "@kontrafakt/base";

export const handoverMessages: Catalogue = {
  "effects/file-missing": "der er ikke givet en fil med dette navn. Læg den sammen med de andre, eller ret indstillingen",
  "effects/file-empty": "cellen er tom; udfyld den",
  "effects/file-word": "fundet »{found}«, som ikke er et af de ord, der kan stå her; brug et af {words}",
  "effects/file-term-twice": "leddet »{term}« står allerede i række {first}; giv hvert estimat sin egen betegnelse",
  "effects/file-same-meaning":
    "leddet »{term}« handler om samme udfald, slags, gruppe og tid som »{other}«; behold et af dem, eller ret stedet",
  "effects/file-outcome": "studiet har intet udfald »{found}«; det har {known}. Giv udfaldet studiets navn",
  "effects/file-unit":
    "effekterne på {outcome} er i »{found}«, og studiet tæller det i »{needed}«; omregn estimater og kovarianser, eller ret enheden",
  "effects/file-period":
    "fundet »{found}«, som ikke er en periode; skriv den som {example}, eller sæt indstillingen period til det, filen tæller i",
  "effects/file-event": "fundet »{found}«; skriv antallet af perioder fra start som et helt tal, fx -1 eller 4",
  "effects/file-event-differs":
    "fundet {found}, og tid minus gruppe er {needed}; ret en af dem, eller lad event stå tom for en celle",
  "effects/file-place-missing": "et led af slagsen {kind} skal have denne celle; udfyld den, eller ret slagsen",
  "effects/file-place-unwanted":
    "et led af slagsen {kind} har ikke et sådant sted, og i cellen står »{found}«; tøm den, eller ret slagsen",
  "effects/file-count": "fundet {found}; skriv antallet som et helt tal",
  "effects/file-hidden-count":
    "fundet {found}: Penge er en effekt gange antallet af mennesker, den gælder, så et skjult antal kan ikke bruges. Udelad rækken (eller lad estimatet stå tomt), eller slå små grupper sammen før estimationen",
  "effects/file-controls-unknown":
    "led, der ikke oplyser, hvor mange kontroller de bygger på: {terms}. Estimaterne bruges, og deres antal kontroller er ukendt",
  "effects/file-person-periods":
    "et led af slagsen {kind} skal have antallet af deltageres personperioder, det handler om; udfyld cellen",
  "effects/file-fewer-periods":
    "{personPeriods} personperioder for {n} deltagere: Der er mindst en til hver. Ret det ene af tallene",
  "effects/file-negative": "fundet {found}; en standardfejl er 0 eller mere",
  "effects/file-df": "fundet »{found}«; skriv frihedsgrader over 0, eller lad cellen stå tom for normalfordelingens kvantiler",
  "effects/file-clusters-differ":
    "rækkerne har forskellige antal klynger ({found}); kovariansen er fælles, så skriv samme antal i hver række, eller udelad kolonnen",
  "effects/file-without-estimate": "led uden estimat, som er udeladt: {terms} ({which})",
  "effects/file-no-terms": "ingen af de {rows} rækker har et estimat, så der er intet at regne på. Lav eksporten igen",
  "effects/file-label-unknown": "betegnelsen »{found}« er intet led i {terms}; brug betegnelserne fra dens kolonne term",
  "effects/file-covariance-empty": "kovariansen mellem {a} og {b} mangler; lav eksporten igen med alle par",
  "effects/file-pair-twice": "fundet {found}, og række {first} giver samme par {other}; behold en af dem",
  "effects/file-pairs-missing":
    "par af led uden kovarians: {count} af {pairs} ({which}). Penge er summer over led, så hvert par skal være der, også 0; lav eksporten igen med alle par",
  "effects/file-not-symmetric":
    "par med to forskellige kovarianser: {count}, værst {pair} med {a} og {b}. Skriv ét tal for begge, med alle cifre",
  "effects/file-negative-variance": "variansen af »{term}« er {found}; den skal være 0 eller mere. Lav eksporten igen",
  "effects/file-se-differs":
    "standardfejlen af »{term}« er {found}, og roden af dens varians i {file} er {needed}; eksportér begge fra samme estimation, med alle cifre",
  "effects/file-not-semidefinite":
    "dette er ikke en kovariansmatrix: Dens mindste egenværdi er {share} gange den største (som korrelationer), og 0 er den mindst mulige. Eksportér den med alle cifre fra én fælles estimation",
  "effects/file-group-twice": "gruppen »{group}« har to rækker; behold en af dem",
  "effects/file-group-unknown": "gruppen for »{term}« har ingen række i {file}; tilføj den der",
  "effects/file-more-than-group": "»{term}« har {n} deltagere, og dens gruppe {units} enheder i {file}; ret en af dem",
};
