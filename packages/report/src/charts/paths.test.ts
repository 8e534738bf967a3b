import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { renderSvg } from "../render-svg.js";
import { matchedCharts } from "../report-charts.js";

test("published averages of others are a line of their own, named as published, whatever they are called", async () => {
  const results = exampleResults();
  const outcomes = results.outcomes.map((o) => (o.others ? { ...o, others: { ...o.others, label: "__proto__" } } : o));
  const [first, , , absence] = matchedCharts({ ...results, outcomes }, speak("en")).paths;
  const plain = await renderSvg(first.spec);
  const svg = await renderSvg(absence.spec);
  expect(svg).toContain("Published: __proto__");
  expect(plain).not.toContain("Published");
  expect(absence.description).toContain("as published, __proto__");
  expect(svg).toContain("#009E73");
  expect(plain).not.toContain("#009E73");
});
