import type { Language } from "@kontrafakt/study";

type Phrase = Readonly<Record<Language, string>>;

/** What a column is read for, by the last part of the option that names it. */
const phrases: Readonly<Record<string, Phrase>> = {
  person: {
    en: "to know the same person in every file; replaced by a pseudonym at once",
    da: "at genkende den samme person i alle filer; erstattes straks af et pseudonym",
  },
  born: { en: "age, and who is in the target group", da: "alder, og hvem der er i målgruppen" },
  died: { en: "until when a person is in the study", da: "hvor længe personen er med" },
  household: { en: "to keep siblings out of the comparison group", da: "at holde søskende ude af sammenligningsgruppen" },
  school: { en: "to take account of pupils of one school", da: "at tage højde for, at elever går på samme skole" },
  referral: { en: "when the person was referred", da: "hvornår personen blev henvist" },
  start: { en: "when the programme started", da: "hvornår indsatsen begyndte" },
  ends: { en: "when the programme ended", da: "hvornår indsatsen sluttede" },
  covariates: { en: "comparing like with like", da: "at sammenligne personer, der ligner hinanden" },
  otherProgrammes: { en: "when the person got another programme", da: "hvornår personen fik en anden indsats" },
  link: { en: "to translate another system's ids", da: "at oversætte et andet systems id-numre" },
  clusterings: { en: "groups that people share", da: "grupper, som flere personer hører til" },
  service: { en: "which service the person received", da: "hvilken ydelse personen fik" },
  from: { en: "first day", da: "første dag" },
  to: { en: "last day", da: "sidste dag" },
  on: { en: "day of an event", da: "dagen for en hændelse" },
  year: { en: "year", da: "år" },
  weeks: { en: "weekly codes", da: "ugekoder" },
  price: { en: "price of the service", da: "prisen på ydelsen" },
  amount: { en: "amount", da: "beløb" },
  payer: { en: "who pays", da: "hvem der betaler" },
  municipality: { en: "where the person lives", da: "hvor personen bor" },
  columns: { en: "measurements, one column a period", da: "målinger, én kolonne for hver periode" },
  period: { en: "which period a value belongs to", da: "hvilken periode en værdi hører til" },
  value: { en: "a measurement", da: "en måling" },
  recode: { en: "recoded as the study says", da: "omkodes, som studiet angiver" },
  keep: { en: "which rows are used", da: "hvilke rækker der bruges" },
};

/** What the study uses a column for, in words; the option itself where there are none for it. */
export function useOf(role: string, option: string, language: Language): string {
  if (role.startsWith("cohort.link.")) return phrases.link[language];
  const parts = option.split(".");
  for (let k = parts.length - 1; k >= 0; k--) {
    if (!Object.hasOwn(phrases, parts[k])) continue;
    return phrases[parts[k]][language];
  }
  return `${role}.${option}`;
}
