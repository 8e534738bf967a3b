import { fail, type Params, problem } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { withOption } from "./groups/at-option.js";
import { withPeriods } from "./with-periods.js";

const told = (code: string, params: Params) => withPeriods(problem(code, "warning", {}, params), "quarter");

it("tells groups, periods and cells by their labels, and leaves event times", () => {
  expect(told("effects/cell-one-unit", { group: 8084, time: 8090, treated: 1 })).toEqual({
    group: "2021Q1",
    time: "2022Q3",
    treated: 1,
  });
  const { which } = told("effects/aggregate-left-out", { which: "ATT(8084, 8090), ATT(8084, 8091)" });
  expect(which).toBe("ATT(2021Q1, 2022Q3), ATT(2021Q1, 2022Q4)");
  expect(told("effects/terms-collinear", { which: "(8084, 8090), -2, -1" }).which).toBe("(2021Q1, 2022Q3), -2, -1");
  expect(told("effects/cell-too-few", { which: "8084/8090, 8085/8090" }).which).toBe("2021Q1/2022Q3, 2021Q2/2022Q3");
  expect(told("effects/no-treated", { from: 8084, to: 8090 })).toEqual({ from: "2021Q1", to: "2022Q3" });
  expect(told("effects/balance-event", { from: -2 })).toEqual({ from: -2 });
});

it("tells an error that ends the work by labels too", async () => {
  const work = () => fail("effects/no-treated", {}, { from: 8084, to: 8090 }, {});
  await expect(withOption("groups.estimator", work, "quarter")).rejects.toThrow("no unit starts between 2021Q1 and 2022Q3");
});
