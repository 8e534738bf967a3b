import { escapeHtml } from "./escape.js";

/** Markup known to be safe. Only `html` and `raw` make it. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (Array.isArray(part)) return (part as readonly Part[]).map(render).join("");
  if (typeof part === "object") return (part as Html).html;
  return escapeHtml(String(part));
}

/** Template tag: everything put in is escaped, unless it is itself `Html`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: strings.map((s, i) => (i < parts.length ? s + render(parts[i]) : s)).join("") };
}

/** Markup made here, not from anyone's data: an SVG, a stylesheet. */
export function raw(markup: string): Html {
  return { html: markup };
}
