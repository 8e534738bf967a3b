import { expect, test } from "vitest";
import { plain } from "./plain.js";

test("what steers a terminal or turns text around is shown as such, line feeds and letters stay", () => {
  expect(plain("a\nÆ €\u00a0–")).toBe("a\nÆ €\u00a0–");
  expect(plain("\u001b[2Jx\ry\u009b1m\u202ez")).toBe("\ufffd[2Jx\ufffdy\ufffd1m\ufffdz");
});
