import type { TopLevelSpec } from "vega-lite";
import { escapeHtml } from "./escape.js";
import { textWidth } from "./text-width.js";

interface Measured {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

type TextMetrics = { width: (item: Measured, text: unknown) => number };

const isBold = (weight: string | number | undefined) => weight === "bold" || Number(weight) >= 600;

/**
 * A Vega-Lite spec as an SVG string, without a canvas, a document or evaluated code (expressions are interpreted).
 * Titled and described for screen readers. Vega is loaded on first use.
 * @throws Error if the spec does not compile without a warning.
 */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const [{ compile }, vega, { expressionInterpreter }] = await Promise.all([
    import("vega-lite"),
    import("vega"),
    import("vega-interpreter"),
  ]);
  const warnings: string[] = [];
  const note = (...text: readonly unknown[]) => {
    warnings.push(text.join(" "));
    return logger;
  };
  const logger: Readonly<Record<string, (...text: readonly unknown[]) => unknown>> = {
    level: () => logger,
    error: note,
    warn: note,
    info: () => logger,
    debug: () => logger,
  };
  const compiled = compile(spec, { logger: logger as never }).spec;
  if (warnings.length > 0) throw new Error(`the chart does not compile cleanly: ${warnings.join("; ")}`);
  const metrics = (vega as unknown as { textMetrics: TextMetrics }).textMetrics;
  metrics.width = (item, text) => {
    const line = Array.isArray(text) ? String(text[0] ?? "") : String(text ?? "");
    const width = textWidth(line, item.fontSize ?? 11, isBold(item.fontWeight));
    return item.limit && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
  const runtime = vega.parse(compiled, undefined, { ast: true } as never);
  const view = new vega.View(runtime, { expr: expressionInterpreter, renderer: "none", logLevel: vega.Error } as never);
  const svg = await view.toSVG();
  view.finalize();
  return describe(svg, spec);
}

const tag = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g;
const ownAria = / (?:role|aria-roledescription|aria-label|aria-hidden)="[^"]*"/g;

/** One image to a screen reader, with the chart's title and description in place of a name for every mark. */
function describe(svg: string, spec: TopLevelSpec): string {
  const name = (spec.usermeta as { name?: string } | undefined)?.name ?? "chart";
  const language = (spec.usermeta as { language?: string } | undefined)?.language ?? "en";
  const heading = (spec.title as { text?: string } | undefined)?.text ?? name;
  const ids = `${name}-title ${name}-description`;
  return svg
    .replace(tag, (markup) => markup.replace(ownAria, ""))
    .replace(
      /^<svg([^>]*)>/,
      (_, attributes: string) =>
        `<svg${attributes} role="img" lang="${language}" aria-labelledby="${ids}"><title id="${name}-title">${escapeHtml(String(heading))}</title>` +
        `<desc id="${name}-description">${escapeHtml(spec.description ?? "")}</desc>`,
    );
}
