/** The `plan:` block of `daOptions`. */
export const daPlanOptions: Readonly<Record<string, string>> = {
  plan: "hvad der er planlagt: hvem der begynder hvornår, hvad der forudsættes at ændre sig for dem, og hvad de bruger uden indsatsen",
  "plan.from": "det første kalenderår, der regnes med",
  "plan.until": "det sidste kalenderår, der regnes med",
  "plan.starters": "planlagte deltagere efter kalenderår; et tal, eller et med en fordeling",
  "plan.firstYear":
    "hvor meget af startåret der i gennemsnit er tilbage, når deltagerne begynder; 0,5 = jævnt fordelt over året. Tæller personer i claim.csv og i målgruppens udgift, ikke effekter",
  "plan.dropouts": "andelen af deltagere, der falder fra, og som der ikke regnes effekt for",
  "plan.successRate":
    "succesrate: andelen af dem, der bliver, som den angivne effekt gælder for; 1, hvor effekten er et gennemsnit over dem alle",
  "plan.outcomes": "hvad indsatsen skal ændre, efter navn; et senere studies udfald bør hedde det samme",
  "plan.outcomes.*.unit": "hvad det tælles i, for eksempel dage",
  "plan.outcomes.*.label": "hvad rapporten kalder det",
  "plan.outcomes.*.better": "hvilken retning der er god",
  "plan.outcomes.*.group": "effekter i samme gruppe bliver store eller små sammen",
  "plan.effects": "filen med forudsatte effekter og dens kolonner",
  "plan.effects.outcome": "kolonne: udfaldet, der ændrer sig",
  "plan.effects.yearSinceStart": "kolonne: 0 = kalenderåret for start, 1 = det næste og så videre uden huller",
  "plan.effects.effect": "kolonne: ændringen pr. deltager i det år, i udfaldets enhed; negativ = mindre",
  "plan.effects.low": "kolonne: det laveste, ændringen kan være; tom = ikke usikker",
  "plan.effects.high": "kolonne: det højeste, ændringen kan være; tom = ikke usikker",
  "plan.effects.grade": "kolonne: hvor god evidensen er, som planen vurderer den",
  "plan.effects.optimismBias": "kolonne: andelen, der trækkes fra, fordi planer har for vane at vente for meget; tom = intet",
  "plan.effects.source": "kolonne: hvor effekten kommer fra",
  "plan.history": "målgruppens historik og dens kolonner: hvor stor den er, og hvad den koster hvem uden indsatsen",
  "plan.costBias": "optimisme i udgiften: planlagt udgift × (1 + uplift × (1 − mitigated))",
  "plan.measure":
    "hvilken besparelse claim.csv angiver: sparet forbrug (gross) eller den del, der kan tages ud af et budget (cashable)",
};
