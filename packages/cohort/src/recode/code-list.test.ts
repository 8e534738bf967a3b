import { dayFromIso, type KontrafaktError, NO_DAY, type Problem } from "@kontrafakt/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";
import { type CodeList, codeList, listRequest } from "./code-list.js";

const options = { file: "list.csv", code: "Kode", value: "Navn", from: "Fra", to: "Til" };

async function listOf(rows: readonly string[], problems: Problem[] = []): Promise<CodeList> {
  const text = ["Kode;Navn;Fra;Til", ...rows, ""].join("\n");
  return codeList(await readTable(bytesSource("list.csv", new TextEncoder().encode(text)), listRequest(options)), problems);
}

/** What a code means on a day, as `CodeList.find` is meant to be read. */
function meaning(list: CodeList, code: string, day: number): string | undefined {
  const pieces = list.find(code)?.pieces ?? [];
  return pieces.filter((piece) => piece.from <= day).at(-1)?.value;
}

const problemOf = async (rows: readonly string[]) => {
  const error = await listOf(rows).catch((e: unknown) => e as KontrafaktError);
  return (error as KontrafaktError).problems[0];
};

describe("a dated list of codes", () => {
  it("gives what a code meant on a day, both days counted", async () => {
    const list = await listOf(["52.3.7;Anbringelse;;31-12-2023", "52.3.7;Efterværn;01-01-2024;", "46;Anbringelse;01-01-2024;"]);
    const on = (code: string, day: string) => meaning(list, code, dayFromIso(day));
    expect([on("52.3.7", "2023-12-31"), on("52.3.7", "2024-01-01"), on("46", "2023-12-31"), on("46", "2030-01-01")]).toEqual([
      "Anbringelse",
      "Efterværn",
      undefined,
      "Anbringelse",
    ]);
    expect(list.find("47")).toBeUndefined();
    expect(list.find("46")?.pieces[0].from).toBe(NO_DAY);
  });

  it("tells gaps, and refuses overlaps, dates the wrong way round and circles", async () => {
    const problems: Problem[] = [];
    await listOf(["a;x;;31-12-2019", "a;y;01-02-2020;", "b;x;;", "b;x;01-01-2020;"], problems);
    expect(problems).toMatchObject([{ code: "cohort/list-gap", where: { row: 3 }, params: { code: "a", gaps: 1 } }]);
    expect(await problemOf(["a;x;;31-12-2020", "A;y;31-12-2020;"])).toMatchObject({
      code: "cohort/list-overlap",
      where: { file: "list.csv", row: 3 },
      params: { code: "A", value: "y", other: "x", row: 2 },
    });
    expect(await problemOf(["a;x;02-01-2020;01-01-2020"])).toMatchObject({
      code: "cohort/list-dates-reversed",
      where: { row: 2 },
    });
    expect(await problemOf(["a;b;;", "b;c;;", "c;a;;"])).toMatchObject({
      code: "cohort/list-circle",
      params: { codes: "a → b → c → a" },
    });
    expect(await problemOf(["a;;;"])).toMatchObject({ code: "cohort/missing-value", where: { row: 2, column: "Navn" } });
  });

  it("follows mergers on, each on its day; going to and fro at different times is no circle", async () => {
    const list = await listOf(["a;b;01-01-2007;", "b;c;01-01-2020;", "d;e;;31-12-2009", "e;d;01-01-2010;", "f;f;;"]);
    const on = (code: string, day: string) => meaning(list, code, dayFromIso(day));
    expect(["2006-12-31", "2007-01-01", "2019-12-31", "2020-01-01"].map((day) => on("a", day))).toEqual([
      undefined,
      "b",
      "b",
      "c",
    ]);
    expect([on("d", "2009-12-31"), on("d", "2010-01-01"), on("e", "2010-01-01"), on("f", "2020-01-01")]).toEqual([
      "e",
      undefined,
      "d",
      "f",
    ]);
  });

  it("equals following the rows of the list day by day", async () => {
    const code = fc.constantFrom("a", "b", "c", "d");
    const row = fc.record({ code, value: fc.constantFrom("b", "c", "d", "x", "y"), from: fc.nat(20), days: fc.nat(15) });
    const table = async (rows: { code: string; value: string; from: number; days: number }[]) => {
      const levels = ["a", "b", "c", "d", "x", "y"];
      const column = (of: readonly string[]) => ({
        type: "category",
        levels,
        values: Int32Array.from(of, (v) => levels.indexOf(v)),
      });
      const day = (of: readonly number[]) => ({ type: "day", values: Int32Array.from(of) });
      const columns = new Map<string, unknown>([
        ["code", column(rows.map((r) => r.code))],
        ["value", column(rows.map((r) => r.value))],
        ["from", day(rows.map((r) => r.from))],
        ["to", day(rows.map((r) => r.from + r.days))],
      ]);
      const origin = Int32Array.from(rows.keys());
      return { kind: "table", file: "l", parts: ["l"], rows: rows.length, origin, columns } as unknown as Parameters<
        typeof codeList
      >[0];
    };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 7 }), async (rows) => {
        const holds = (c: string, t: number) => rows.filter((r) => r.code === c && r.from <= t && t <= r.from + r.days);
        const follow = (c: string, t: number, seen: string[]): string | undefined | "circle" => {
          const [first] = holds(c, t);
          if (first === undefined) return seen.length === 0 ? undefined : c;
          if (first.value === c) return c;
          return seen.includes(c) ? "circle" : follow(first.value, t, [...seen, c]);
        };
        const days = Array.from({ length: 40 }, (_, t) => t);
        const clash = days.some((t) => ["a", "b", "c", "d"].some((c) => new Set(holds(c, t).map((r) => r.value)).size > 1));
        const circle = days.some((t) => ["a", "b", "c", "d"].some((c) => follow(c, t, []) === "circle"));
        const problems: Problem[] = [];
        const list = await table(rows)
          .then((t) => codeList(t, problems))
          .catch((e: unknown) => (e as KontrafaktError).problems[0].code);
        if (clash) expect(list).toBe("cohort/list-overlap");
        else if (circle) expect(list).toBe("cohort/list-circle");
        else
          for (const c of ["a", "b", "c", "d"])
            for (const t of days) expect(meaning(list as CodeList, c, t)).toBe(follow(c, t, []));
      }),
      { numRuns: 300 },
    );
  });
});
