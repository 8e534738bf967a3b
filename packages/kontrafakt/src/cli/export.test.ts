import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { capturedCli } from "./captured-cli.fixture.js";

const study = `kontrafakt: 1
title: T
municipality: M
programme: P
cohort:
  extract: 2022-12-31
  from: 2020-01-01
  to: 2022-12-31
  people:
    { file: people.csv, person: id, born: born, start: start, covariates: { need: { column: need, type: number } } }
  services: { file: services.csv, person: id, service: service, from: from, to: to }
  outcomes: { placement: { service: Placement } }
matching: { history: { windows: [[1, 2]] } }
effects:
  estimators:
    everyone: { estimator: attGt, covariates: [need], method: reg }
    one number: { estimator: attGt, control: notYet }
    textbook: { estimator: twoWay }
report: { deleteAfter: 30, smallCell: 3 }
savings:
  currency: DKK
  priceYear: 2022
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2022, source: S }
`;
let folder = "";

/** Ninety children, of whom thirty start, in 2021Q3 or 2021Q4. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
  const people = ["id;born;start;need"];
  const services = ["id;service;from;to"];
  for (let i = 0; i < 90; i++) {
    const need = ((i * 29) % 31) / 8 + (i < 30 ? 0.7 : 0);
    const start = i < 30 ? (i % 2 ? "2021-07-15" : "2021-10-15") : "";
    people.push(`0101${String(i).padStart(3, "0")};2010-0${1 + (i % 9)}-01;${start};${need.toFixed(2)}`);
    for (let year = 2020; year < 2023; year++) {
      const month = 1 + ((i * 7 + year) % 9);
      if ((i * 7 + year) % 3 > 0)
        services.push(
          `0101${String(i).padStart(3, "0")};Placement;${year}-0${month}-10;${year}-${String(month + 2).padStart(2, "0")}-${10 + (i % 17)}`,
        );
    }
  }
  const files = {
    "people.csv": people,
    "services.csv": services,
    "prices.csv": [
      "consequence;payer;year;unit;amount;priceYear;cashable",
      ...[2021, 2022].map((y) => `placement;P;${y};days;3000;2022;1`),
    ],
    "cost.csv": ["year;payer;planned;actual;priceYear", "2021;P;1;1;2022"],
    "claim.csv": ["year;payer;amount;priceYear", "2021;P;1;2022"],
    "study.yaml": [study],
  };
  for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), lines.join("\n"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => capturedCli(["export", ...args]);
const exported = (...args: string[]) => cli(join(folder, "study.yaml"), "--workers", "1", ...args);
const inside = (name: string) => readFile(join(folder, "internal", "handover", name), "utf8");

test("files and scripts for the main result and each attGt go to internal/, with the notice and the day to delete them", async () => {
  const { code, out, err } = await exported("--r", "--stata");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const deleteBy = /handover: personal data; keep it with the study's own data, and delete it by (\d{4}-\d\d-\d\d)\n/.exec(
    out,
  )?.[1];
  expect(deleteBy).toBeDefined();
  expect(out).toContain("No script for textbook: did and csdid estimate attGt alone.");
  const names = (await readdir(join(folder, "internal", "handover"), { recursive: true })).sort();
  expect(names.filter((name) => name.includes("."))).toEqual(
    [
      "README.txt",
      ...["cells.csv", "changes.csv", "recompute.R", "recompute.do", "rows.csv", "slopes.csv"].map((name) => `matched/${name}`),
      ...["estimator-2", "estimator-everyone"].flatMap((estimator) =>
        ["cells.csv", "panel.csv", "recompute.R", "recompute.do"].map((name) => `${estimator}/${name}`),
      ),
    ].sort(),
  );
  expect(await inside("README.txt")).toContain(`delete this folder by ${deleteBy}`);
  expect(JSON.parse(await readFile(join(folder, "internal", "files.json"), "utf8"))).toContain(
    "internal/handover/matched/rows.csv",
  );
  expect(await readdir(folder)).not.toContain("publish");
});

test("the figure in the script follows from the files beside it, and people stand under pseudonyms", async () => {
  const rows = (text: string) => {
    const [head, ...lines] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    return lines.map((line) => Object.fromEntries(head.map((name, j) => [name, line[j]])));
  };
  const changes = rows(await inside("matched/changes.csv"));
  const cells = rows(await inside("matched/cells.csv"));
  let sum = 0;
  let people = 0;
  for (const { wave, period, event, n } of cells) {
    if (Number(event) < 0) continue;
    const mean = (role: string) => {
      const own = changes.filter((row) => row.wave === wave && row.period === period && row.role === role);
      const weight = own.reduce((all, row) => all + Number(row.weight), 0);
      return own.reduce((all, row) => all + Number(row.weight) * Number(row.adjusted), 0) / weight;
    };
    sum += Number(n) * (mean("1") - mean("0"));
    people += Number(n);
  }
  expect(people).toBeGreaterThan(0);
  const written = Number(/mean = c\(([^)]+)\)/.exec(await inside("matched/recompute.R"))?.[1]);
  expect(sum / people).toBeCloseTo(written, 9);
  for (const name of ["matched/rows.csv", "estimator-everyone/panel.csv"])
    expect(await inside(name)).not.toMatch(/\b0101\d{3}\b/);
});

test("a later export leaves no file of an earlier one, and speaks the language asked for", async () => {
  await writeFile(join(folder, "study.yaml"), study.replace(/effects:\n[\s\S]*?report/, "report"));
  const { code, out } = await exported("--r", "--lang", "da");
  expect(code).toBe(0);
  expect(out).toContain("personoplysninger; opbevar mappen sammen med studiets data, og slet den senest");
  expect((await readdir(join(folder, "internal", "handover"))).sort()).toEqual(["README.txt", "matched"]);
  expect(await readdir(join(folder, "internal", "handover", "matched"))).not.toContain("recompute.do");
  expect(await inside("README.txt")).toContain("Må ikke offentliggøres");
  await writeFile(join(folder, "study.yaml"), study);
});

test("prints the script for register environments", async () => {
  const { code, out } = await cli("--effects-script", "r");
  expect(code).toBe(0);
  expect(out).toContain("effects_from_did <- function(");
  expect((await cli("--effects-script", "stata")).out).toContain("program define effects_from_csdid");
});

test.each([
  [[]],
  [["study.yaml"]],
  [["--r"]],
  [["study.yaml", "--r", "--effects-script", "r"]],
  [["study.yaml", "--effects-script", "r"]],
])("usage %j: 2", async (args) => {
  const { code, out, err } = await cli(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^name a study and --r, --stata or both/);
});
