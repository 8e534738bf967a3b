import type { Panel } from "@kontrafakt/cohort";
import { type Effects, events, imputation, mean, standardError } from "@kontrafakt/effects";
import { describe, expect, it } from "vitest";
import { goldenOf, panelOf, present, rowsOf, startIn } from "./didimputation-data.js";
import { expectExact } from "./exact-first-stage.js";

// Against didimputation 0.5.0 (R 4.2.2), compat: didimputation. Points 1e-8 absolute, standard errors 1e-6 relative.
// R's points stop where fixest's iterations do (its default tolerance of 1e-6 between steps): up to 5e-9 from least squares on mpdta. That ours
// are least squares is shown by `expectExact`: residuals of untreated rows sum to 0 in every unit and every period, 1e-10.
// Not compared: `df_het …` and `df_hom …`. They are the package's own data sets, which are not given; its df_het is not that of did2s (of
// which the two packages' static estimates, the same estimator, would otherwise agree: 2.2630 and 2.2305). Clustering above the unit, which only
// they have, is compared with the formulas of the paper in packages/effects/src/imputation/imputation.test.ts.
interface Figure {
  readonly term: string;
  readonly estimate: number;
  readonly "std.error": number;
}

function check(effects: Effects, k: number, figure: Figure): void {
  expect(Math.abs(effects.estimate[k] - figure.estimate)).toBeLessThan(1e-8);
  expect(Math.abs(standardError(effects, k) / figure["std.error"] - 1)).toBeLessThan(1e-6);
}

describe.skipIf(!present)(
  `imputation against didimputation 0.5.0${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    const mpdta = (): Panel =>
      panelOf(rowsOf("mpdta"), { unit: "countyreal", time: "year", outcome: "lemp", start: startIn("first.treat") });

    it("mpdta: static, event study and pre-trends", () => {
      const golden = goldenOf("06_didimputation");
      const { effects } = imputation(mpdta(), { compat: "didimputation", preTrends: 3 });
      const overall = mean(effects, "y");
      check(overall, 0, golden["mpdta static"].terms[0]);
      // Extended two-way fixed effects (linear, not-yet-treated) have the same estimate; computed from the formulas.
      expect(overall.estimate[0]).toBeCloseTo(-0.0477099183, 10);
      const study = events(effects, "y");
      const figures: Figure[] = golden["mpdta event study"].terms;
      expect(figures.length).toBe(7);
      for (const figure of figures) {
        const of = Number(figure.term) < 0 ? effects : study;
        const k = of.terms.findIndex((t) => t.kind === "event" && t.event === Number(figure.term));
        check(of, k, figure);
      }
      expectExact(mpdta());
    });

    it("castle: static", () => {
      const castle = panelOf(rowsOf("bacon_castle"), {
        unit: "sid",
        time: "year",
        outcome: "l_homicide",
        start: startIn("effyear"),
      });
      const { effects } = imputation(castle, { compat: "didimputation" });
      check(mean(effects, "y"), 0, goldenOf("06_didimputation")["castle l_homicide static"].terms[0]);
      expectExact(castle);
    });
  },
);
