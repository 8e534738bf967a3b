import { type Html, html } from "../html.js";

export interface TableColumn {
  readonly name: string;
  readonly numeric?: boolean;
}

export type Cell = string | Html;

/** A table with a caption; the first cell of each row is its header. Scrolls sideways where it is wide, by keyboard too. */
export function table(caption: string, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): Html {
  if (rows.length === 0) return html``;
  const css = (j: number) => (columns[j]?.numeric ? html` class="n"` : html``);
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((c, j) => html`<th scope="col"${css(j)}>${c.name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr>${row.map((cell, j) => (j === 0 ? html`<th scope="row"${css(j)}>${cell}</th>` : html`<td${css(j)}>${cell}</td>`))}</tr>
`,
  )}</tbody></table></div>`;
}

/** Technical depth, closed until asked for; the browser opens it for print with the stylesheet's help. */
export function details(summary: string, ...inside: readonly Html[]): Html {
  return html`<details><summary>${summary}</summary>${inside}</details>`;
}

export function paragraphs(texts: readonly string[], css = ""): Html {
  const shown = texts.filter((t) => t !== "");
  return html`${shown.map((t) => (css === "" ? html`<p>${t}</p>` : html`<p class="${css}">${t}</p>`))}`;
}

/** A section that opens with one plain sentence. */
export function section(id: string, heading: string, lead: readonly string[], ...body: readonly Html[]): Html {
  return html`<section id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${heading}</h2>
${paragraphs([lead.filter((t) => t !== "").join(" ")], "lead")}${body}</section>
`;
}

export function list(items: readonly (string | Html)[]): Html {
  return items.length === 0 ? html`` : html`<ul>${items.map((i) => html`<li>${i}</li>`)}</ul>`;
}
