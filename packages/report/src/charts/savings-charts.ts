import type { Savings, Verification } from "@kontrafakt/savings";
import type { Chart } from "../chart.js";
import type { Speaker } from "../language.js";
import { inputName } from "../narrative/input-name.js";
import { paybackText } from "../narrative/payback-text.js";
import { everyShare } from "../narrative/shares-text.js";
import { breakEvenShare } from "./break-even-share.js";
import { cumulativeNetChart } from "./cumulative-net.js";
import { gapChart } from "./gap.js";
import { payersChart } from "./payers.js";
import { payersByYear } from "./payers-by-year.js";
import { savingsByYear } from "./savings-by-year.js";
import { uncertaintyChart } from "./shares.js";
import { subgroupsChart } from "./subgroups.js";
import { tornadoChart } from "./tornado.js";
import { waterfallChart } from "./waterfall.js";

/** Every chart of savings that stand alone, without a study around them: outcomes and characteristics under their own names. */
export function savingsCharts(savings: Savings, speaker: Speaker): Chart[] {
  const { subgroups = [] } = savings;
  return [
    savingsByYear(savings, speaker),
    cumulativeNetChart(savings, paybackText(savings, speaker).join(" "), speaker),
    payersChart(savings, speaker),
    ...[payersByYear(savings, speaker)].filter((c) => c !== undefined),
    breakEvenShare(savings, speaker),
    ...(savings.shares.length > 0 ? [uncertaintyChart(savings, everyShare(savings, speaker), speaker)] : []),
    ...(savings.tornado.length > 0 ? [tornadoChart(savings, speaker, (bar) => inputName(bar, { outcomes: [] }, speaker))] : []),
    ...(subgroups.length > 0 ? [subgroupsChart(subgroups, savings, speaker, (name) => name)] : []),
  ];
}

/** The charts of a verification that stands alone: from the expected saving to lower spending, and why they differ. */
export function verificationCharts(verification: Verification, speaker: Speaker): Chart[] {
  const money = { currency: "" };
  return [
    ...(verification.waterfall.length > 0 ? [waterfallChart(verification, money, speaker)] : []),
    ...(verification.gap.length > 0 ? [gapChart(verification, money, speaker)] : []),
  ];
}
