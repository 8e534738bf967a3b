import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { type InferenceGroup, inferenceGroups, type Limits, methodName, pBetter } from "../inference-rows.js";
import { choiceLines, doubtLines, evidenceLines, limitsText, methodsAgree } from "../narrative/inference-text.js";
import { decimalsTogether } from "../outcome-words.js";
import type { Page } from "./page.js";
import { type Cell, details, list, paragraphs, section, table } from "./table.js";

const n = { numeric: true };

/** Whether there is anything to say of how sure the figures are. */
export function saysInference({ results, speaker }: Pick<Page, "results" | "speaker">): boolean {
  return results.verification.evidence !== undefined || inferenceGroups(results, speaker).length > 0;
}

/** What counts as independent and why, which test a saving must pass, and what other methods say; of the primary saving first. */
export function inferenceSection(page: Page): Html {
  const { results, speaker, charts, figure } = page;
  const { words } = speaker;
  const { inference: say } = words;
  const groups = inferenceGroups(results, speaker);
  const asked = groups.filter(({ inference }) => inference.beside.length > 0);
  const methods = new Set(asked.flatMap(({ inference }) => inference.beside.map((b) => b.method)));
  const [first, ...choices] = choiceLines(groups, speaker);
  const bands = [...new Set(groups.flatMap(({ inference }) => (inference.bands === undefined ? [] : [inference.bands])))];
  const isRough = results.disclosure.rules.some((r) => r.smallCell > 1);
  const isNet = asked.some(({ what, inference }) => what === "money" && inference.beside.some((b) => b.p === undefined));
  const main = asked.filter(({ estimator }) => estimator === undefined);
  const others = asked.filter(({ estimator }) => estimator !== undefined);
  return section(
    "inference",
    words.heading.inference,
    [first ?? ""],
    list(choices),
    paragraphs([...evidenceLines(results, speaker), ...bands.map((b) => say.bands[b])]),
    list(doubtLines(results, speaker).map((text) => html`<strong>${words.severity.warning}:</strong> ${text}`)),
    asked.length === 0 ? html`` : html`<p>${say.besideLead(methods.size)}</p>`,
    list(asked.map((group) => methodsAgree(group, speaker)).filter((text) => text !== undefined)),
    html`<div class="pair">${charts.inference.map((c) => figure(c.name))}</div>`,
    ...main.map((group) => methodsTable(group, page)),
    paragraphs([isNet ? say.netNote : "", asked.length > 0 && isRough ? say.roughNote : ""]),
    asked.length === 0 ? html`` : assumptions([...methods], page),
    others.length === 0 ? html`` : details(words.details, ...others.map((group) => methodsTable(group, page))),
  );
}

interface MethodRow {
  readonly name: Cell;
  readonly figure: Limits;
  readonly test?: { readonly p?: number; readonly pAbove?: number; readonly pBelow?: number };
}

function methodsTable(group: InferenceGroup, { speaker }: Page): Html {
  const { table: t, inference: say } = speaker.words;
  const { what, label, estimator, main, inference, level } = group;
  const scale = what === "money" ? 1e6 : 1;
  const rows: readonly MethodRow[] = [
    { name: html`<strong>${say.main}</strong>`, figure: main, test: inference.test },
    ...inference.beside.map((b) => ({ name: methodName(b.method, b.variant, speaker), figure: b, test: b })),
  ];
  const decimals = what === "money" ? 2 : decimalsTogether([main.estimate, main.lower, main.upper], 2);
  const number = (x: unknown) => speaker.number(numberOf(x) / scale, decimals);
  const caption =
    what === "money" ? say.captionMoney : estimator === undefined ? say.caption(label) : say.captionOverall(label, estimator);
  const p = (x: unknown) => (Number.isNaN(numberOf(x)) ? "–" : speaker.p(x).replace(/^p = /, "").replace(/^p /, ""));
  return table(
    `${caption} (${what === "money" ? speaker.words.millions(group.unit) : group.unit})`,
    [
      { name: say.method },
      { name: t.estimate, ...n },
      { name: say.limits(speaker.percent(level)), ...n },
      { name: say.p, ...n },
      { name: what === "money" ? say.pSaving : say.pBetter, ...n },
    ],
    rows.map(({ name, figure, test }) => [
      name,
      number(figure.estimate),
      limitsText(figure.lower, figure.upper, number, speaker),
      p(test?.p),
      p(pBetter(group, test)),
    ]),
  );
}

/** What each method takes for granted, once for all figures. */
function assumptions(methods: readonly string[], { speaker }: Page): Html {
  const { inference: say } = speaker.words;
  const assumed = (method: string) =>
    Object.hasOwn(say.assumes, method) ? say.assumes[method as keyof typeof say.assumes] : "–";
  return table(
    say.assumptionCaption,
    [{ name: say.method }, { name: say.assumption }],
    [
      [html`<strong>${say.main}</strong>`, say.mainAssumes],
      ...methods.map((method): Cell[] => [methodName(method, "", speaker), assumed(method)]),
    ],
  );
}
