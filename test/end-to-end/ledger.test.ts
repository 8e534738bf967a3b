import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bytesSource, type Cohort, type Ledger, messages, readCohort } from "@kontrafakt/cohort";
import { parseStudy } from "@kontrafakt/study";
import { beforeAll, describe, expect, it } from "vitest";
import { csvRows } from "./csv-rows.js";

const path = (name: string) => fileURLToPath(new URL(`../../data-samples/early-support/${name}`, import.meta.url));

/** Codes that say each planted reason. */
const codesOf: Readonly<Record<string, readonly string[]>> = {
  "duplicate person": ["duplicate-person"],
  "birth date missing": ["missing-value"],
  "birth date in the future": ["born-after-extract"],
  "start before referral": ["start-before-referral"],
  "start before the window": ["started-before-window"],
  "never of eligible age": ["never-eligible"],
  "duplicate row": ["duplicate-row"],
  "unknown person": ["unknown-person"],
  "from after to": ["ends-before-start"],
  "impossible date": ["unreadable-date"],
  "start of spell missing": ["missing-value"],
  "odd case and spaces": ["service-respelled"],
  "unknown service": ["service-not-in-study"],
  "price is not a number": ["unreadable-number"],
  "negative price": ["negative-price"],
  "ends after the extract": ["ends-after-extract"],
  "begins after the extract": ["begins-after-extract"],
  "spaces around an identifier": ["identifier-trimmed"],
  "too few fields": ["too-few-fields"],
  "empty line": ["empty-row"],
  "totals row": ["totals-row"],
  "paid by another municipality": ["paid-elsewhere"],
  "overlapping residence": ["stay-overlap"],
  "not a number": ["unreadable-number"],
  "negative value": ["out-of-range"],
  "more days than the period has": ["more-days-than-period"],
};

interface Fault {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly expect: "listed" | "noted" | "used";
}

const { faults } = JSON.parse(readFileSync(path("truth.json"), "utf8")) as { faults: Fault[] };

function entriesAt(ledger: Ledger, file: string, row: number) {
  return Array.from(ledger.row.keys())
    .filter((i) => ledger.row[i] === row && ledger.files[ledger.file[i]].name === file)
    .map((i) => ({ code: ledger.codes[ledger.code[i]], listed: ledger.listed[i] === 1, column: ledger.column[i] }));
}

let cohort: Cohort;
beforeAll(async () => {
  const { study, problems } = parseStudy(readFileSync(path("study.yaml"), "utf8"), "study.yaml");
  if (study === undefined) throw new Error(JSON.stringify(problems));
  const files = ["people.csv", "services.csv", "residence.csv", "absence.csv"];
  const sources = new Map(files.map((name) => [name, bytesSource(name, readFileSync(path(name)))]));
  cohort = await readCohort(sources, study.cohort);
});

describe("the planted faults of the sample", () => {
  it("are about twenty, in every kind of file", () => {
    expect(faults.length).toBeGreaterThanOrEqual(20);
    expect(new Set(faults.map((fault) => fault.file)).size).toBe(4);
  });

  it.each(faults.filter((fault) => fault.expect !== "used"))("$file row $row: $reason, $expect", (fault) => {
    const entries = entriesAt(cohort.ledger, fault.file, fault.row);
    const entry = entries.find((e) => codesOf[fault.reason]?.includes(e.code.replace("cohort/", "")));
    expect(entry, JSON.stringify(entries)).toBeDefined();
    expect(messages).toHaveProperty([entry?.code as string]);
    if (fault.column !== "") expect(entry?.column).toBe(fault.column);
    expect(entries.some((e) => e.listed)).toBe(fault.expect === "listed");
  });

  it.each(faults.filter((fault) => fault.expect === "used"))("$file row $row: $reason, used as plain text", (fault) => {
    expect(entriesAt(cohort.ledger, fault.file, fault.row).filter((e) => e.listed)).toEqual([]);
  });

  it("are all there is: every other listed row is a person the municipality was never responsible for", () => {
    const planted = new Set(faults.map((fault) => `${fault.file} ${fault.row}`));
    const { ledger } = cohort;
    const others = Array.from(ledger.row.keys())
      .filter((i) => ledger.listed[i] === 1 && !planted.has(`${ledger.files[ledger.file[i]].name} ${ledger.row[i]}`))
      .map((i) => ledger.codes[ledger.code[i]]);
    expect(new Set(others)).toEqual(new Set(["cohort/never-observed"]));
  });
});

describe("the account of each file", () => {
  it("reconciles: rows read are rows used and rows listed, and rows read are the file's lines", () => {
    const { ledger } = cohort;
    for (const [index, file] of ledger.files.entries()) {
      const listed = new Set(
        Array.from(ledger.row.keys(), (i) => (ledger.listed[i] && ledger.file[i] === index ? ledger.row[i] : 0)),
      );
      listed.delete(0);
      const lines = readFileSync(path(file.name), "latin1").trimEnd().split("\n").length;
      expect(file.rowsRead).toBe(lines - 1);
      expect(file.rowsListed).toBe(listed.size);
      expect(file.rowsRead).toBe(file.rowsUsed + file.rowsListed);
    }
  });

  it("ends in the people analysed", () => {
    const { ledger, summary } = cohort;
    expect(ledger.flow[0].people).toBe(ledger.files[0].rowsRead);
    expect(ledger.flow.at(-1)).toMatchObject({ people: summary.people, treated: summary.starters });
    expect(ledger.files[0].rowsUsed).toBe(summary.people);
    for (let k = 1; k < ledger.flow.length; k++) {
      expect(ledger.flow[k].people).toBeLessThanOrEqual(ledger.flow[k - 1].people);
      expect(ledger.flow[k].treated).toBeLessThanOrEqual(ledger.flow[k - 1].treated);
    }
  });

  it("holds no identifier", () => {
    const people = new TextDecoder("windows-1252").decode(readFileSync(path("people.csv")));
    const ids = new Set(csvRows(people, ";").map(([id]) => id.trim()));
    expect(ids.size).toBeGreaterThan(2900);
    for (const detail of cohort.ledger.detail) expect(ids.has(detail.trim())).toBe(false);
  });
});
