import { danishNumber } from "./csv.js";
import { HOME } from "./services-file.js";

const YEARS = [2021, 2022, 2023, 2024];
const LEVEL = "2024";
const FAMILY = "Familie og Børn";
const SCHOOL = "Skole";
const STATE = "Staten";

/** Files about money: name, header, rows. Amounts in kroner at the prices of 2024, the budget at those of each year. */
export function moneyTables(): { name: string; header: string[]; rows: string[][] }[] {
  return [
    {
      name: "prices.csv",
      header: [
        "Konsekvens",
        "Betaler",
        "År",
        "Enhed",
        "Pris",
        "Lav",
        "Høj",
        "Prisniveau",
        "Realiserbar andel",
        "Grundlag",
        "Evidens",
        "Kilde",
      ],
      rows: YEARS.flatMap((year) => [
        price("Anbringelse", FAMILY, year, 2150, 1850, 2500, 0.7, "marginal", "A", `${HOME} Kommune, takster og fakturaer`),
        price("Anbringelse", STATE, year, 450, 350, 550, 1, "marginal", "B", "Refusion, særligt dyre enkeltsager"),
        price(
          "Specialskole",
          SCHOOL,
          year,
          1150,
          1000,
          1300,
          0.5,
          "gennemsnit",
          "B",
          `${HOME} Kommune, skoleafdelingens regnskab`,
        ),
        price("Familierådgivning", FAMILY, year, 420, 360, 480, 0.3, "gennemsnit", "C", `${HOME} Kommune, timeregistrering`),
      ]),
    },
    {
      name: "programme-cost.csv",
      header: ["År", "Betaler", "Budgetteret", "Faktisk", "Prisniveau", "Adfærd"],
      rows: [
        [2021, 4_800_000, 4_650_000],
        [2022, 6_600_000, 6_420_000],
        [2023, 3_000_000, 3_180_000],
        [2024, 400_000, 350_000],
      ].map(([year, planned, actual]) => [
        String(year),
        FAMILY,
        amount(planned),
        amount(actual),
        LEVEL,
        year === 2021 || year === 2024 ? "fast" : "variabel",
      ]),
    },
    {
      name: "claim.csv",
      header: [
        "År",
        "Betaler",
        "Konsekvens",
        "Forudsat besparelse",
        "Prisniveau",
        "Deltagere",
        "Effekt pr. deltager",
        "Pris pr. dag",
      ],
      rows: [
        ...claim("Anbringelse", FAMILY, 2150, [1_200_000, 5_400_000, 9_800_000, 10_600_000]),
        ...claim("Anbringelse", STATE, 450, [250_000, 1_150_000, 2_050_000, 2_200_000]),
        ...claim("Specialskole", SCHOOL, 1150, [400_000, 2_000_000, 3_600_000, 4_000_000]),
        ...claim("Familierådgivning", FAMILY, 420, [100_000, 300_000, 400_000, 400_000]),
      ],
    },
    {
      name: "budget.csv",
      header: ["År", "Konto", "Konsekvens", "Betaler", "Vedtaget", "Korrigeret", "Regnskab", "Årsag"],
      rows: [
        ...budget("5.28.20 Opholdssteder mv.", "Anbringelse", FAMILY, [
          [142_000_000, 142_000_000, 143_000_000, "ingen ændring"],
          [129_000_000, 127_800_000, 127_900_000, "program"],
          [133_000_000, 127_600_000, 126_900_000, "program"],
          [143_500_000, 134_700_000, 135_400_000, "program"],
          [131_000_000, 132_100_000, 130_600_000, "pris og løn"],
        ]),
        ...budget("5.28.21 Forebyggende foranstaltninger", "Familierådgivning", FAMILY, [
          [37_000_000, 37_000_000, 37_200_000, "ingen ændring"],
          [33_200_000, 33_200_000, 33_500_000, "ingen ændring"],
          [34_200_000, 33_900_000, 34_100_000, "program"],
          [35_400_000, 35_000_000, 35_200_000, "program"],
          [38_200_000, 38_900_000, 38_700_000, "andet"],
        ]),
        ...budget("3.22.08 Kommunale specialskoler", "Specialskole", SCHOOL, [
          [65_000_000, 65_000_000, 65_900_000, "ingen ændring"],
          [70_500_000, 70_100_000, 71_000_000, "program"],
          [79_000_000, 77_000_000, 78_100_000, "program"],
          [88_000_000, 89_600_000, 97_600_000, "demografi"],
          [90_400_000, 91_700_000, 91_300_000, "demografi"],
        ]),
      ],
    },
    {
      name: "price-index.csv",
      header: ["År", "Indeks", "Kilde"],
      rows: [86.9, 88.6, 91.5, 95.4, 100].map((level, k) => [String(2020 + k), danishNumber(level, 1), "opdigtet til eksemplet"]),
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
  basis: string,
  grade: string,
  source: string,
): string[] {
  const range = [amount(mode), amount(low), amount(high)];
  return [what, payer, String(year), "dage", ...range, LEVEL, danishNumber(cashable), basis, grade, source];
}

/** Children the business case counted with: who had started, on average over the year. */
const STARTED = [60, 180, 260, 260];

/** The business case by year, with the effect per child that makes its amount. */
function claim(what: string, payer: string, perDay: number, byYear: readonly number[]): string[][] {
  return byYear.map((kroner, k) => {
    const effect = Math.round((kroner / STARTED[k] / perDay) * 100) / 100;
    return [String(YEARS[k]), payer, what, amount(kroner), LEVEL, String(STARTED[k]), danishNumber(effect, 2), amount(perDay)];
  });
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
