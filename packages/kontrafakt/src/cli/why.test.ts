import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
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
    { file: people.csv, person: id, born: born, start: start, household: home, covariates: { need: { column: need, type: number } } }
  services: { file: services.csv, person: id, service: service, from: from, to: to }
  outcomes: { placement: { service: Placement } }
matching: { history: { windows: [[1, 2]] } }
savings:
  currency: DKK
  priceYear: 2022
  prices: { file: prices.csv }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2022, source: S }
`;
const STARTERS = 12;
let folder = "";

/** Eighty children, twelve of whom start in 2021Q3; the thirteenth lives with the first. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
  const people = ["id;born;start;home;need"];
  const services = ["id;service;from;to"];
  for (let i = 0; i < 80; i++) {
    const need = ((i * 29) % 31) / 8 + (i < STARTERS ? 0.7 : 0);
    const home = i === STARTERS ? "h0" : `h${i}`;
    people.push(`p${i};2010-0${1 + (i % 9)}-01;${i < STARTERS ? "2021-07-15" : ""};${home};${need.toFixed(2)}`);
    if ((i * 7) % 5 < 2) services.push(`p${i};Placement;2021-0${1 + (i % 5)}-10;2021-0${2 + (i % 5)}-10`);
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

const why = (...args: string[]) => capturedCli(["why", join(folder, "study.yaml"), ...args, "--workers", "1", "--quiet"]);

test("tells why a starter has its controls, and they why they serve it, by identifier or by place", async () => {
  const { code, out, err } = await why("p3");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const [first, , who, how] = out.split("\n");
  expect(first).toBe("internal: this is personal data; do not publish it, keep it or pass it on");
  expect(who).toBe("person 4 of the 80 analysed: started in 2021Q3");
  expect(how).toBe("matching: nearest; distances are differences of linear scores");
  expect(out).toMatch(
    /2021Q3: started, and has controls\n {2}score -?[\d.]+, chance of starting 0\.\d+\n {2}set of 1 starter and \d controls?/,
  );
  expect(await why("--unit", "4")).toEqual({ code, out, err });
  const control = /person (\d+): distance [\d.e-]+, weight [\d.]+/.exec(out)?.[1] ?? "";
  const other = await why("--unit", control);
  expect(other.out).toContain("at risk, and a control of 1 set");
  expect(other.out).toContain("person 4: distance");
});

test("tells of a sibling of a starter, and as JSON", async () => {
  expect((await why("p12")).out).toContain("no control: someone in the same household or other excluded cluster has started");
  const found = JSON.parse((await why("p12", "--json")).out);
  expect(found).toMatchObject({
    kind: "person-explanation",
    units: 80,
    match: { unit: 12, waves: [{ role: "other", eligible: false }] },
  });
});

test("says what is wrong with the person, repeats no identifier and writes nothing", async () => {
  const unknown = await why("010203-1234");
  expect(unknown).toMatchObject({ code: 1, out: "" });
  expect(unknown.err).toMatch(/^nobody with this identifier is among the 80 people analysed/);
  expect(unknown.err).not.toContain("0102");
  expect((await why("--unit", "81")).err).toMatch(/whole number from 1 to 80/);
  for (const args of [[], ["p1", "--unit", "2"]])
    expect(await why(...args)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^name one person/) });
  expect((await readdir(folder)).sort()).toEqual(
    ["claim.csv", "cost.csv", "people.csv", "prices.csv", "services.csv", "study.yaml"].sort(),
  );
});

test("under weights names nobody's controls, only the weight", async () => {
  const path = join(folder, "study.yaml");
  await writeFile(path, study.replace("matching: { history", "matching: { method: ipw, share: reuse, history"));
  const { code, out } = await why("p20");
  expect(code).toBe(0);
  expect(out).toContain("weighting: ipw; everyone at risk in a wave is weighted together, and nobody has controls of their own");
  expect(out).toMatch(
    /2021Q3: at risk, and weighted to resemble the starters together with the others\n {2}score .*\n {2}own weight [\d.e-]+, among \d+ starters and \d+ others/,
  );
  expect(out).not.toContain("distance");
  await writeFile(path, study);
});
