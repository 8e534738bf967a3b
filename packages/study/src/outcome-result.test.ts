import { NO_RULES } from "@kontrafakt/cohort";
import type { Effects } from "@kontrafakt/effects";
import { expect, test } from "vitest";
import { createTally } from "./disclosure/tally.js";
import { publishedEvent } from "./outcome-result.js";

/** Two waves four quarters apart; of the first not all are observed from its last year on, when it is alone. */
const FIRST = 8084;
const cells = [
  ...[14, 14, 14, 14, 11, 12, 11, 11].map((n, event) => ({ group: FIRST, event, n })),
  ...[8, 8, 8, 8].map((n, event) => ({ group: FIRST + 4, event, n })),
].map((c) => ({ ...c, outcome: "a", kind: "cell", time: c.group + c.event }));
const effects = { terms: cells } as unknown as Effects;
const figure = { estimate: 5.485465290995101, se: 6.2, df: 10, lower: -8.33, upper: 19.3 };
const at = (event: number) =>
  publishedEvent(figure, effects, "a", event, 0.95, "quarter", { ...NO_RULES, smallCell: 5 }, createTally());

test("where a wave is alone all year and some are not observed, yearly sums do not solve for how many are", () => {
  expect([3, 4, 5, 7].map((event) => at(event).estimate)).toEqual([figure.estimate, 5.5, 5.5, 5.5]);
});

test("an event of several waves, and one of everybody in a wave, keeps every digit", () => {
  expect(at(3)).toEqual(figure);
  const whole = { terms: cells.map((c) => ({ ...c, n: 14 })) } as unknown as Effects;
  const told = publishedEvent(figure, whole, "a", 6, 0.95, "quarter", { ...NO_RULES, smallCell: 5 }, createTally());
  expect(told.estimate).toBe(figure.estimate);
});
