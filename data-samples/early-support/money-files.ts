import { danishNumber } from "./csv.js";
import { HOME } from "./services-file.js";

const YEARS = [2021, 2022, 2023, 2024];
const LEVEL = "2024";
const FAMILY = "Familie og Børn";
const SCHOOL = "Skole";
const STATE = "Staten";

/** Files about money: name, header, rows. All amounts in kroner at the prices of 2024. */
export function moneyTables(): { name: string; header: string[]; rows: string[][] }[] {
  return [
    {
      name: "prices.csv",
      header: ["Konsekvens", "Betaler", "År", "Enhed", "Pris", "Lav", "Høj", "Prisniveau", "Realiserbar andel", "Kilde"],
      rows: YEARS.flatMap((year) => [
        price("Anbringelse", FAMILY, year, 2150, 1850, 2500, 0.7, `${HOME} Kommune, takster og fakturaer`),
        price("Anbringelse", STATE, year, 450, 350, 550, 1, "Refusion, særligt dyre enkeltsager"),
        price("Specialskole", SCHOOL, year, 1150, 1000, 1300, 0.5, `${HOME} Kommune, skoleafdelingens regnskab`),
        price("Familierådgivning", FAMILY, year, 420, 360, 480, 0.3, `${HOME} Kommune, timeregistrering`),
      ]),
    },
    {
      name: "programme-cost.csv",
      header: ["År", "Betaler", "Budgetteret", "Faktisk", "Prisniveau"],
      rows: [
        [2021, 4_800_000, 4_650_000],
        [2022, 6_600_000, 6_420_000],
        [2023, 3_000_000, 3_180_000],
        [2024, 400_000, 350_000],
      ].map(([year, planned, actual]) => [String(year), FAMILY, amount(planned), amount(actual), LEVEL]),
    },
    {
      name: "claim.csv",
      header: ["År", "Betaler", "Konsekvens", "Forudsat besparelse", "Prisniveau"],
      rows: [
        ...claim("Anbringelse", FAMILY, [1_200_000, 5_400_000, 9_800_000, 10_600_000]),
        ...claim("Anbringelse", STATE, [250_000, 1_150_000, 2_050_000, 2_200_000]),
        ...claim("Specialskole", SCHOOL, [400_000, 2_000_000, 3_600_000, 4_000_000]),
        ...claim("Familierådgivning", FAMILY, [100_000, 300_000, 400_000, 400_000]),
      ],
    },
    {
      name: "budget.csv",
      header: ["År", "Konto", "Konsekvens", "Betaler", "Vedtaget", "Korrigeret", "Regnskab", "Årsag"],
      rows: [
        ...budget("5.28.20 Opholdssteder mv.", "Anbringelse", FAMILY, [
          [96_000_000, 96_000_000, 97_400_000, "ingen ændring"],
          [97_500_000, 96_300_000, 98_100_000, "program"],
          [99_000_000, 93_600_000, 96_900_000, "program"],
          [101_500_000, 91_700_000, 95_200_000, "program"],
          [103_000_000, 105_100_000, 104_300_000, "pris og løn"],
        ]),
        ...budget("5.28.21 Forebyggende foranstaltninger", "Familierådgivning", FAMILY, [
          [41_000_000, 41_000_000, 40_600_000, "ingen ændring"],
          [41_800_000, 46_600_000, 46_100_000, "program"],
          [42_500_000, 49_100_000, 48_700_000, "program"],
          [43_600_000, 46_600_000, 46_900_000, "program"],
          [44_500_000, 45_300_000, 45_600_000, "andet"],
        ]),
        ...budget("3.22.08 Kommunale specialskoler", "Specialskole", SCHOOL, [
          [68_000_000, 68_000_000, 68_900_000, "ingen ændring"],
          [69_200_000, 68_800_000, 70_300_000, "program"],
          [70_900_000, 68_900_000, 71_800_000, "program"],
          [72_400_000, 74_000_000, 74_600_000, "demografi"],
          [74_800_000, 76_100_000, 76_400_000, "demografi"],
        ]),
      ],
    },
  ];
}

function amount(kroner: number): string {
  return danishNumber(kroner, 2);
}

function price(
  what: string,
  payer: string,
  year: number,
  mode: number,
  low: number,
  high: number,
  cashable: number,
  source: string,
): string[] {
  return [what, payer, String(year), "dage", amount(mode), amount(low), amount(high), LEVEL, danishNumber(cashable), source];
}

function claim(what: string, payer: string, byYear: readonly number[]): string[][] {
  return byYear.map((kroner, k) => [String(YEARS[k]), payer, what, amount(kroner), LEVEL]);
}

function budget(
  account: string,
  what: string,
  payer: string,
  rows: readonly (readonly [number, number, number, string])[],
): string[][] {
  return rows.map(([adopted, adjusted, actual, reason], k) => [
    String(2020 + k),
    account,
    what,
    payer,
    amount(adopted),
    amount(adjusted),
    amount(actual),
    reason,
  ]);
}
