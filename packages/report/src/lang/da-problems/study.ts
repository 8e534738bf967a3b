import type { Catalogue } from "@kontrafakt/base";
import { studyDraft } from "./study-draft.js";
import { studyWorkbook } from "./study-workbook.js";

export const study: Catalogue = {
  ...studyDraft,
  ...studyWorkbook,
  "study/person-not-analysed":
    "ingen med dette id-nummer er blandt de {people} analyserede personer; se, om personfilen har det, som det er skrevet her, og hvad " +
    "kontrafakt check siger om dem, der er udeladt",
  "study/no-such-place": "ingen har denne plads: giv et helt tal fra 1 til {people}, antallet af analyserede personer",
  "study/not-yaml": "dette kan ikke læses som YAML: {reason}; se på anførselstegn, parenteser og indrykning her omkring",
  "study/duplicate-option": "indstillingen »{option}« er givet to gange; behold den ene",
  "study/tab-indent": "der er rykket ind med tabulator; brug mellemrum",
  "study/unclosed":
    "en parentes, der er åbnet før dette sted, er ikke lukket, eller indholdet er ikke rykket ind; luk den med ] eller }",
  "study/bad-indent": "indrykningen passer ikke til linjerne ovenfor; ret den ind efter naboerne",
  "study/unknown-anchor": "aliaset *{reason} har intet anker &{reason} før sig; tilføj ankeret, eller skriv værdien ud",
  "study/too-many-aliases": "aliaser gentages for meget; skriv værdierne ud",
  "study/key-not-text": "navnet på en indstilling skal være ren tekst; se efter et manglende anførselstegn eller en løs parentes",
  "study/reserved-name":
    "__proto__ kan ikke være navn på en indstilling, et udfald eller en baggrundsvariabel; vælg et andet (som kolonnenavn er det i orden)",
  "study/empty": "studiefilen er tom; begynd med eksemplet i README",
  "study/unknown-option": "»{name}« er ikke en indstilling her; indstillingerne er {known}",
  "study/misspelt-option": "»{name}« er ikke en indstilling her; mente du {suggestion}?",
  "study/option-of-others": "»{name}« er ikke en indstilling her, kun ved {others}; indstillingerne her er {known}",
  "study/misplaced-option": "»{name}« er ikke en indstilling her; den hører til under {suggestion}",
  "study/former-option": "»{name}« er fra en tidligere version; det skrives nu {suggestion}",
  "study/missing-option": "indstillingen {name} mangler; tilføj den ({expected})",
  "study/to-fill-in": "her står intet endnu; udfyld det ({expected})",
  "study/wrong-type": "forventede {expected}, fandt {found}",
  "study/not-one-of": "forventede {expected}, fandt {found}",
  "study/misspelt-value": "forventede {expected}, fandt {found}; mente du {suggestion}?",
  "study/too-small": "skal være {relation} {limit}, fandt {found}",
  "study/too-big": "skal være {relation} {limit}, fandt {found}",
  "study/too-short": "kræver mindst {limit} ({what}), fandt {found}",
  "study/too-long": "tager højst {limit} ({what}), fandt {found}",
  "study/wrong-format": "forventede {expected}, fandt {found}",
  "study/wrong-text": "fandt {found}, som ikke passer: {reason}",
  "study/not-allowed": "{reason}",
  "study/no-such-outcome": "intet udfald under cohort.outcomes hedder »{name}«; {hint}",
  "study/no-such-covariate": "ingen baggrundsvariabel under cohort.people.covariates hedder »{name}«; {hint}",
  "study/subgroup-number":
    "baggrundsvariablen »{name}« er et tal ({type}), og grupper gættes ikke; tilføj en baggrundsvariabel med kategorier for de intervaller, der skal ses på, og nævn den",
  "study/subgroup-one-value":
    "alle i analysen har samme værdi af {covariate}, så der er ingen grupper at vise for sig; lad den ude af savings.subgroups",
  "study/subgroup-left-out":
    "nogle værdier af {covariate} vises ikke: færre end {threshold} matchede deltagere har dem, eller ingen effekt kunne beregnes blandt dem, eller en værdi, der vises, ville røbe en anden",
  "study/subgroup-rare":
    "i grupper efter {covariate} er besparelsen uden {outcomes}: i en af grupperne har for få personer udfaldet efter start, og de andre grupper ville røbe det",
  "study/no-such-variable":
    "intet, personer sammenlignes på, hedder »{name}«; {hint} (en baggrundsvariabel, et af dens niveauer som sex=Girl, et udfalds forhistorie som placement[1,4] eller, hvor personer skilles ad, en klynge)",
  "study/no-such-clustering":
    "ingen klynger hedder »{name}«; {hint} (household og school findes, hvor cohort.people nævner deres kolonner, andre under cohort.clusterings)",
  "study/file-not-given": "studiet nævner denne fil, men den er ikke givet; tilføj den, eller ret navnet",
  "study/results-not-json": "dette er ikke en resultatfil: {reason}; giv den results.json, som kontrafakt run skrev",
  "study/results-other-kind":
    "dette er JSON, men ikke et resultat fra Kontrafakt; giv den results.json, som kontrafakt run skrev",
  "study/results-too-new":
    "dette er skrevet af en nyere Kontrafakt (skemaversion {found}, denne læser til og med {known}); opdatér Kontrafakt",
  "study/results-too-old": "dette har skemaversion {found}, som der ikke er nogen vej fra; kør studiet igen",
  "study/lock-not-readable": "låsefilen kan ikke læses: {reason}; slet den, og lås studiet igen, eller hent den tilbage",
  "study/wave-too-small":
    "holdet {wave} har færre end {threshold} matchede deltagere, for få til at offentliggøre noget om; match mindre strengt (færre navne i matching.exact, større calipers), begynd studiet senere, slå hold sammen med en længere periode, eller sænk report.smallCell, kun til intern brug",
  "study/outcome-flat":
    "{outcome} varierer ikke blandt de sammenlignede, så effekten 0 har ingen usikkerhed; kontrollér, at det er den rigtige ydelse eller måling",
  "study/waiting-cost":
    "kontroller, der starter senere, bliver i sammenligningen, men indsatsens udgift til dem er ikke regnet med: Udgiften over for besparelsen er for høj, og netto er undervurderet",
  "study/small-cells":
    "{cells} celler (hold × periode) hviler på færre end {threshold} deltagere; de er udeladt af alle tal og summer",
  "study/few-rows": "andre årsager, vist samlet",
  "study/outcome-rare":
    "færre end {threshold} deltagere eller kontroller har {outcome} efter start; ingen af tallene må vises. Slå det sammen med et lignende udfald, eller sænk report.smallCell, kun til intern brug",
  "study/outcome-rare-priced":
    "færre end {threshold} deltagere eller kontroller har {outcome} efter start; ingen af tallene må vises, og pengene er holdt ude af alle beløb, da de andre ellers ville røbe dem. Slå det sammen med et lignende udfald, så det kan tælles med, eller sænk report.smallCell, kun til intern brug",
  "study/total-spend-withheld":
    "{outcome} er al udgift, og fratrukket de udfald, der må vises, ville det være udgiften til dem, som færre end {threshold} personer har; ingen af tallene må vises, og de andre udfald holdes ikke op mod det. Slå sjældne ydelser sammen til ét udfald for at få det tilbage",
  "study/outcomes-too-rare":
    "færre end {threshold} deltagere eller kontroller har {outcome} efter start, og intet andet udfald med en pris har flere: Besparelsen ville være deres; slå ydelser sammen til ét udfald, begynd studiet tidligere, eller sænk report.smallCell, kun til intern brug",
  "study/no-such-file": "studiet nævner ingen fil »{name}«; {hint}",
  "study/near-earlier":
    "{figures} tal vises som i den tidligere offentliggørelse af dette studie, da der kun er få personer mellem de to",
  "study/near-earlier-effects":
    "få personer er kommet til eller gået fra siden den tidligere offentliggørelse, og effekter og penge vises på ny: Den, der har begge, kunne regne ud, hvad de få har tilsammen. Offentliggør kun den ene, eller vent, til flere er kommet til",
  "study/target-not-starters":
    "target {target} spørger, hvad indsatsen ville gøre også for andre, ikke hvad den gjorde for dem, der startede, og pengene regnes ud fra " +
    "det sidste; brug target: att her (pakken matching har de andre til notebooks)",
  "study/bracket-not-run":
    "hvad resultatet ville være med forhistorie og udgangspunkt taget {gap} perioder før tidspunkt nul, kan ikke siges ({code}), oftest fordi " +
    "data ikke går så langt tilbage; læs tidligere år, eller angiv en mindre shift",
  "study/groups-and-people":
    "{name} er for personer, der følges én for én, og groups for data, der ikke er det; et studie har én af de to: fjern {name} eller groups",
  "study/plan-and-others":
    "{name} er til det, der er observeret, og plan til det, som ingen har observeret endnu; et studie har én af de to: Fjern {name} eller plan",
  "study/plan-history-few": "målgruppen var på få personer i {years}, så historikken for de år er udeladt af alt",
  "study/history-nobody":
    "ingen, der er henvist eller er begyndt, har et helt kalenderår før en start, som må vises; angiv kolonnen med henvisninger (cohort.people.referral), læs tidligere år, eller sænk report.smallCell, kun til internt brug",
  "study/plan-not-yet":
    "en plan har endnu intet at holde op mod noget, så savings.{name} hører til det studie, der efterprøver den; fjern den her",
  "study/no-such-plan-outcome": "intet udfald under plan.outcomes hedder »{name}«; {hint}",
  "study/groups-source": "et studie af grupper har netop én kilde, fandt {found}; angiv én af {sources}",
  "study/moments-twice":
    "det er de samme summer som i {other}, og personer, der tæller to gange, får alt til at se sikrere ud, end det er; giv hvert steds fil én gang",
  "study/groups-estimator-missing": "indstillingen estimator mangler; sig, hvordan effekten beregnes, fx estimator: attGt",
  "study/groups-no-subgroups":
    "et studie af grupper har ingen personer at skille ad efter en baggrundsvariabel, så savings.subgroups kan ikke regnes ud; lad den ude",
  "study/groups-estimator-given": "disse effekter er allerede beregnet, så der hører ingen beregningsmetode til dem; fjern den",
  "study/groups-estimator-cross-sections": "efficient kræver de samme personer i hver periode, og tværsnit har andre; brug attGt",
  "study/groups-dominance":
    "summer og gennemsnit viser ikke, hvad enkelte personer bidrager med, så reglen om dominans kan ikke prøves på dem; fjern den, eller lad den, " +
    "der laver filen, overholde reglen",
  "study/no-such-group-outcome": "data har intet udfald »{name}«; {hint}",
  "study/no-such-group-covariate": "ingen baggrundsvariabel i tværsnittene hedder »{name}«; {hint}",
  "study/no-such-group-clustering": "ingen gruppering hedder »{name}«; {hint}",
  "study/groups-no-cells":
    "ingen gruppe, der begynder, har {threshold} personer eller flere i en periode, så der er intet at fortælle; læg grupper sammen, eller sænk, " +
    "kun til intern brug, report.smallCell",
  "study/groups-one-treated-cluster":
    "alle deltagere, eller alle fra hver start, er i samme {cluster}, og én kan ikke vise, hvor forskellige sådanne grupper er: der er intet interval og derfor ingen besparelse " +
    "at vise. Angiv en finere inddeling, hvis indsatsen blev givet inden for den, tag flere steder med, eller regn på personer (cohort) med fewTreated " +
    "ved siden af en estimator i effects.estimators",
  "study/groups-few-controls":
    "færre end {threshold} personer begynder aldrig, og hver effekt ville være en forskel fra dem; tag flere med til sammenligning, eller sænk, kun til " +
    "intern brug, report.smallCell",
  "study/groups-pretrend-none": "{outcome}: ingen periode før starten kan testes, så det vides ikke, om udviklingen var ens før",
  "study/groups-pretrend-covariance":
    "{outcome}: det vides ikke, hvordan perioderne hænger sammen, så det er ikke testet, om udviklingen var ens før starten; figuren viser " +
    "perioderne én for én",
  "study/share-without-limits":
    "{outcome}: det vides ikke, hvordan perioderne hænger sammen, så ingen grænser holder for effekten som andel af, hvad der ellers ville være sket; den vises kun i sin egen enhed",
  "study/two-way-not-decomposed":
    "{outcome}: dette tal fra regressionen med faste effekter er ikke skilt ad, da det kun kan gøres for effekter af enhed og periode på de " +
    "samme rækker",
  "study/estimator-own-outcome":
    "{outcome} ville blive justeret for sig selv, og så er der ingen effekt tilbage; nævn de udfald, beregningsmåden er til, uden det (outcomes: …), eller udelad det her",
  "study/estimator-covariate-fixed":
    "»{name}« har én værdi pr. person, og kovariater i {estimator} skal variere over tid; nævn et udfald, eller udelad den: Effekter af unit tager højde for det, der ikke ændrer sig",
  "study/estimator-covariate-varies":
    "»{name}« varierer over tid, og kovariater i {estimator} har én værdi pr. person; nævn en under cohort.people.covariates, eller skriv den ved attGt under timeVarying",
  "study/estimator-eligible-level":
    "»{name}« er en kategori; nævn det niveau, indsatsen er for, som {name}=Ja (ikke referenceniveauet), eller læs den med type: boolean",
  "study/inference-option-unused": "{option} har ingen virkning uden {needs} i beside; nævn den også dér, eller udelad {option}",
  "study/inference-few-treated-clusters":
    "indsatsen er givet i {treatedClusters} af {clusters} klynger ({by}): Med så få siger intervallet lidt, og hvad der tilfældigvis sker i én af dem, ligner indsatsen. Sæt fewTreated ved siden af (effects.inference.beside), eller lad flere starte",
  "study/inference-one-cluster-most":
    "én klynge ({by}) har omkring {share} af deltagerne, så hvad der tilfældigvis sker i den, ikke kan skelnes fra indsatsen. Sæt fewTreated ved siden af (effects.inference.beside), eller lad andre starte også",
  "study/inference-few-clusters":
    "der er {clusters} klynger ({by}) i alt, færre end intervallet er afprøvet med: Det kan være for kort eller intet sige. Tag flere klynger med i sammenligningen",
  "study/inference-few-with-outcome":
    "{people} af deltagerne har {outcome} efter start: Effekten hænger på så få, at intet interval kan bruges. Slå det sammen med et lignende udfald, eller følg flere personer eller flere år",
  "study/inference-no-figure":
    "der er ingen samlet effekt, som andre metoder kunne stilles ved siden af: Ingen periode efter start har et estimat. Lad beside være tom, eller se på, hvorfor intet er estimeret",
  "study/estimator-option-unused": "{option} har ingen virkning uden {needs}; sæt også det, eller udelad {option}",
  "study/estimator-failed":
    "{estimator} kunne ikke beregnes for {outcome} og er derfor ikke blandt de beregninger, der står ved siden af den matchede; grunden " +
    "står ved siden af, under samme indstilling",
  "study/referred-early":
    "{people} af {starters} deltagere blev henvist mere end {anticipation} periode(r), før de startede, så deres basis kan ligge efter henvisningen; hæv matching.anticipation, så den dækker det",
  "study/parameters-changed":
    "de officielle parametre er dem fra {to}, i de tidligere resultater {from}: {changes}; samfundets diskonterede nettogevinst var {before} {currency} og er {after} {currency}, hvor også alt andet, der er ændret imens, er med",
};
