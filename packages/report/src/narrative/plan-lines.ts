import type { MoneyFigure } from "@kontrafakt/savings";
import type { PlanResults } from "@kontrafakt/study";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { findFigure } from "../savings-lines.js";
import { outcomeLabel } from "../sections/amounts.js";
import { parameterValue } from "./parameters-text.js";

/** What the plan expects, in one sentence. */
export function answerOf({ savings }: PlanResults, speaker: Speaker): string {
  const { plan: say } = speaker.words;
  const [gross, cost, net] = (["gross", "cost", "net"] as const).map((measure) => findFigure(savings, { measure }));
  if (!gross || !cost || !net) return say.none;
  const { currency } = savings;
  const [lower, upper] = limitsOf(gross);
  const range = lower < upper ? speaker.moneyRange(lower, upper, currency) : "";
  const [g, c, n] = [gross, cost, net].map((f) => speaker.money(f.estimate, currency));
  return say.answer(g, range, speaker.years(savings.years), c, n);
}

/** Whether anything the saving is made of is stated as uncertain. */
export function isUncertain({ savings }: PlanResults): boolean {
  const gross = findFigure(savings, { measure: "gross" });
  if (gross === undefined) return false;
  const [lower, upper] = limitsOf(gross);
  return lower < upper;
}

/** With everything uncertain that the plan states so, where the draws tell. */
function limitsOf({ lower, upper, priceLower = lower, priceUpper = upper }: MoneyFigure): [number, number] {
  return [numberOf(priceLower), numberOf(priceUpper)];
}

/** What a plan rests on. */
export function planAssumptions(results: PlanResults, speaker: Speaker): string[] {
  const { plan: say, assume } = speaker.words;
  const { savings } = results;
  const { rate, steps, baseYear, source } = savings.discount;
  return [
    say.notObserved,
    say.assume.effects,
    say.effects.together,
    say.assume.prices,
    assume.prices(String(savings.priceYear), savings.currency),
    ...(Number.isFinite(numberOf(rate))
      ? [assume.discount(parameterValue(steps ?? rate, "share", speaker), String(baseYear), source)]
      : []),
    assume.bands,
    say.assume.window,
    ...(savings.notMeasured.length > 0
      ? [
          assume.notMeasured(
            speaker.list(savings.notMeasured.map((m) => `${m.payer} – ${outcomeLabel(results, m.consequence, speaker)}`)),
          ),
        ]
      : []),
  ];
}
