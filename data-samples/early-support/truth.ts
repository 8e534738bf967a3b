import { periodLabel } from "@kontrafakt/base";
import { FIRST, QUARTERS } from "./calendar.js";
import { OUTCOMES, removalChance } from "./effects-truth.js";
import { worldFiles } from "./files.js";
import { WAVES } from "./referral.js";
import { SERVICES } from "./services.js";
import type { World } from "./world.js";
import { expectedEffect, personId } from "./world-panel.js";

/** What was planted, as a value for truth.json. */
export function worldTruth(world: World): Record<string, unknown> {
  const quarter = (t: number) => periodLabel(FIRST + t, "quarter");
  const { starters } = world.expected;
  const effects = OUTCOMES.map((outcome) => {
    const effect = expectedEffect(world, outcome);
    const rows = Array.from(starters, (i) => {
      const of = effect.subarray(i * QUARTERS + world.referrals.startQuarter[i], (i + 1) * QUARTERS);
      return [personId(i), Array.from(of, (v) => (Number.isNaN(v) ? null : Math.round(v * 1e4) / 1e4))] as const;
    });
    return [outcome, Object.fromEntries(rows)] as const;
  });
  return {
    note:
      "Expected effect of the programme on each starter's days, quarter by quarter from the start quarter to 2024Q4 (null: 18 or more). " +
      "Effect = -(removal chance) x expected days without the programme, given all about the child up to the quarter before referral. " +
      "Sum it over the persons and quarters analysed.",
    seed: world.seed,
    lastQuarter: quarter(QUARTERS - 1),
    starts: Object.fromEntries(Array.from(starters, (i) => [personId(i), quarter(world.referrals.startQuarter[i])])),
    pricePerDay: Object.fromEntries(SERVICES.map((rule) => [rule.name, rule.price])),
    removalChance: Object.fromEntries(
      OUTCOMES.map((outcome) => [
        outcome,
        Object.fromEntries(
          WAVES.map((start, w) => [
            quarter(start),
            Array.from({ length: 8 }, (_, e) => Math.round(removalChance(outcome, w, e) * 1e6) / 1e6),
          ]),
        ),
      ]),
    ),
    effects: Object.fromEntries(effects),
    faults: worldFiles(world).flatMap((file) => file.faults),
  };
}
