import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type CohortMoments, cohortMoments, type Panel } from "@kontrafakt/cohort";
import { efficientAggregate, standardError } from "@kontrafakt/effects";
import { beforeAll, describe, expect, it } from "vitest";

// Against staggered (R 4.2.2) on 7,785 officers × 72 months. Points 1e-8 absolute, standard errors 1e-6 relative.
const reference = new URL("../../../shared/reference/", import.meta.url);
const present = existsSync(reference);
const required = process.env.CI_RUN === "1";

function officers(): Panel {
  const text = gunzipSync(readFileSync(new URL("data/staggered_pj_officer.csv.gz", reference))).toString("utf8");
  const rows = text.trim().split("\n").slice(1);
  const T = 72;
  const place = new Map<string, number>();
  const firstTreated: number[] = [];
  const values = new Float64Array(rows.length).fill(Number.NaN);
  for (const row of rows) {
    const [uid, period, trained, complaints] = row.split(",");
    let i = place.get(uid);
    if (i === undefined) {
      i = place.size;
      place.set(uid, i);
      firstTreated.push(Number(trained));
    }
    values[i * T + Number(period) - 1] = Number(complaints);
  }
  const units = place.size;
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: T }, (_, t) => t + 1) },
    ids: [...place.keys()],
    firstTreated: Int32Array.from(firstTreated),
    observed: new Uint8Array(units * T).fill(1),
    measures: [{ name: "complaints", unit: "complaints", values }],
    covariates: [],
    clusterings: [],
  };
}

interface Row {
  readonly estimate: number;
  readonly se: number;
  readonly se_neyman: number;
  readonly eventTime?: number;
}

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `efficient against staggered${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    let moments: CohortMoments;
    let golden: Record<string, { r: Row[] }>;
    beforeAll(async () => {
      moments = await cohortMoments(officers());
      golden = JSON.parse(readFileSync(new URL("golden/11_staggered.json", reference), "utf8"));
    });
    const types = { simple: "simple", cohort: "group", calendar: "calendar", "event study 0:23": "dynamic" } as const;
    const weightings = { efficient: "efficient", CS: "attGt", SA: "sunAbraham" } as const;
    const cases = Object.entries(weightings).flatMap(([w, weighting]) =>
      Object.entries(types).flatMap(([e, type]) =>
        type === "dynamic" && w !== "efficient" ? [] : [{ key: `${w} ${e}`, weighting, type }],
      ),
    );

    it.each(cases)("$key", ({ key, weighting, type }) => {
      const adjusted = efficientAggregate(moments, { type }, { weighting }).effects;
      const neyman = efficientAggregate(moments, { type }, { weighting, variance: "neyman" }).effects;
      for (const row of golden[key].r) {
        const k = type === "dynamic" ? adjusted.terms.findIndex((t) => t.kind === "event" && t.event === row.eventTime) : 0;
        expect(Math.abs(adjusted.estimate[k] - row.estimate)).toBeLessThan(1e-8);
        expect(Math.abs(standardError(adjusted, k) / row.se - 1)).toBeLessThan(1e-6);
        expect(Math.abs(standardError(neyman, k) / row.se_neyman - 1)).toBeLessThan(1e-6);
      }
    });
  },
);
