import type { ParameterPack } from "../parameters-value.js";

const rate2013 = {
  name: "discountRate",
  value: [
    { fromYear: 0, rate: 0.04 },
    { fromYear: 36, rate: 0.03 },
    { fromYear: 71, rate: 0.02 },
  ],
  unit: "share",
  source: "Finansministeriet, Ny og lavere samfundsøkonomisk diskonteringsrente, 2013-05-31",
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
  source: "Finansministeriet, Dokumentationsnotat: den samfundsøkonomiske diskonteringsrente, 2021-01-07",
  verified: true,
} as const;

const distortion = (value: number, source: string) =>
  ({ name: "taxDistortion", value, unit: "share", source, verified: true }) as const;

/** Denmark: Finansministeriet. Years of the rate count from the base year. */
export const dk: readonly ParameterPack[] = [
  {
    country: "DK",
    vintage: "2013",
    parameters: [rate2013, distortion(0.2, "Finansministeriet, skatteforvridningsfaktor til 2017")],
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
      distortion(0, "Finansministeriet, Vejledning i samfundsøkonomiske konsekvensvurderinger, 2023-06"),
      {
        name: "priceConversion",
        value: 1.28,
        unit: "factor",
        source: "Finansministeriet, nettoafgiftsfaktor, 2023-06",
        verified: true,
      },
    ],
  },
];
