import type { Savings } from "@kontrafakt/savings";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { findFigure } from "../savings-lines.js";

export interface Gain {
  readonly payer: string;
  readonly text: string;
}

interface PayerSums {
  readonly payer: string;
  readonly gross: number;
  readonly lower: number;
  readonly upper: number;
  readonly cost: number;
  readonly net: number;
  readonly netLower: number;
  readonly netUpper: number;
}

function sums(savings: Savings): PayerSums[] {
  return savings.payers
    .map((payer) => {
      const gross = findFigure(savings, { measure: "gross", payer });
      const net = findFigure(savings, { measure: "net", payer });
      return {
        payer,
        gross: numberOf(gross?.estimate),
        lower: numberOf(gross?.lower),
        upper: numberOf(gross?.upper),
        cost: numberOf(findFigure(savings, { measure: "cost", payer })?.estimate),
        net: numberOf(net?.estimate),
        netLower: numberOf(net?.lower),
        netUpper: numberOf(net?.upper),
      };
    })
    .sort((a, b) => (Number.isNaN(a.gross) ? 1 : Number.isNaN(b.gross) ? -1 : b.gross - a.gross));
}

/**
 * One line a payer, the greatest gain first: saved, paid, net. A payer without any price is not measured. Where some gains are
 * shown and others are not, those that are not say so.
 */
export function gainLines(savings: Savings, speaker: Speaker): Gain[] {
  const { gained } = speaker.words;
  const all = sums(savings);
  const shown = all.some((p) => p.lower > 0);
  return all.map(({ payer, gross, lower, upper, cost, net, netLower, netUpper }) => {
    if (Number.isNaN(gross)) return { payer, text: gained.notMeasured(payer) };
    const amount = speaker.money(Math.abs(gross), savings.currency);
    let text = gross < 0 ? gained.cost(payer, amount) : gained.saved(payer, amount);
    if (cost > 0) text += gained.paid(speaker.money(cost, savings.currency), speaker.money(net, savings.currency));
    if (shown && lower <= 0 && upper >= 0) text += gained.uncertain;
    else if (shown && cost > 0 && netLower <= 0 && netUpper >= 0) text += gained.netUncertain;
    return { payer, text };
  });
}

/** Who gained without paying, where that is shown; that nobody's gain is shown, where so; else nothing special. */
export function gainSentence(savings: Savings, speaker: Speaker): string {
  const { gained } = speaker.words;
  const all = sums(savings);
  const shown = all.filter((p) => p.lower > 0);
  if (shown.length === 0) return gained.none;
  const somebodyPaid = all.some((p) => p.cost > 0);
  const free = shown.filter((p) => !(p.cost > 0));
  return somebodyPaid && free.length > 0 ? gained.free(speaker.list(free.map((p) => p.payer))) : gained.everyone;
}
