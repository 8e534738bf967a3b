import { dateOf, NO_DAY } from "@kontrafakt/base";
import { QUARTERS } from "../early-support/calendar.js";
import { field, windows1252 } from "../early-support/csv.js";
import { EXTRACT, type World } from "../early-support/world.js";
import { dottedDate, serviceRows } from "./export-rows.js";
import { norwegianTestNumber, turns } from "./national-ids.js";
import type { SampleFile } from "./swedish-files.js";

const HOME = "Fjordvik";
const NEIGHBOURS = ["Nordfjell", "Sørvåg", "Østbygda"];
/** KOSTRA function and measure of each service, and of the programme: 252 placed, 202 school, 251 not placed. */
const FUNCTIONS = ["252", "202", "251", "251"];
const MEASURES = ["institusjon", "spesialskole", "familieveiledning", "Tidlig innsats"];
const DAILY = [4200, 1600, 590, 180];
const SCHOOLS = ["Fjordvik skole", "Havna skole", "Ås skole", "Østre skole", "Ødegård skole"];
const EDUCATIONS = ["grunnskole", "studieforberedende", "yrkesfag", "høyere"];
const CHILD = "Barnevern";
const SCHOOL = "Skole";
const STATE = "Staten";
const YEARS = [2021, 2022, 2023, 2024];

const comma = (value: number, decimals = 0) => value.toFixed(decimals).replace(".", ",");

/** Windows-1252, semicolons, line feeds. */
function file(name: string, lines: readonly (readonly string[])[]): SampleFile {
  return { name, bytes: windows1252(`${lines.map((cells) => cells.map(field).join(";")).join("\n")}\n`) };
}

/** A Norwegian municipality's export: fødselsnummer, dotted dates, measures by KOSTRA function, one file for each case system. */
export function norwegianFiles(world: World): SampleFile[] {
  const { people, referrals, residence, measures, observed } = world;
  const turn = turns(people.born);
  const id = (i: number) => norwegianTestNumber(people.born[i], turn[i]);
  const children = Array.from({ length: people.n }, (_, i) => i);
  const header = ["Fødselsnummer", "Funksjon", "Tiltak", "Vedtatt", "Iverksatt", "Avsluttet", "Døgnpris", "Betalende kommune"];
  const rows = serviceRows(world).map(({ person, service, from, to }) => ({
    year: dateOf(from).year,
    cells: [
      id(person),
      FUNCTIONS[service],
      MEASURES[service],
      dottedDate(from - 21),
      dottedDate(from),
      dottedDate(to),
      comma(DAILY[service]),
      HOME,
    ],
  }));
  // The case system was replaced at the turn of 2019/20; each has its own extract, by the day the measure began.
  const begun = (old: boolean) => rows.filter(({ year }) => year < 2020 === old).map(({ cells }) => cells);
  return [
    file("barn.csv", [
      [
        "Fødselsnummer",
        "Født",
        "Kjønn",
        "Husstand",
        "Skole",
        "Aleneforsørger",
        "Mors utdanning",
        "Antall søsken",
        "Bekymringsmeldinger før 2017",
        "Henvist",
        "Oppstart",
      ],
      ...children.map((i) => [
        id(i),
        dottedDate(people.born[i]),
        people.boy[i] === 1 ? "gutt" : "jente",
        `N${301 + people.household[i]}`,
        SCHOOLS[people.school[i] % SCHOOLS.length],
        people.singleParent[i] === 1 ? "Ja" : "Nei",
        EDUCATIONS[people.education[i]],
        String(people.siblings[i]),
        String(people.notifications[i]),
        ...(referrals.startQuarter[i] < 0 ? ["", ""] : [dottedDate(referrals.referralDay[i]), dottedDate(referrals.startDay[i])]),
      ]),
    ]),
    file("tiltak-til-2019.csv", [header, ...begun(true)]),
    file("tiltak-fra-2020.csv", [header, ...begun(false)]),
    file("adresse.csv", [
      ["Fødselsnummer", "Fra og med", "Til og med", "Kommune"],
      ...Array.from({ length: residence.count }, (_, m) => m)
        .filter((m) => residence.from[m] <= EXTRACT)
        .map((m) => [
          id(residence.person[m]),
          dottedDate(residence.from[m]),
          dottedDate(residence.to[m] > EXTRACT ? NO_DAY : residence.to[m]),
          residence.home[m] === 1 ? HOME : NEIGHBOURS[m % NEIGHBOURS.length],
        ]),
    ]),
    file("fravaer.csv", [
      ["Fødselsnummer", ...Array.from({ length: QUARTERS }, (_, t) => `${(t % 4) + 1}. kv. ${2017 + Math.floor(t / 4)}`)],
      ...children.map((i) => [
        id(i),
        ...Array.from({ length: QUARTERS }, (_, t) =>
          observed[i * QUARTERS + t] === 1 ? comma(measures.absence[i * QUARTERS + t], 1) : "",
        ),
      ]),
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
      "dager",
      comma(unit),
      comma(0.85 * unit),
      comma(1.2 * unit),
      "2024",
      cashable,
      `${HOME} kommune, regnskap`,
    ]);
  const claim = (what: string, payer: string, thousands: readonly number[]) =>
    thousands.map((amount, k) => [String(YEARS[k]), payer, what, comma(1000 * amount), "2024"]);
  return [
    file("priser.csv", [
      ["Virkning", "Aktør", "År", "Enhet", "Pris", "Lav", "Høy", "Kroneår", "Realiserbar andel", "Kilde"],
      ...price("Plassering", CHILD, 3100, "0,7"),
      ...price("Plassering", STATE, 1100, "1"),
      ...price("Spesialskole", SCHOOL, DAILY[1], "0,5"),
      ...price("Familieveiledning", CHILD, DAILY[2], "0,3"),
    ]),
    file("tiltakskostnad.csv", [
      ["År", "Aktør", "Planlagt", "Faktisk", "Kroneår"],
      ...[
        [1250, 1190],
        [1700, 1680],
        [850, 900],
        [120, 110],
      ].map(([planned, actual], k) => [String(YEARS[k]), CHILD, comma(1000 * planned), comma(1000 * actual), "2024"]),
    ]),
    file("beregning.csv", [
      ["År", "Aktør", "Virkning", "Forutsatt innsparing", "Kroneår"],
      ...claim("Plassering", CHILD, [300, 1300, 2300, 2400]),
      ...claim("Plassering", STATE, [100, 450, 800, 850]),
      ...claim("Spesialskole", SCHOOL, [100, 500, 900, 1000]),
      ...claim("Familieveiledning", CHILD, [20, 70, 90, 90]),
    ]),
    file("budsjett.csv", [
      ["År", "Funksjon.art.ansvar", "Virkning", "Aktør", "Vedtatt", "Regulert", "Regnskap", "Årsak"],
      ...[
        [2021, 15_400, 15_300, 15_900, "tiltak"],
        [2022, 15_700, 14_800, 15_200, "tiltak"],
        [2023, 16_200, 14_700, 15_100, "tiltak"],
        [2024, 16_600, 17_000, 16_800, "pris og lønn"],
      ].map(([year, adopted, adjusted, actual, reason]) => [
        String(year),
        "252.370.4400",
        "Plassering",
        CHILD,
        comma(1000 * (adopted as number)),
        comma(1000 * (adjusted as number)),
        comma(1000 * (actual as number)),
        String(reason),
      ]),
    ]),
  ];
}
