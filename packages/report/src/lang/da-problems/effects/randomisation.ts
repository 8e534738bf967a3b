import type { Catalogue } from "@kontrafakt/base";

export const randomisationMessages: Catalogue = {
  "effects/roles-without-sets":
    "{estimator} har ingen matchede sæt, strata eller hold af startere, som roller kan flyttes inden for; bed om randomisering inden for klynger eller blandt alle, eller om score-bootstrap",
  "effects/roles-of-wave":
    "på {waves} hold tæller personer i samme rolle ikke lige meget, så de kan ikke bytte plads på tværs af matchede sæt; bed om randomisering inden for sæt",
  "effects/roles-not-strata":
    "sammenligningen består af matchede sæt, ikke af strata; bed om randomisering inden for sæt eller hold",
  "effects/roles-leave-clusters":
    "personer byttede plads en for en, selv om hele klynger ({name}) fik indsatsen: det, personer i samme klynge har til fælles, tælles ikke med, så p-værdi og interval lover for meget. Bed om randomisering inden for klynger eller om score-bootstrap",
  "effects/arms-unknown":
    "{estimator} oplyser ikke, hvad en klynge ville have bidraget med i en anden gruppe: det vides kun uden kovariater, og efter matchning kun hvor en klynge er valgt; bed om score-bootstrap",
  "effects/arms-of-people":
    "efter matchning kan personer kun bytte plads inden for matchet sæt eller hold, for andre steder blev de ikke sammenlignet; bed om randomisering inden for sæt",
  "effects/clusters-mixed":
    "i {clusters} af {of} klynger er nogle personer startet og andre ikke, eller ikke på samme tid, så indsatsen blev ikke givet til hele klynger; bed om randomisering inden for sæt (for en model på alle: blandt alle) eller om score-bootstrap",
  "effects/clusters-unknown":
    "{count} personer i sammenligningen hører ikke til en kendt klynge, så deres klynge kan ikke bytte plads; udfyld klyngerne, eller bed om randomisering inden for sæt",
  "effects/one-arm":
    "alle {clusters} klynger er i samme gruppe, så ingen kan bytte plads; vælg en finere klynge, eller bed om randomisering inden for sæt",
  "effects/arms-too-large":
    "{clusters} klynger og {cells} celler er for mange til at holde styr på, hvad hver ville bidrage med i alle grupper; vælg en grovere klynge eller færre perioder, eller bed om score-bootstrap",
  "effects/combination-not-estimated":
    "noget af det, der spørges om, kunne ikke beregnes og kan derfor ikke testes; udelad de perioder eller hold, som de andre bemærkninger nævner",
  "effects/nothing-to-take-off":
    "ingen vægt ligger på perioder fra starten og frem, så intet kan trækkes fra de personer, der fik indsatsen, og randomiseringstesten har intet interval; læs dens p-værdi alene",
  "effects/few-treated-controls":
    "{clusters} klynger i sammenligningen er for få til at vise, hvor meget en klynge med indsatsen kan afvige: der skal mindst {least} til; bed om randomisering inden for klynger",
  "effects/few-treated-coarse":
    "med {clusters} klynger i sammenligningen og {treated} med indsatsen kan p-værdien i Conley og Tabers eller Ferman og Pintos test ikke blive under {least}, så intervallet har ingen ender; læs p-værdien ved siden af det almindelige interval",
  "effects/few-treated-none":
    "ingen klynge med indsatsen har vægt i det, der spørges om, så der er intet at teste; spørg om et andet udfald eller en anden periode",
};
