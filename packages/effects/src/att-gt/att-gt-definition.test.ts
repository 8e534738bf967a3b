import { expect, it } from "vitest";
import type { AttGtOptionsInput } from "../options/att-gt-options.js";
import { aside, asked, bases, isControl, methods, near } from "./asked.fixture.js";
import { attGt } from "./att-gt.js";
import { panelDefinition, type Row } from "./definitions.fixture.js";

it("is its definition on 500 random panels", () => {
  let compared = 0;
  let fallen = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const { panel, options } = asked(seed);
    const method = methods[seed % 4];
    const covariates = seed % 9 === 0 ? [] : ["z", "b"].slice(0, 1 + (seed % 2));
    const timeVarying = seed % 6 === 1 ? ["m"] : [];
    const input: AttGtOptionsInput = { ...options, method, covariates, timeVarying, incomplete: "pairwise" };
    const { effects } = attGt(panel, input);
    const T = 4;
    const y = panel.measures[0].values;
    effects.terms.forEach(({ group, time, n, controls }, k) => {
      const at = panel.periods.ordinals.indexOf(time!);
      const base = bases(panel, group!, time!, options);
      const last = base[base.length - 1];
      const until = Math.max(time!, panel.periods.ordinals[last]) + options.anticipation;
      const rows: Row[] = [];
      for (let i = 0; i < panel.units; i++) {
        const start = panel.firstTreated[i];
        if (start !== group && !isControl(start, group!, until, options.control)) continue;
        const known = base.map((t) => y[i * T + t]).filter((v) => !Number.isNaN(v));
        const change = y[i * T + at] - known.reduce((a, b) => a + b, 0) / known.length;
        const x = [
          1,
          ...covariates.map((name) => panel.covariates.find((c) => c.name === name)!.values[i]),
          ...timeVarying.map(() => panel.measures[2].values[i * T + last]),
        ];
        if ([change, ...x].some(Number.isNaN)) continue;
        rows.push({ d: start === group ? 1 : 0, w: panel.samplingWeight?.[i] ?? 1, x, y: change });
      }
      const code = aside(effects, group!, time!);
      if (code === "effects/cell-collinear") return;
      const own = code === "effects/cell-not-calibrated" ? "dr" : method;
      fallen += own === method ? 0 : 1;
      if (Number.isNaN(effects.estimate[k]) || (base.length === 1 && base[0] === at)) return;
      near(n, rows.filter((r) => r.d === 1).length);
      near(controls, rows.length - n);
      near(effects.estimate[k], panelDefinition(rows, own));
      compared++;
    });
  }
  expect(compared).toBeGreaterThan(1500);
  expect(fallen).toBeLessThan(compared / 20);
});
