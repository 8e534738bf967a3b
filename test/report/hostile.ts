import type { MatchedResults } from "@kontrafakt/study";
import { exampleResults } from "./example.js";

export const script = `<script>alert("x")</script>`;
export const formula = "=cmd|' /C calc'!A0";
export const proto = "__proto__";

/** Results in which everything a user can name is an attack. */
export function hostileResults(): MatchedResults {
  const r = exampleResults();
  const payer: Readonly<Record<string, string>> = { "Familie og Børn": script, Skole: formula, Staten: proto };
  const names: Readonly<Record<string, string>> = {
    placement: proto,
    specialSchool: script,
    counselling: formula,
    absence: "constructor",
  };
  const p = (x: string) => payer[x] ?? x;
  const o = (x: string) => names[x] ?? x;
  return {
    ...r,
    title: script,
    municipality: formula,
    programme: { da: `</title>${script}`, en: proto },
    study: JSON.parse(
      JSON.stringify({ ...r.study, "<b>": script }).replace("{", `{"${proto}": {"x": 1},`),
    ) as MatchedResults["study"],
    inputs: r.inputs.map((i) => ({ ...i, file: script })),
    lock: { status: "deviates", deviations: [{ what: script, locked: formula, now: proto }] },
    flow: {
      files: [
        {
          file: formula,
          read: 3,
          used: "<5",
          listed: "<5",
          reasons: [
            { code: script, listed: true, rows: "<5" },
            { code: proto, listed: false, rows: 7 },
          ],
        },
      ],
      people: [
        { code: proto, people: 10, treated: "<5" },
        { code: script, people: "<5", treated: "<5" },
      ],
    },
    balance: {
      ...r.balance,
      rows: r.balance.rows.map((row, i) => ({
        ...row,
        covariate: [script, formula, proto, "constructor", "a\u2028b\u0000"][i] ?? row.covariate,
      })),
    },
    outcomes: r.outcomes.map((outcome) => ({
      ...outcome,
      name: o(outcome.name),
      label: o(outcome.name),
      unit: outcome.name === "placement" ? proto : "days",
      beside: outcome.beside?.map((b, i) => ({ ...b, name: [script, formula, proto][i] ?? b.name, label: formula })),
    })),
    effects: { ...r.effects, terms: r.effects.terms.map((t) => ({ ...t, outcome: o(t.outcome) })) },
    savings: {
      ...r.savings,
      currency: "<i>",
      payers: r.savings.payers.map(p),
      consequences: r.savings.consequences.map(o),
      lines: r.savings.lines.map((l) => ({ ...l, payer: l.payer === null ? null : p(l.payer) })),
      notMeasured: [{ payer: proto, consequence: script }],
      figures: r.savings.figures.map((f) => ({
        ...f,
        payer: f.payer === null ? null : p(f.payer),
        switching: f.switching.map((s) => ({ ...s, unit: script, ...(s.consequence && { consequence: o(s.consequence) }) })),
      })),
      tornado: r.savings.tornado.map((bar, i) => ({ ...bar, input: [script, formula, proto][i] ?? bar.input })),
      bookable: r.savings.bookable.map((b, i) => ({
        ...b,
        account: [script, formula, proto][i] ?? b.account,
        payer: p(b.payer),
      })),
      transfers: r.savings.transfers.map((t) => ({ ...t, payer: p(t.payer) })),
      payerShares: r.savings.payerShares.map((s) => ({ ...s, payer: p(s.payer) })),
      persistence: { ...r.savings.persistence, source: script, outcomes: [{ outcome: proto, form: "none" }] },
      subgroups: r.savings.subgroups?.map((s, i) => ({ ...s, covariate: [script, proto][i] ?? formula, value: script })),
      listPrices: r.savings.listPrices?.map((l) => ({ ...l, spend: formula, quantity: script })),
      human: [{ ...r.savings.human[0], outcome: script }],
    },
    verification: {
      ...r.verification,
      caps: [script, proto],
      rows: r.verification.rows.map((row) => ({ ...row, payer: p(row.payer), consequence: formula })),
      reconciliation: r.verification.reconciliation.map((row) => ({
        ...row,
        account: script,
        payer: proto,
        consequence: formula,
      })),
      budget: [{ account: formula, year: 2023, adopted: 3e6, adjusted: 2e6, actual: 2e6, reason: script }],
    },
    money: {
      ...r.money,
      prices: r.money.prices.map((price) => ({ ...price, payer: formula, source: script, group: proto, grade: script })),
    },
    problems: [
      {
        kind: "problem",
        code: script,
        severity: "warning",
        where: { file: formula, row: 2, column: proto },
        params: { found: script },
      },
    ],
  };
}
