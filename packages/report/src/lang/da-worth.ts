import type { enWorth } from "./en-worth.js";

export const daWorth: typeof enWorth = {
  caption: {
    observed: "Nettonutidsværdi, kun observerede år",
    withAssumed: "Nettonutidsværdi med det, der er antaget efter de observerede år",
    ratios: "Gevinst pr. krone brugt, og hvornår pengene er tjent hjem",
    scaled: "Med andre antal deltagere og den effekt pr. deltager, der er fundet",
  },
  account: { public: "Alle offentlige betalere samlet", society: "Samfundet som helhed" },
  table: {
    account: "Bundlinje",
    benefit: "Besparelse, diskonteret",
    cost: "Udgift til indsatsen, diskonteret",
    npv: (level) => `Nettonutidsværdi (${level}-interval)`,
    ratio: (level) => `Gevinst pr. krone brugt (${level})`,
    returnOnCost: "Nettogevinst pr. krone brugt",
    internalRate: "Intern rente",
    payback: "Tilbagebetalt, udiskonteret",
    paybackDiscounted: "Tilbagebetalt, diskonteret",
    mvpf: "Marginal værdi af offentlige midler",
    horizon: "Regnet med",
    net: "Netto, udiskonteret",
    reason: "Intern rente: udfald",
    shape: "Grænser",
    input: "Hvad der skulle ændres",
    now: "Nu",
    value: "Omkostningsneutral ved",
    starters: "Deltagere",
  },
  horizon: { observed: "observerede år", withAssumed: "med antagne år" },
  shape: { between: "imellem", outside: "udenfor", all: "ingen" },
  outside: (lower, upper) => `under ${lower} eller over ${upper}`,
  noLimits: "der kan ikke sættes grænser",
  noCost: "ingen udgift",
  noRate: {
    found: "fundet",
    "no-change-of-sign": "ingen, årets netto skifter aldrig fortegn",
    "no-rate": "ingen fra −99 % til 1.000 % passer",
    "several-rates": "ingen, flere renter passer",
  },
  never: "ikke inden for de medregnede år",
  none: "ingen",
  over: (share) => `over ${share}`,
  noRateFor: {
    "no-change-of-sign": "årets netto skifter aldrig fortegn",
    "no-rate": "ingen rente fra −99 % til 1.000 % passer",
    "several-rates": "flere renter passer",
  },
  noRates: (reasons) => `Ingen intern rente: ${reasons}.`,
  lead: (npv, range) => `For alle offentlige betalere samlet er nettonutidsværdien i de observerede år ${npv} (${range}).`,
  perUnit: (currency, back) =>
    currency === "DKK"
      ? `Hver krone, indsatsen kostede, gav ${back}\u00a0kr. igen.`
      : `Hver ${currency}, indsatsen kostede, gav ${back}\u00a0${currency} igen.`,
  later: (npv, range) => `Med det, der er antaget efter de observerede år, er den ${npv} (${range}).`,
  societyLead: (npv, range) => `For samfundet som helhed er nettonutidsværdien i de observerede år ${npv} (${range}).`,
  rule: (country, vintage) =>
    `Den samfundsøkonomiske bundlinje tæller også borgere og pårørende med, efter reglerne i ${country} (parametre i udgaven ${vintage}). Overførsler mellem betalere går ud mod hinanden.`,
  plainRule:
    "Den samfundsøkonomiske bundlinje tæller også borgere og pårørende med. Studiet nævner ikke noget lands parametre, så der er ikke regnet med skatteforvridning. Overførsler mellem betalere går ud mod hinanden.",
  taxDistortion: (share) => `Offentlige penge regnes for at koste ${share} mere end beløbet selv (skatteforvridning).`,
  priceConversion: (factor) =>
    `Hvad offentlige betalere bruger, er ganget med ${factor}, så det er i de priser, borgere betaler.`,
  mvpf: (value, range) =>
    `Marginal værdi af offentlige midler: De, der står uden for de offentlige kasser, får ${value} for hver krone, det netto koster det offentlige (${range}).`,
  mvpfLoss: (value, range) =>
    `Marginal værdi af offentlige midler: De, der står uden for de offentlige kasser, mister ${value} for hver krone, det offentlige netto får (${range}).`,
  mvpfFree: "Marginal værdi af offentlige midler: uden grænse, for de offentlige kasser får også gevinst.",
  mvpfUnlimited: "uden grænse: De offentlige kasser får også gevinst",
  discountSteps: (rates, year, source) =>
    `Diskonterede beløb er regnet til deres værdi i ${year} med årlige renter i trin: ${rates}${source === "" ? "" : ` (${source})`}.`,
  country: { DK: "Danmark", NO: "Norge", SE: "Sverige", UK: "Storbritannien" },
  switchingLead: {
    observed:
      "Nettonutidsværdien for alle offentlige betalere samlet ville være nul i de observerede år med én af disse ændringer, hvis alt andet er, som det er:",
    withAssumed: "Med det, der er antaget efter de observerede år, ville den være nul med én af disse ændringer:",
  },
  input: {
    starters: "antal deltagere",
    persistence: "måneder, effekten varer efter de observerede år",
    effect: "effekt",
    price: "pris",
    cost: "udgift til indsatsen",
  },
  switching: {
    starters: (value, now) => `${value} ${value === "1" ? "deltager" : "deltagere"} i stedet for ${now}`,
    persistence: (value, now) => `En effekt, der varer ${value} måneder efter de observerede år i stedet for ${now}`,
    effect: (outcome, value, now, unit) => `${outcome}: ${value} færre ${unit} pr. deltager i stedet for ${now}`,
    less: (outcome, value, now, unit) => `${outcome}: ${value} ${unit} mindre pr. deltager i stedet for ${now}`,
    change: (outcome, value, now, unit) => `${outcome}: en ændring på ${value} ${unit} pr. deltager i stedet for ${now}`,
    price: (outcome, value, now, unit) => `${outcome}: en pris på ${value} pr. enhed (${unit}) i stedet for ${now}`,
    cost: (value, now) => `En udgift til indsatsen på ${value} i stedet for ${now}`,
  },
  noSwitch: {
    starters: "Intet antal deltagere får det til at gå lige op.",
    persistence: "Selv om effekten varer tres år mere, går det ikke lige op.",
    anyStarters: "Den er over nul med et hvilket som helst antal deltagere.",
    effect: (outcomes) => `Ikke regnet ud for en effekt, der er nul, som den er: ${outcomes}.`,
    price: (outcomes) => `Selv en pris på 0 for et af disse udfald får det ikke til at gå lige op: ${outcomes}.`,
    anyPrice: (outcomes) => `Den er over nul uanset prisen på et af disse udfald: ${outcomes}.`,
    cost: "Selv en indsats, der intet kostede, ville ikke gå lige op.",
  },
  scaledNote:
    "Effekten pr. deltager regnes for den samme med flere eller færre deltagere. Intervallerne er bredere end ovenfor: Det handler om andre deltagere end de observerede.",
  given:
    "Intervallerne er konfidens, givet modellen, ved faste priser. Beløbene er i studiets prisniveau og diskonteret, som forudsætningerne siger.",
};
