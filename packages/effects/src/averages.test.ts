import { expect, test } from "vitest";
import { averages } from "./averages.js";
import { randomPanel } from "./regression/random-panel.fixture.js";
import { sunAbraham } from "./regression/sun-abraham.js";

test("averages weigh cells by treated person-periods", () => {
  const panel = randomPanel({ seed: 9, gaps: 0.1 });
  const { effects } = sunAbraham(panel, { outcomes: ["y"] });
  const cells = effects.terms.flatMap((t, k) => (t.event! >= 0 ? [k] : []));
  for (const [by, key] of [
    ["simple", undefined],
    ["event", "event"],
    ["group", "group"],
    ["calendar", "time"],
  ] as const) {
    const made = averages(effects, "y", { by });
    made.terms.forEach((term, r) => {
      const own =
        by === "event"
          ? [...effects.terms.keys()].filter((k) => effects.terms[k].event === term.event)
          : cells.filter((k) => !key || effects.terms[k][key] === term[key]);
      const total = own.reduce((sum, k) => sum + effects.terms[k].n, 0);
      expect(made.estimate[r]).toBeCloseTo(own.reduce((sum, k) => sum + effects.terms[k].n * effects.estimate[k], 0) / total, 12);
      expect(term.personPeriods).toBe(total);
    });
  }
});
