import { describe, expect, it } from "vitest";
import type { CategoryColumn, Table } from "../table/table.js";
import { linkIds } from "./link-ids.js";
import { linkage } from "./linkage.js";
import { sameId } from "./same-id.js";

const category = (...texts: string[]): CategoryColumn => {
  const levels = [...new Set(texts)];
  return { type: "category", values: Int32Array.from(texts, (t) => levels.indexOf(t)), levels };
};
const peopleOf = (known: readonly string[], ids = known) =>
  ({
    ids,
    unitOf: new Map(ids.map((id, u) => [id, u])),
    table: { columns: new Map([["person", category(...known)]]) } as unknown as Table,
  }) as const;
const file = (ids: readonly string[], purpose = "services") => ({ file: "x.csv", account: "x.csv", column: "Id", purpose, ids });
const told = (known: readonly string[], ids: readonly string[], purpose?: string) =>
  linkage([file(ids, purpose)], peopleOf(known), new Set(["residence"]), () => {}).problems.map((p) => [p.code, p.params]);

describe("linkage", () => {
  it("counts ids on both sides", () => {
    const { links } = linkage(
      [file(["a", "b", "z"]), file(["a"], "people")],
      peopleOf(["a", "b", "c", "d"], ["a", "b", "c"]),
      new Set(),
      () => {},
    );
    expect(links).toEqual([{ account: "x.csv", column: "Id", ids: 3, matched: 2, without: 1 }]);
  });

  it.each([
    [["0101-10", "0202-10", "0303-10"], ["010110", "020210"], "punctuation", 0, 100],
    [["00123", "00456"], ["123", "456"], "zeros", 0, 100],
    [["ab1", "cd2"], ["AB1", "CD2"], "case", 0, 100],
    [["01-10", "02-10"], ["110", "210"], "punctuation, zeros", 0, 100],
    [["1-1", "2-2", "3-3"], ["1-1", "22", "33", "99"], "punctuation", 25, 75],
  ])("%j against %j would match without %s", (known, ids, rules, percent, better) => {
    expect(told(known, ids)).toEqual([["cohort/ids-written-otherwise", { percent, better, rules }]]);
  });

  it("suggests nothing by which two people would become one, or that helps a single id", () => {
    expect(told(["1-1", "11", "2-2"], ["11", "22", "33"])).toEqual([]);
    expect(told(["1-1", "2", "3"], ["11", "2", "3"])).toEqual([]);
  });

  it("tells of a file that shares no id, and of people whom a file that ought to have everyone lacks", () => {
    expect(told(["a", "b"], ["x", "y"])).toEqual([["cohort/no-id-matches", {}]]);
    expect(told(["a", "b"], ["a", "b"], "residence")).toEqual([]);
    expect(told(["a", "b", "c"], ["a"], "residence")).toEqual([["cohort/person-without-rows", { count: 2 }]]);
  });

  it("warns of people who differ in case only", () => {
    expect(told(["a", "A", "b"], ["a", "A", "b"])).toEqual([["cohort/ids-differ-in-case", { count: 1 }]]);
  });
});

describe("ids", () => {
  it.each([
    ["010203-1234", ["punctuation"], "0102031234"],
    [" 12 34 ", ["punctuation"], "1234"],
    ["007", ["zeros"], "7"],
    ["000", ["zeros"], "0"],
    ["AbÅ", ["case"], "abå"],
    ["00-Ab", ["punctuation", "zeros", "case"], "ab"],
    ["00-Ab", [], "00-Ab"],
  ] as const)("%j without %j is %j", (id, rules, same) => {
    expect(sameId(id, rules)).toBe(same);
  });

  it("are translated and merged, and one without a key can be nobody's", () => {
    const table = {
      file: "x.csv",
      parts: ["x.csv"],
      columns: new Map([["person", category("7", "8", "9", "a", "__proto__")]]),
    } as unknown as Table;
    const keys = new Map([
      [
        "school",
        new Map([
          ["7", "a"],
          ["8", "b"],
          ["9", "a"],
        ]),
      ],
    ]);
    const files: { readonly ids: readonly string[] }[] = [];
    const linked = linkIds({ rules: [], keys, files: files as never[] }, "school", table, {
      columns: { person: { header: "Elev", type: "category" } },
    });
    const { values, levels } = linked.columns.get("person") as CategoryColumn;
    expect(Array.from(values, (v) => levels[v])).toEqual(["a", "b", "a", "≠a", "≠__proto__"]);
    expect(files).toEqual([{ file: "x.csv", account: "x.csv", column: "Elev", purpose: "", ids: levels }]);
  });
});
