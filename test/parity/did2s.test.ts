import { imputation, mean, standardError, twoStage } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";
import { firstOf, goldenOf, panelOf, present, rowsOf, startIn } from "./didimputation-data.js";
import { expectExact } from "./exact-first-stage.js";

// Against did2s 1.2.1 (R 4.2.2), compat: did2s. Points 1e-8 absolute, standard errors 1e-6 relative, but for `df_het static unit+year`: there R is
// 5.7e-8 from least squares, as the first stage's iterations over 1,500 units (fixest, tolerance 1e-6 between steps) stop early; 1e-7.
// That ours is least squares is shown by `expectExact`, by another elimination, at 1e-11.
// Not compared: `df_hom …`, whose data are not given, and `df_het TWFE`, which is fixest's (see twoWay).
interface Figures {
  readonly coef: Record<string, number>;
  readonly se: Record<string, number>;
}

describe.skipIf(!present)(
  `twoStage against did2s 1.2.1${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    let golden: Record<string, Figures>;
    beforeAll(() => {
      golden = goldenOf("05_did2s");
    });
    const het = () =>
      panelOf(rowsOf("did2s_df_het"), { unit: "unit", time: "year", outcome: "dep_var", start: startIn("g"), cluster: "state" });
    const mpdta = () =>
      panelOf(rowsOf("mpdta"), { unit: "countyreal", time: "year", outcome: "lemp", start: startIn("first.treat") });

    function check(fit: ReturnType<typeof twoStage>, { coef, se }: Figures, points = 1e-8): void {
      const { effects } = fit;
      const names = Object.keys(coef);
      expect(effects.terms.length).toBe(names.length);
      effects.terms.forEach((t, k) => {
        const name = t.kind === "static" ? names[0] : names.find((n) => n.endsWith(`::${t.event}`))!;
        expect(Math.abs(effects.estimate[k] - coef[name])).toBeLessThan(points);
        expect(Math.abs(standardError(effects, k) / se[name] - 1)).toBeLessThan(1e-6);
      });
    }

    it("df_het: effects of unit or state, static and event study, clustered by state", () => {
      const panel = het();
      const asked = { compat: "did2s", cluster: "state" } as const;
      check(twoStage(panel, { ...asked, second: "static" }), golden["df_het static unit+year cluster state"], 1e-7);
      const states = { ...asked, effects: ["state", "period"] };
      check(twoStage(panel, { ...states, second: "static" }), golden["df_het static state+year (README)"]);
      check(twoStage(panel, { ...states, second: "event" }), golden["df_het event study state+year (README)"]);
      expectExact(panel);
    });

    it("castle: with and without population weights", () => {
      const weighted = panelOf(rowsOf("did2s_castle"), {
        unit: "state",
        time: "year",
        outcome: "l_homicide",
        start: firstOf("post", "year"),
        weight: "popwt",
      });
      const { samplingWeight: _, ...plain } = weighted;
      check(twoStage(weighted, { compat: "did2s", second: "static" }), golden["castle l_homicide static weighted popwt"]);
      check(twoStage(plain, { compat: "did2s", second: "static" }), golden["castle l_homicide static (unweighted)"]);
      expectExact(weighted);
    });

    it("mpdta: static and event study; static is imputation's mean", () => {
      const panel = mpdta();
      const fit = twoStage(panel, { compat: "did2s", second: "static" });
      check(fit, golden["mpdta static cluster county"]);
      check(twoStage(panel, { compat: "did2s", second: "event" }), golden["mpdta event study cluster county"]);
      expect(fit.effects.estimate[0]).toBeCloseTo(mean(imputation(panel).effects, "y").estimate[0], 13);
    });
  },
);
