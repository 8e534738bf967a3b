import type { ParameterPack } from "../parameters-value.js";

/** Sweden: ASEK, made for transport and used for want of another. The tax factor is disputed. */
export const se: readonly ParameterPack[] = [
  {
    country: "SE",
    vintage: "2009",
    parameters: [{ name: "discountRate", value: 0.04, unit: "share", source: "SIKA Rapport 2009:3, ASEK 4", verified: true }],
  },
  {
    country: "SE",
    vintage: "2012",
    parameters: [
      { name: "discountRate", value: 0.035, unit: "share", source: "Trafikverket, ASEK 5", verified: false },
      {
        name: "taxDistortion",
        value: 0.3,
        unit: "share",
        source: "Trafikverket, Viktiga metodförändringar och revideringar av kalkylvärden i ASEK 5: one skattefaktor, 1.30",
        verified: true,
      },
    ],
  },
  {
    country: "SE",
    vintage: "2020",
    parameters: [
      { name: "discountRate", value: 0.035, unit: "share", source: "Trafikverket, ASEK 7.0", verified: false },
      { name: "taxDistortion", value: 0.3, unit: "share", source: "Trafikverket, ASEK 7.0", verified: false },
    ],
  },
];
