import type { Catalogue } from "@kontrafakt/base";

export const figuresMessages: Catalogue = {
  "savings/persistence-outcome":
    "intet udfald med pris hedder »{found}«; priser findes på {priced}: Ret navnet, eller tilføj en pris for det",
  "savings/persistence-none":
    "form none tæller intet efter den observerede periode, så {what} har intet at virke på; vælg en form, eller udelad det",
  "savings/persistence-lag":
    "effekten skulle begynde {lag} år efter den observerede periode, men der tælles kun {years} år; afkort lag, eller tæl flere år",
  "savings/persistence-decline": "et årligt fald hører til form exponential, fandt form {form}; ret formen, eller udelad decline",
  "savings/persistence-decline-missing":
    "form exponential kræver decline: den andel af effekten, der tabes hvert år, for eksempel 0.1",
  "savings/persistence-points":
    "points hører til form stepwise eller interpolated, fandt form {form}; ret formen, eller udelad points",
  "savings/persistence-points-missing":
    "form {form} kræver points: hvad der er tilbage af effekten, efter år siden den observerede periode",
  "savings/persistence-points-order":
    "points skal stå i rækkefølge efter år, fandt år {year} efter år {before}; sortér dem, og angiv hvert år én gang",
  "savings/persistence-point-late":
    "punktet ved år {year} ligger ud over de {years} år, der tælles; forhøj years, eller udelad punktet",
  "savings/persistence-share": "en andel skal ligge mellem 0 og 1, fandt {found}",
  "savings/persistence-uncertain-nothing":
    "en usikker andel regnes i forhold til den, der regnes med, og ved {amount} er intet af effekten tilbage; regn med en anden værdi, eller udelad fordelingen",
  "savings/uncertain-lacks": "fordelingen {kind} kræver {what}; tilføj det, eller vælg en anden fordeling",
  "savings/uncertain-extra": "fordelingen {kind} har intet {what}; udelad det, eller vælg en anden fordeling",
  "savings/uncertain-amount":
    "værdien {amount} skal ligge mellem den laveste, {low}, og den højeste, {high}; ret den, der er forkert",
  "savings/age-out-without-course":
    "ageOut afslutter en forudsat effekt, men der er ikke forudsat nogen efter den observerede periode; vælg en form, eller udelad ageOut",
  "savings/age-out-unknown":
    "hvor mange der er under {ageOut} år, vides ikke her: Data har ingen fødselsdatoer, eller resultaterne er lavet uden ageOut; evaluér kohorten på ny, eller udelad ageOut",
  "savings/age-out-year-unknown":
    "hvor mange der er under {ageOut} år i {year}, vides ikke her, kun for {years}; tæl færre år, eller evaluér kohorten på ny",
  "savings/price-carried-on":
    "{consequence} har ikke en pris for hvert år efter den observerede periode; den sidst kendte, fra {year} eller før, bruges videre, fordi priserne er faste",
  "savings/cost-after-horizon":
    "udgift til indsatsen på {amount} {currency} falder efter {last}, det sidste år der regnes med, og er udeladt; tæl flere år i savings.persistence.years for at få den med",
};
