import { expect, test } from "vitest";
import { progressLine } from "./progress.js";

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 30, written, write: (text: string) => written.push(text) };
}

test("one line that updates on a terminal, cleared at the end", () => {
  const s = stream(true);
  const line = progressLine(s, false);
  line.show({ step: "cohort/read-people", done: 1, total: 4 });
  line.show({ step: "cohort/read-people", done: 1, total: 4 });
  line.end();
  expect(s.written).toEqual(["\r\u001b[2K… read people 25%", "\r\u001b[2K"]);
});

test("nothing in a log, and nothing when quiet", () => {
  for (const [s, quiet] of [
    [stream(false), false],
    [stream(true), true],
  ] as const) {
    const line = progressLine(s, quiet);
    line.show({ step: "a", done: 1 });
    line.end();
    expect(s.written).toEqual([]);
  }
});
