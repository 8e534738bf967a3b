import type { ParameterPack } from "../parameters-value.js";

/** The rates are stated in the circular; the years at which they change, and the tax cost, are from memory. */
const parameters = (source: string): ParameterPack["parameters"] => [
  {
    name: "discountRate",
    value: [
      { fromYear: 0, rate: 0.04 },
      { fromYear: 41, rate: 0.03 },
      { fromYear: 76, rate: 0.02 },
    ],
    unit: "share",
    source,
    verified: false,
  },
  { name: "taxDistortion", value: 0.2, unit: "share", source, verified: false },
];

/** Norway: Finansdepartementet. R-109/21 says that it is in the main unchanged from 2014, with carbon prices added. */
export const no: readonly ParameterPack[] = [
  { country: "NO", vintage: "2014", parameters: parameters("Finansdepartementet, Rundskriv R-109/14, 30 April 2014") },
  { country: "NO", vintage: "2021", parameters: parameters("Finansdepartementet, Rundskriv R-109/21, 25 June 2021") },
];
