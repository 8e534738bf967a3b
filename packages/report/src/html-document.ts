import { type Html, html, raw } from "./html.js";
import { style } from "./style.js";

/**
 * A page that needs no network and runs nothing.
 *
 * @param sources what the content security policy allows besides inline styles
 */
export function htmlDocument(page: {
  readonly language: string;
  readonly title: string;
  readonly product: { readonly name: string; readonly version: string };
  readonly sources?: string;
  readonly body: Html;
}): string {
  const { language, title, product, sources = "", body } = page;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${sources}">
<meta name="generator" content="${product.name} ${product.version}">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
