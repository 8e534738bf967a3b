import type { ParameterPack } from "../parameters-value.js";

const rate2013 = {
  name: "discountRate",
  value: [
    { fromYear: 0, rate: 0.04 },
    { fromYear: 36, rate: 0.03 },
    { fromYear: 71, rate: 0.02 },
  ],
  unit: "share",
  source: "Finansministeriet, Ny og lavere samfundsøkonomisk diskonteringsrente, 31 May 2013",
  verified: true,
} as const;

const rate2021 = {
  name: "discountRate",
  value: [
    { fromYear: 0, rate: 0.035 },
    { fromYear: 36, rate: 0.025 },
    { fromYear: 71, rate: 0.015 },
  ],
  unit: "share",
  source: "Finansministeriet, Dokumentationsnotat: den samfundsøkonomiske diskonteringsrente, 7 January 2021",
  verified: true,
} as const;

const distortion = (value: number, source: string) =>
  ({ name: "taxDistortion", value, unit: "share", source, verified: true }) as const;

/** Denmark: Finansministeriet. Years of the rate count from the base year. */
export const dk: readonly ParameterPack[] = [
  {
    country: "DK",
    vintage: "2013",
    parameters: [rate2013, distortion(0.2, "Finansministeriet: skatteforvridning of 20% until 2017")],
  },
  {
    country: "DK",
    vintage: "2017",
    parameters: [rate2013, distortion(0.1, "Finansministeriet, Vejledning i samfundsøkonomiske konsekvensvurderinger, 2017")],
  },
  {
    country: "DK",
    vintage: "2021",
    parameters: [rate2021, distortion(0.1, "Finansministeriet, Vejledning i samfundsøkonomiske konsekvensvurderinger, 2017")],
  },
  {
    country: "DK",
    vintage: "2023-06",
    parameters: [
      rate2021,
      distortion(
        0,
        "Finansministeriet, Vejledning i samfundsøkonomiske konsekvensvurderinger, June 2023: no distortion is counted",
      ),
      {
        name: "priceConversion",
        value: 1.28,
        unit: "factor",
        source: "Finansministeriet, nettoafgiftsfaktor, June 2023",
        verified: true,
      },
    ],
  },
];
