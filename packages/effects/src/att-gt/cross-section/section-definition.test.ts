import { expect, it } from "vitest";
import { aside, asked, bases, isControl, methods, near } from "../asked.fixture.js";
import { attGt } from "../att-gt.js";
import { type Row, sectionDefinition } from "../definitions.fixture.js";
import { sectionsOf } from "../random-panel.fixture.js";

it("is its definition on 500 random cross-sections, and as such on a panel's rows", () => {
  let compared = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const { panel, options } = asked(seed);
    const method = methods[seed % 4];
    const covariates = seed % 9 === 0 ? [] : ["z", "b"].slice(0, 1 + (seed % 2));
    const sections = sectionsOf(panel);
    const { effects } = attGt(sections, { ...options, method, covariates });
    const { ordinals } = panel.periods;
    effects.terms.forEach(({ group, time }, k) => {
      const code = aside(effects, group!, time!);
      if (Number.isNaN(effects.estimate[k]) || code === "effects/cell-collinear") return;
      const own = code === "effects/cell-not-calibrated" ? "dr" : method;
      const base = bases(panel, group!, time!, options);
      // Against some of its base periods it is one method, against others the other.
      if (own !== method && base.length > 1) return;
      const until = Math.max(time!, ordinals[base[base.length - 1]]) + options.anticipation;
      let wanted = 0;
      for (const b of base) {
        if (ordinals[b] === time) continue;
        const rows: Row[] = [];
        for (let r = 0; r < sections.rows; r++) {
          const start = sections.firstTreated[r];
          const t = sections.period[r];
          if (t !== b && ordinals[t] !== time) continue;
          if (start !== group && !isControl(start, group!, until, options.control)) continue;
          const x = [1, ...covariates.map((name) => sections.covariates.find((c) => c.name === name)!.values[r])];
          const w = sections.samplingWeight?.[r] ?? 1;
          rows.push({ d: start === group ? 1 : 0, post: ordinals[t] === time ? 1 : 0, w, x, y: sections.measures[0].values[r] });
        }
        wanted += sectionDefinition(rows, own) / base.length;
      }
      near(effects.estimate[k], wanted);
      compared++;
    });
    if (seed % 10 > 0) continue;
    const own = attGt(panel, { ...options, method, covariates, incomplete: "crossSection" }).effects;
    const clustered = attGt(sections, { ...options, method, covariates, cluster: "person" }).effects;
    expect(own.estimate).toEqual(effects.estimate);
    expect(own.clusters).toBe(panel.units);
    own.covariance.forEach((v, c) => {
      if (!Number.isNaN(v)) near(v, clustered.covariance[c]);
    });
  }
  expect(compared).toBeGreaterThan(300);
});
