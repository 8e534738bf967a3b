import type { ParameterPack } from "../parameters-value.js";

/** By its convention the factor of year 31 is that of year 30 over 1.03. */
const discountRate = (source: string) =>
  ({
    name: "discountRate",
    value: [
      { fromYear: 0, rate: 0.035 },
      { fromYear: 31, rate: 0.03 },
      { fromYear: 76, rate: 0.025 },
    ],
    unit: "share",
    source,
    verified: true,
  }) as const;

/** United Kingdom: HM Treasury, The Green Book. */
export const uk: readonly ParameterPack[] = [
  {
    country: "UK",
    vintage: "2022",
    parameters: [
      discountRate("HM Treasury, The Green Book (2022), A6"),
      { name: "taxDistortion", value: 0.2, unit: "share", source: "HM Treasury, The Green Book (2022)", verified: false },
    ],
  },
  {
    country: "UK",
    vintage: "2026",
    parameters: [
      discountRate("HM Treasury, The Green Book (2026)"),
      {
        name: "taxDistortion",
        value: 0,
        unit: "share",
        source: "HM Treasury, The Green Book (2026): not generally included",
        verified: true,
      },
    ],
  },
];
