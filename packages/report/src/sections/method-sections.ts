import type { Problem } from "@kontrafakt/base";
import type { Results } from "@kontrafakt/study";
import { type Html, html } from "../html.js";
import type { Speaker } from "../language.js";
import { optionRows } from "../option-rows.js";
import { problemText } from "../problem-text.js";
import { assumedYears } from "../savings-lines.js";
import { withheldRows } from "../withheld-rows.js";
import type { Page } from "./page.js";
import { parametersTable, pricesTable } from "./prices-tables.js";
import { details, list, section, table } from "./table.js";

/** @param lines what the result rests on */
export function assumptionsSection({ results, speaker, label }: Page, lines: readonly string[]): Html {
  const { words } = speaker;
  const say = (p: Problem) => problemText(inWords(p, label), speaker.code);
  const problems = results.problems.filter((p) => p.severity !== "note");
  const notes = results.problems.filter((p) => p.severity === "note");
  return section(
    "assumptions",
    words.heading.assumptions,
    [words.lead.assumptions],
    list(lines),
    problems.length === 0 ? html`` : html`<h3>${words.heading.noted}</h3>`,
    list(problems.map((p) => html`<strong>${words.severity[p.severity]}:</strong> ${say(p)}`)),
    notes.length === 0 ? html`` : details(words.heading.noted, list(notes.map(say))),
    html`<h3>${words.heading.notClaimed}</h3>`,
    list(assumedYears(results.savings).length === 0 ? words.notClaimed : words.notClaimed.with(1, words.later.notClaimed)),
  );
}

/** The problem with outcomes and covariates, also several separated by commas, under their labels instead of their names in the study. */
function inWords(p: Problem, label: Page["label"]): Problem {
  const words = (text: string) => {
    const labels = text.split(", ").map((name) => label(name));
    return label(text) ?? (labels.includes(undefined) ? text : labels.join(", "));
  };
  const params = Object.entries(p.params).map(([key, value]) => [key, typeof value === "string" ? words(value) : value] as const);
  return { ...p, params: Object.fromEntries(params) };
}

export function deviationsSection({ results, speaker }: Page): Html {
  const { words } = speaker;
  const { table: t } = words;
  const { status, deviations, lockedOn, afterResults } = results.lock;
  const lead =
    status === "locked"
      ? words.lead.locked
      : status === "deviates"
        ? words.lead.deviates(deviations.length)
        : words.lead.notLocked;
  return section(
    "deviations",
    words.heading.deviations,
    [
      [lead, lockedOn ? words.lead.lockedOn(speaker.date(lockedOn)) : "", afterResults ? words.lead.lockedAfter : ""]
        .filter((x) => x)
        .join(" "),
    ],
    table(
      words.caption.deviations,
      [{ name: t.what }, { name: t.locked }, { name: t.now }],
      deviations.map((d) => [d.what, d.locked, d.now]),
    ),
  );
}

/** How the files turned out to be written: what a reader with the same files can check. */
function filesTable({ data }: Results, speaker: Speaker): Html {
  const { table: t, caption } = speaker.words;
  const known = [
    ["kind", t.fileKind],
    ["encoding", t.encoding],
    ["delimiter", t.delimiter],
    ["decimal", t.decimalMark],
    ["dates", t.dateForm],
    ["sheet", t.sheet],
    ["headerLine", t.headerLine],
  ] as const;
  const some = known.filter(([key]) => data.files.some((f) => Object.hasOwn(f, key) && f[key] !== ""));
  return table(
    caption.asRead,
    [{ name: t.file }, ...some.map(([, name]) => ({ name }))],
    data.files.map((f) => [f.file, ...some.map(([key]) => shownSign(Object.hasOwn(f, key) ? f[key] : ""))]),
  );
}

/** A tab has no look of its own. */
function shownSign(value: string | number | boolean): string {
  return value === "\t" ? "⇥" : value === "" ? "–" : String(value);
}

/** The rules in force, owner by owner, and how many figures each kept back. */
export function disclosureSection({ results, speaker }: Page): Html {
  const { words } = speaker;
  const { table: t, caption, assume } = words;
  const { rules } = results.disclosure;
  const n = { numeric: true };
  const withheld = withheldRows(results, speaker);
  const total = withheld.reduce((sum, w) => sum + w.figures, 0);
  return section(
    "disclosure",
    words.heading.disclosure,
    rules.length === 0 ? [] : [assume.disclosure(speaker.number(total, 0), total)],
    html`<p>${assume.disclosureMethod}</p>`,
    table(
      caption.withheld,
      [{ name: t.reason }, { name: t.figures, ...n }],
      withheld.map((w) => [w.reason, speaker.number(w.figures, 0)]),
    ),
    table(
      caption.rules,
      [
        { name: t.owner },
        { name: t.files },
        { name: t.smallCell, ...n },
        { name: t.pPercent, ...n },
        { name: t.dominance, ...n },
        { name: t.rounding, ...n },
      ],
      rules.map((r) => [
        r.owner ?? words.anyOwner,
        r.files.join(", "),
        speaker.number(r.smallCell, 0),
        r.pPercent > 0 ? speaker.percent(r.pPercent / 100) : words.noRule,
        r.dominance.length === 0 ? words.noRule : r.dominance.map((d) => `${d.n}: ${speaker.percent(d.share)}`).join("; "),
        r.rounding > 1 ? speaker.number(r.rounding, 0) : words.noRule,
      ]),
    ),
  );
}

/** @param extra put before the details */
export function methodSection(page: Page, ...extra: readonly Html[]): Html {
  const { results, speaker } = page;
  const { words } = speaker;
  const { table: t, caption } = words;
  const { product, seed } = results;
  return section(
    "method",
    words.heading.method,
    [words.lead.method(product.name, product.version, String(seed))],
    ...extra,
    details(
      words.details,
      table(
        caption.inputs,
        [{ name: t.file }, { name: t.file_role }, { name: t.fingerprint }],
        results.inputs.map((i) => [i.file, i.role, html`<code>${i.sha256}</code>`]),
      ),
      filesTable(results, speaker),
      parametersTable(page),
      pricesTable(page),
      table(
        caption.options,
        [{ name: t.option }, { name: t.value }],
        optionRows(results.study).map(([path, value]) => [html`<code>${path}</code>`, value]),
      ),
    ),
  );
}
