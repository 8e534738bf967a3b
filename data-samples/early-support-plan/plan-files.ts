import { csvBytes, danishNumber, field } from "../early-support/csv.js";

const LEVEL = "2024";
const FAMILY = "Familie og Børn";
const SCHOOL = "Skole";
const STATE = "Staten";
const ELSEWHERE = "Evaluering af lignende indsats i en anden kommune, matchet sammenligning";
const GUESS = "Skøn fra fagområdet";

/** The files of the plan that came before Early Support: name and bytes. Money in kroner at the prices of 2024. */
export function planSampleFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  return [
    {
      name: "effekter.csv",
      header: ["Udfald", "År efter start", "Effekt", "Lav", "Høj", "Fordeling", "Evidens", "Optimisme", "Kilde"],
      rows: [
        ...effect("Anbringelse", "pert", "B", 0.2, ELSEWHERE, [
          [-5.8, -12, 0],
          [-20, -34, -4],
          [-27, -46, -6],
          [-24.5, -44, -4],
        ]),
        ...effect("Specialskole", "pert", "C", 0.2, ELSEWHERE, [
          [-3.6, -7, 0],
          [-14.5, -25, -3],
          [-18, -31, -4],
          [-18, -32, -2],
        ]),
        ...effect("Familierådgivning", "triangular", "D", 0.3, GUESS, [
          [-2.8, -8, 4],
          [-5.7, -12, 2],
          [-5.7, -12, 2],
          [-5.7, -13, 3],
        ]),
        ...effect("Skolefravær", "triangular", "D", 0, GUESS, [
          [-0.5, -2, 1],
          [-1.5, -4, 1],
          [-2, -5, 1],
          [-2, -5, 1],
        ]),
      ],
    },
    {
      name: "historik.csv",
      header: ["År", "Personer", "Udfald", "Enheder"],
      rows: history([
        [2017, 238, 8957, 3988, 8864, 7011],
        [2018, 238, 10_835, 4820, 11_517, 6998],
        [2019, 245, 13_199, 10_269, 13_250, 7378],
        [2020, 245, 17_435, 14_568, 17_568, 7608],
      ]),
    },
    {
      name: "priser.csv",
      header: ["Konsekvens", "Betaler", "År", "Enhed", "Pris", "Lav", "Høj", "Prisniveau", "Realiserbar andel", "Kilde"],
      rows: [
        price("Anbringelse", FAMILY, 2150, 1850, 2500, 0.7, "Fjordby Kommune, takster og fakturaer"),
        price("Anbringelse", STATE, 450, 350, 550, 1, "Refusion, særligt dyre enkeltsager"),
        price("Specialskole", SCHOOL, 1150, 1000, 1300, 0.5, "Fjordby Kommune, skoleafdelingens regnskab"),
        price("Familierådgivning", FAMILY, 420, 360, 480, 0.3, "Fjordby Kommune, timeregistrering"),
      ],
    },
    {
      name: "udgift.csv",
      header: ["År", "Betaler", "Budgetteret", "Faktisk", "Prisniveau"],
      rows: [
        [2021, 4_800_000],
        [2022, 6_600_000],
        [2023, 3_000_000],
        [2024, 400_000],
      ].map(([year, planned]) => [String(year), FAMILY, danishNumber(planned, 2), "", LEVEL]),
    },
  ].map(({ name, header, rows }) => ({
    name,
    bytes: csvBytes(
      header,
      rows.map((row) => row.map(field).join(";")),
    ),
  }));
}

function effect(
  outcome: string,
  form: string,
  grade: string,
  optimism: number,
  source: string,
  byYear: readonly (readonly [number, number, number])[],
): string[][] {
  return byYear.map(([change, low, high], year) => {
    return [
      outcome,
      String(year),
      ...[change, low, high].map((x) => danishNumber(x)),
      form,
      grade,
      danishNumber(optimism),
      source,
    ];
  });
}

function history(rows: readonly (readonly number[])[]): string[][] {
  const outcomes = ["Anbringelse", "Specialskole", "Familierådgivning", "Skolefravær"];
  return rows.flatMap(([year, people, ...units]) => outcomes.map((o, i) => [String(year), String(people), o, String(units[i])]));
}

/** One year is enough: a plan carries its prices on. */
function price(what: string, payer: string, mode: number, low: number, high: number, cashable: number, source: string): string[] {
  const amounts = [mode, low, high].map((kroner) => danishNumber(kroner, 2));
  return [what, payer, "2021", "dage", ...amounts, LEVEL, danishNumber(cashable), source];
}
