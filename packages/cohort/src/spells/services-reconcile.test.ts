import { isoFromDay } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesSource, type CohortInput, cohortOptions, readCohort } from "../index.js";

const first = 17_897; // 2019-01-01
const row = fc.record({
  id: fc.constantFrom("a", "b", "z"),
  service: fc.constantFrom("A", "a ", "B", "C"),
  from: fc.integer({ min: -30, max: 500 }),
  length: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -3, max: 90 })),
  amount: fc.oneof(fc.constant(Number.NaN), fc.constantFrom(-5, 5, 5, 700), fc.integer({ min: 0, max: 3000 })),
  payer: fc.constantFrom("Home", "Away", ""),
});

const study = (basis: "invoiced" | undefined): CohortInput => {
  const block = { person: "Id", service: "Kind", from: "From", to: "To", amount: "Amount", payer: "Payer", basis };
  return {
    extract: "2020-01-31",
    period: "month",
    from: "2019-01-01",
    to: "2019-12-31",
    home: "Home",
    people: { file: "people.csv", person: "Id", born: "Born", start: "Start", household: "House" },
    services: [
      { ...block, file: "1.csv" },
      { ...block, file: "2.csv", reversals: "booking" },
    ],
    refunds: {
      steps: {
        services: ["A", "B"],
        per: "household",
        payer: "State",
        rates: [{ from: 2019, steps: [{ above: 500, refund: 0.5 }], source: "x" }],
      },
    },
    outcomes: {
      days: { service: ["A", "B"] },
      gross: { service: ["A", "B"], count: "amount" },
      net: { refund: "steps" },
      refunded: { refund: "steps", side: "state" },
    },
  };
};

it("accounts for every row, covers no day twice, and splits every krone", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(row, { maxLength: 12 }),
      fc.boolean(),
      async (one, two, invoiced) => {
        const cell = (x: number) => (Number.isNaN(x) ? "" : String(x));
        const day = (x: number) => (Number.isNaN(x) ? "" : isoFromDay(first + x));
        // A payer is named at least once, so that the study's home is in the column.
        const csv = (rows: typeof one) => [
          "Id;Kind;From;To;Amount;Payer",
          "y;C;2019-01-01;2019-01-01;1;Home",
          ...rows.map((r) => [r.id, r.service, day(r.from), day(r.from + r.length), cell(r.amount), r.payer].join(";")),
        ];
        const files = {
          "people.csv": ["Id;Born;Start;House", "a;2010-01-01;;h", "b;2010-01-01;;h", "o;2010-01-01;;o"],
          "1.csv": csv(one),
          "2.csv": csv(two),
        };
        const sources = new Map(
          Object.entries(files).map(([name, text]) => [name, bytesSource(name, new TextEncoder().encode(text.join("\n")))]),
        );
        const { panel, ledger } = await readCohort(sources, cohortOptions.parse(study(invoiced ? "invoiced" : undefined)));
        for (const [name, rows] of [
          ["1.csv", one],
          ["2.csv", two],
        ] as const) {
          const file = ledger.files.find((f) => f.name === name);
          expect(file?.rowsRead).toBe(rows.length + 1);
          expect((file?.rowsUsed ?? 0) + (file?.rowsListed ?? 0)).toBe(rows.length + 1);
        }
        const [days, gross, net, refunded] = ["days", "gross", "net", "refunded"].map(
          (name) => panel.measures.find((m) => m.name === name)?.values as Float64Array,
        );
        for (let c = 0; c < days.length; c++) {
          if (!Number.isNaN(days[c])) expect(days[c]).toBeLessThanOrEqual(31);
          expect(net[c] + refunded[c]).toBe(Number.isNaN(net[c]) ? Number.NaN : gross[c] + 0);
        }
      },
    ),
    { numRuns: 25 },
  );
});
