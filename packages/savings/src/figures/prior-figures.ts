import { exp, normalCdf, normalQuantile } from "@kontrafakt/numerics";
import type { PriorOptions } from "../options/uncertain-options.js";
import type { MoneyFigure } from "../savings-value.js";
import type { PriorFigures } from "./figures-value.js";

/**
 * What a declared prior and the evaluated primary figure say together: normal prior, and data taken as normal with their standard error, also where
 * the figure's own interval is a t interval. The sceptical prior has mean 0 and gives a saving as large as the claim one chance in twenty.
 * Perfect information is worth E[max(0, NB)] − max(0, E[NB]), in closed form for a normal net benefit NB.
 * Sources: Spiegelhalter, Freedman & Parmar 1994, doi:10.2307/2983527; Raiffa & Schlaifer 1961, ch. 5.
 *
 * @param cost that the primary figure must exceed: the programme's over the same years and payers, 0 where the figure is net of it
 * @returns undefined where the figure has no usable standard error
 */
export function priorFigures(prior: PriorOptions, evaluated: MoneyFigure, claim: number, cost: number): PriorFigures | undefined {
  const { estimate, se } = evaluated;
  if (!(se > 0 && se < Infinity) || !Number.isFinite(estimate)) return undefined;
  const sceptical = prior.kind === "sceptical";
  const mean = sceptical ? 0 : prior.mean;
  const sd = sceptical ? claim / normalQuantile(0.95) : prior.sd;
  const [own, data] = [1 / (sd * sd), 1 / (se * se)];
  const posterior = { mean: (own * mean + data * estimate) / (own + data), sd: 1 / Math.sqrt(own + data) };
  const above = (value: number) => normalCdf((posterior.mean - value) / posterior.sd);
  return {
    kind: prior.kind,
    mean,
    sd,
    source: sceptical ? "" : prior.source,
    posterior,
    probabilitySaving: above(0),
    probabilityClaim: above(claim),
    probabilityNet: above(cost),
    perfectInformation: perfectInformation(posterior.mean - cost, posterior.sd),
  };
}

/** σ·(φ(u) − u·Φ(−u)), u = |μ|/σ: the expected loss of deciding by the mean's sign. */
function perfectInformation(mean: number, sd: number): number {
  const u = Math.abs(mean) / sd;
  const density = exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, sd * (density - u * normalCdf(-u)));
}
