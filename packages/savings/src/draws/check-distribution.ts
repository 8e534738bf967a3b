import type { Params } from "@kontrafakt/base";
import type { Distribution } from "../savings-value.js";

/** Why a distribution cannot be; `code` has its sentence in this package's messages, and the file that states it says where. */
export interface DistributionFault {
  readonly code: string;
  readonly params: Params;
}

/** null = sound. */
export function checkDistribution(d: Distribution): DistributionFault | null {
  const numbers = d.kind === "empirical" ? d.values : Object.values(d).filter((v): v is number => typeof v === "number");
  const bad = numbers.find((v) => !Number.isFinite(v));
  if (bad !== undefined) return fault("not-a-number", { kind: d.kind, found: String(bad) });
  switch (d.kind) {
    case "fixed":
      return null;
    case "empirical":
      return d.values.length === 0 ? fault("empty", {}) : null;
    case "uniform":
      return d.low <= d.high ? null : fault("order", { low: d.low, high: d.high });
    case "triangular":
    case "pert":
      if (!(d.low <= d.high)) return fault("order", { low: d.low, high: d.high });
      return d.low <= d.mode && d.mode <= d.high ? null : fault("mode", { mode: d.mode, low: d.low, high: d.high });
    case "normal":
      return d.sd > 0 ? null : fault("sd", { kind: d.kind, sd: d.sd });
    case "lognormal":
    case "gamma":
      if (!(d.sd > 0)) return fault("sd", { kind: d.kind, sd: d.sd });
      return d.mean > 0 ? null : fault("mean", { kind: d.kind, mean: d.mean });
    case "beta": {
      const { low, high, mean, sd } = d;
      if (!(sd > 0)) return fault("sd", { kind: d.kind, sd });
      if (!(low < high)) return fault("order", { low, high });
      if (!(low < mean && mean < high)) return fault("beta-mean", { mean, low, high });
      const largest = Math.sqrt((mean - low) * (high - mean));
      return sd < largest ? null : fault("beta-sd", { sd, largest: Number(largest.toPrecision(4)) });
    }
  }
}

function fault(code: string, params: Params): DistributionFault {
  return { code: `savings/distribution-${code}`, params };
}
