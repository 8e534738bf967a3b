import { type Day, isoFromDay } from "@kontrafakt/base";
import { kindLabel, maskIdentifiersIn } from "@kontrafakt/cohort";
import { type Html, html, htmlDocument, problemText, speak } from "@kontrafakt/report";
import { type Language, PRODUCT, type Study } from "@kontrafakt/study";
import type { FileLook, LookedAt } from "./look-at-file.js";
import { useOf } from "./uses.js";
import { type Words, words } from "./words.js";

/** What the document is written from. */
interface ProtectionFacts {
  readonly study: Study;
  /** Name of the study file. */
  readonly name: string;
  /** Name of the lock file. */
  readonly lock: string;
  readonly files: readonly FileLook[];
  readonly today: Day;
}

/**
 * The document for the data-protection officer as one HTML page: whose data, which, what for, what becomes of identifiers, what is
 * stored where and how long, what may be published. Every sentence follows from the study and the headers of its files.
 */
export function protectionDocument(facts: ProtectionFacts, language: Language): string {
  const { study, name } = facts;
  const w = words[language];
  const speaker = speak(language);
  const title = `${w.title}: ${speaker.text(study.title)}`;
  const date = (day: Day) => speaker.date(isoFromDay(day));
  const body = html`<main>
<p class="eyebrow">${speaker.text(study.municipality)} · ${speaker.text(study.programme)}</p>
<h1>${title}</h1>
<p class="lead">${w.intro(name, date(facts.today))}</p>
${responsibility(study, w, language)}
${data(facts.files, w, language)}
${identifiers(facts, w)}
${storage(facts, w, language)}
<h2>${w.network}</h2>
<ul>${w.networkLines.map((line) => html`<li>${line}</li>`)}</ul>
<p>${w.verify("")}<code>unshare -rn kontrafakt run ${name}</code></p>
${disclosure(study, w, language)}
<h2>${w.decisions}</h2>
<p>${w.decisionsText}</p>
<h2>${w.versions}</h2>
<p>${w.versionText(PRODUCT.name, PRODUCT.version)}</p>
${table(
  w.fileHeads,
  facts.files.map(({ name: file, role, state }) => [
    file,
    html`<code>${role}</code>`,
    state === "missing" ? w.missing : html`<code>${state.sha256}</code>`,
  ]),
)}
</main>`;
  return htmlDocument({ language, title, product: PRODUCT, body });
}

function table(heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<div class="scroll" tabindex="0"><table>
${heads.length > 0 ? html`<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>` : null}
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

const FIELDS = ["controller", "contact", "purpose", "legalBasis", "retention", "access"] as const;

function given(study: Study, field: (typeof FIELDS)[number], w: Words, language: Language): string {
  const speaker = speak(language);
  const text = study.dataProtection?.[field];
  if (text !== undefined) return speaker.text(text);
  return field === "purpose" ? w.purpose(speaker.text(study.programme)) : w.notGiven(`dataProtection.${field}`);
}

function responsibility(study: Study, w: Words, language: Language): Html {
  return html`<h2>${w.responsibility}</h2>
${table(
  [],
  FIELDS.map((field) => [w.fields[field], given(study, field, w, language)]),
)}`;
}

function data(files: readonly FileLook[], w: Words, language: Language): Html {
  return html`<h2>${w.data}</h2>
<p>${w.dataLead}</p>
${files.map((file) => fileSection(file, w, language))}`;
}

function fileSection({ name, role, personal, state, columns, faults }: FileLook, w: Words, language: Language): Html {
  const heading = html`<h3>${name} <code>${role}</code></h3>`;
  if (state === "missing") return html`${heading}<p>${w.missing}</p>`;
  if (faults !== undefined)
    return html`${heading}<p>${w.fault(faults.map((p) => problemText({ ...p, where: {} }, language)).join("; "))}</p>`;
  const read = columns.filter(({ options }) => options.length > 0);
  const unread = columns.filter(({ options }) => options.length === 0);
  const leaked = unread.filter(({ finding }) => finding !== undefined);
  const held = ({ finding }: LookedAt) =>
    finding === undefined ? w.none : w.holds(kindLabel[finding.kind], Math.max(1, Math.round(100 * finding.share)));
  const uses = (column: LookedAt) => [...new Set(column.options.map((option) => useOf(role, option, language)))].join("; ");
  const rows = merged(read.map((column) => [column.header, uses(column), held(column)] as const));
  return html`${heading}
${personal ? table(w.columnHeads, rows) : html`<p>${w.moneyFile(read.map(({ header }) => header).join(", "))}</p>`}
${leaked.length > 0 ? html`<p class="warn">${w.unreadIdentifiers(leaked.map((c) => `${c.header} (${held(c)})`).join(", "))}</p>` : null}
<p>${unread.length > 0 ? w.unread(unread.map(({ header }) => header).join(", ")) : w.allRead}</p>`;
}

/** Columns that are named one by one; of more only the first and the last. */
const MOST_HEADERS = 8;

/** Rows that say the same of their columns one after another become one: forty columns of quarters are one line. */
function merged(rows: readonly (readonly [string, string, string])[]): readonly (readonly string[])[] {
  const out: { headers: string[]; use: string; held: string }[] = [];
  for (const [header, use, held] of rows) {
    const before = out[out.length - 1];
    if (before !== undefined && before.use === use && before.held === held) before.headers.push(header);
    else out.push({ headers: [header], use, held });
  }
  return out.map(({ headers, use, held }) => {
    const many = headers.length > MOST_HEADERS;
    return [many ? `${headers[0]} – ${headers[headers.length - 1]}` : headers.join(", "), use, held];
  });
}

function identifiers({ study, files }: ProtectionFacts, w: Words): Html {
  const found = files.flatMap(({ name, columns }) =>
    columns.flatMap(({ header, finding }) => (finding === undefined ? [] : [`${name}, ${header} (${kindLabel[finding.kind]})`])),
  );
  const { keyFile, otherColumns } = study.cohort.identifiers;
  return html`<h2>${w.identifiers}</h2>
<p>${found.length > 0 ? w.found(found.join("; ")) : w.foundNone}</p>
<p>${w.replaced}</p>
<p>${keyFile === undefined ? w.randomKey : w.keyFile(maskIdentifiersIn(keyFile))} ${w.sameResults}</p>
<p>${w.otherColumns[otherColumns]}</p>`;
}

function storage({ study, today, lock }: ProtectionFacts, w: Words, language: Language): Html {
  const days = study.report.deleteAfter;
  const rows = w.storageRows({
    days,
    until: speak(language).date(isoFromDay(today + days)),
    retention: given(study, "retention", w, language),
    access: given(study, "access", w, language),
    keyFile: study.cohort.identifiers.keyFile,
    lock,
  });
  return html`<h2>${w.storage}</h2>${table(w.storageHeads, rows)}`;
}

function disclosure(study: Study, w: Words, language: Language): Html {
  const { smallCell, disclosure: rules } = study.report;
  const own = rulesOf({ smallCell, ...rules }, w, language);
  const owners = rules.owners.map(
    (owner) => html`<li>${w.rules.owner(owner.name, owner.files.join(", "))}<ul>${rulesOf(owner, w, language)}</ul></li>`,
  );
  return html`<h2>${w.disclosure}</h2><p>${w.disclosureLead}</p><ul>${own}<li>${w.rules.more}</li>${owners}</ul>`;
}

type Rules = Partial<Study["report"]["disclosure"]> & { readonly smallCell?: number };

function rulesOf({ smallCell, pPercent, dominance, rounding }: Omit<Rules, "owners">, w: Words, language: Language): Html[] {
  const speaker = speak(language);
  const lines: string[] = [];
  if (smallCell !== undefined && smallCell > 1) lines.push(w.rules.smallCell(smallCell));
  if (rounding !== undefined && rounding > 1) lines.push(w.rules.rounding(rounding));
  if (dominance !== undefined) lines.push(w.rules.dominance(dominance.n, speaker.percent(dominance.share, 0)));
  if (pPercent !== undefined && pPercent > 0) lines.push(w.rules.pPercent(speaker.number(pPercent, 0)));
  return lines.map((line) => html`<li>${line}</li>`);
}
