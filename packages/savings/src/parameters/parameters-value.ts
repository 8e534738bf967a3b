import type { Country } from "../options/parameter-options.js";

/** One official parameter. `steps` where it is stepped by year. */
export interface Parameter {
  readonly name: "discountRate" | "taxDistortion" | "priceConversion" | "optimismBias";
  readonly value: number | readonly { readonly fromYear: number; readonly rate: number }[];
  readonly unit: "share" | "factor";
  readonly source: string;
  /** Seen in its source by the authors; others are used only where the study has confirmed them. */
  readonly verified: boolean;
}

/** Parameters of one country in one edition. */
export interface ParameterPack {
  readonly country: Country;
  readonly vintage: string;
  readonly parameters: readonly Parameter[];
}

export interface ParameterChange {
  readonly name: Parameter["name"];
  readonly from: Parameter["value"] | null;
  readonly to: Parameter["value"] | null;
}

/** What a result rests on. */
export interface ParametersUsed {
  readonly country: Country;
  readonly vintage: string;
  readonly parameters: readonly (Parameter & { readonly used: boolean })[];
  /** What the newest edition known would change; empty if this is it. */
  readonly newer: { readonly vintage: string; readonly changes: readonly ParameterChange[] } | null;
}
