import { NO_DAY } from "@kontrafakt/base";
import { QUARTERS } from "../early-support/calendar.js";
import { field } from "../early-support/csv.js";
import { EXTRACT, type World } from "../early-support/world.js";
import { isoDate, serviceRows } from "./export-rows.js";
import { swedishTestNumber, turns } from "./national-ids.js";

const HOME = "Fjärdby";
const NEIGHBOURS = ["Norrby", "Söderhamnsby", "Åsele by", "Västerhed"];
const SERVICES = ["HVB-vård", "Resursskola", "Familjebehandling", "Tidiga insatser"];
const DAILY = [3900, 1700, 640, 190];
const SCHOOLS = ["Fjärdskolan", "Hamnskolan", "Ängsskolan", "Östra skolan", "Ådalsskolan"];
const EDUCATIONS = ["grundskola", "gymnasium teoretiskt", "gymnasium yrkes", "eftergymnasial"];
const SOCIAL = "Socialnämnden";
const SCHOOL_BOARD = "Barn- och utbildningsnämnden";
const YEARS = [2021, 2022, 2023, 2024];

export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const comma = (value: number, decimals = 0) => value.toFixed(decimals).replace(".", ",");
/** Thousands apart by a no-break space, as spreadsheets show them. */
const spaced = (value: number) => comma(value).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");

/** UTF-8 with a byte order mark, semicolons, CRLF. */
function file(name: string, lines: readonly (readonly string[])[]): SampleFile {
  const text = lines.map((cells) => cells.map(field).join(";")).join("\r\n");
  return { name, bytes: new TextEncoder().encode(`\ufeff${text}\r\n`) };
}

/** A Swedish municipality's export: personnummer, ISO dates, title rows above the services, absence with one row a quarter. */
export function swedishFiles(world: World): SampleFile[] {
  const { people, referrals, residence, measures, observed } = world;
  const turn = turns(people.born);
  const id = (i: number) => swedishTestNumber(people.born[i], turn[i]);
  const children = Array.from({ length: people.n }, (_, i) => i);
  const services = serviceRows(world).map(({ person, service, from, to }) => [
    id(person),
    SERVICES[service],
    isoDate(from - 14),
    isoDate(from),
    isoDate(to),
    comma(DAILY[service], 2),
    HOME,
  ]);
  return [
    file("personer.csv", [
      [
        "Personnummer",
        "Kön",
        "Hushåll",
        "Skola",
        "Ensamstående",
        "Mammas utbildning",
        "Antal syskon",
        "Orosanmälningar före 2017",
        "Aktualiserad",
        "Insats start",
      ],
      ...children.map((i) => [
        id(i),
        people.boy[i] === 1 ? "Pojke" : "Flicka",
        `F${2001 + people.household[i]}`,
        SCHOOLS[people.school[i] % SCHOOLS.length],
        people.singleParent[i] === 1 ? "Ja" : "Nej",
        EDUCATIONS[people.education[i]],
        String(people.siblings[i]),
        String(people.notifications[i]),
        ...(referrals.startQuarter[i] < 0 ? ["", ""] : [isoDate(referrals.referralDay[i]), isoDate(referrals.startDay[i])]),
      ]),
    ]),
    file("insatser.csv", [
      [`${HOME} kommun, insatser för barn och unga`],
      [`Uttag ${isoDate(EXTRACT)}, verkställda beslut`],
      [""],
      ["Personnummer", "Insats", "Beslutsdatum", "Verkställd från", "Verkställd till", "Dygnskostnad", "Betalande kommun"],
      ...services,
      ["Summa", "", "", "", "", "", ""],
    ]),
    file("folkbokforing.csv", [
      ["Personnummer", "Från", "Till", "Kommun"],
      ...Array.from({ length: residence.count }, (_, m) => [
        id(residence.person[m]),
        isoDate(residence.from[m]),
        isoDate(residence.to[m] > EXTRACT ? NO_DAY : residence.to[m]),
        residence.home[m] === 1 ? HOME : NEIGHBOURS[m % NEIGHBOURS.length],
      ]).filter(([, from]) => from <= isoDate(EXTRACT)),
    ]),
    file("franvaro.csv", [
      ["Personnummer", "Period", "Frånvarodagar"],
      ...children.flatMap((i) =>
        Array.from({ length: QUARTERS }, (_, t) => t)
          .filter((t) => observed[i * QUARTERS + t] === 1)
          .map((t) => [id(i), `${2017 + Math.floor(t / 4)} kv${(t % 4) + 1}`, comma(measures.absence[i * QUARTERS + t], 1)]),
      ),
    ]),
    ...money(),
  ];
}

function money(): SampleFile[] {
  const price = (what: string, payer: string, unit: number, cashable: string) =>
    YEARS.map((year) => [
      what,
      payer,
      String(year),
      "dagar",
      comma(unit),
      comma(0.87 * unit),
      comma(1.15 * unit),
      "2024",
      cashable,
      `${HOME} kommun, bokslut`,
    ]);
  const claim = (what: string, payer: string, amounts: readonly number[]) =>
    amounts.map((amount, k) => [String(YEARS[k]), payer, what, spaced(amount), "2024"]);
  return [
    file("priser.csv", [
      ["Följdeffekt", "Aktör", "År", "Enhet", "Pris", "Låg", "Hög", "Prisnivå", "Realiserbar andel", "Källa"],
      ...price("HVB-vård", SOCIAL, DAILY[0], "0,7"),
      ...price("Resursskola", SCHOOL_BOARD, DAILY[1], "0,5"),
      ...price("Familjebehandling", SOCIAL, DAILY[2], "0,3"),
    ]),
    file("insatskostnad.csv", [
      ["År", "Aktör", "Budget", "Utfall", "Prisnivå"],
      ...[
        [1_300_000, 1_240_000],
        [1_800_000, 1_770_000],
        [900_000, 950_000],
        [150_000, 130_000],
      ].map(([planned, actual], k) => [String(YEARS[k]), SOCIAL, spaced(planned), spaced(actual), "2024"]),
    ]),
    file("kalkyl.csv", [
      ["År", "Aktör", "Följdeffekt", "Beräknad besparing", "Prisnivå"],
      ...claim("HVB-vård", SOCIAL, [400_000, 1_700_000, 2_900_000, 3_100_000]),
      ...claim("Resursskola", SCHOOL_BOARD, [100_000, 600_000, 1_000_000, 1_100_000]),
      ...claim("Familjebehandling", SOCIAL, [30_000, 80_000, 100_000, 100_000]),
    ]),
    file("budget.csv", [
      ["År", "Konto × verksamhet", "Följdeffekt", "Aktör", "Antagen", "Justerad", "Utfall", "Orsak"],
      ...[
        [2021, 14_200_000, 14_100_000, 14_600_000, "insats"],
        [2022, 14_500_000, 13_700_000, 14_100_000, "insats"],
        [2023, 14_900_000, 13_400_000, 13_900_000, "insats"],
        [2024, 15_300_000, 15_600_000, 15_500_000, "pris och lön"],
      ].map(([year, adopted, adjusted, actual, reason]) => [
        String(year),
        "4615 × HVB-vård barn och unga",
        "HVB-vård",
        SOCIAL,
        spaced(adopted as number),
        spaced(adjusted as number),
        spaced(actual as number),
        String(reason),
      ]),
    ]),
  ];
}
