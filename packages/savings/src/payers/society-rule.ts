import type { Parameter, ParametersUsed } from "../parameters/parameters-value.js";

/**
 * How society's bottom line weighs money. `priceConversion` takes public amounts, which are net of indirect taxes, to market prices, in which
 * citizens pay. `taxDistortion` is what raising a krone in taxes costs beyond the krone.
 */
export interface SocietyRule {
  readonly priceConversion: number;
  readonly taxDistortion: number;
}

/**
 * The rule of the country, from the parameters that are used; 1 and 0 where there are none.
 *
 * DK: conversion by the nettoafgiftsfaktor, no distortion since 2023 (Finansministeriet, Nøgletalskatalog, June 2023; before, 10% and 20%).
 * NO: distortion of net public financing, no conversion (Finansdepartementet, rundskriv R-109). SE: a skattefaktor on public financing (Trafikverket,
 * ASEK). UK: neither in the 2026 edition (HM Treasury, The Green Book). Values, editions and whether they were checked: `parameters/packs`.
 */
export function societyRule(parameters: ParametersUsed | undefined): SocietyRule {
  const value = (name: Parameter["name"], without: number): number => {
    const found = parameters?.parameters.find((p) => p.name === name && p.used)?.value;
    return typeof found === "number" ? found : without;
  };
  return { priceConversion: value("priceConversion", 1), taxDistortion: value("taxDistortion", 0) };
}
