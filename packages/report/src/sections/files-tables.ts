import type { FileFlow } from "@kontrafakt/study";
import { codeLabel } from "../code-label.js";
import { type Html, html } from "../html.js";
import type { Speaker } from "../language.js";
import { table } from "./table.js";

const n = { numeric: true };

/** Rows of each file, and why some were left out or noted. */
export function filesTables(files: readonly FileFlow[], speaker: Speaker): Html {
  const { table: t, caption } = speaker.words;
  const reasons = files.flatMap((f) =>
    f.reasons.map((r) => [f.file, codeLabel(r.code, speaker), r.listed ? t.leftOut : t.noted, speaker.count(r.rows)]),
  );
  return html`${table(
    caption.files,
    [{ name: t.file }, { name: t.read, ...n }, { name: t.used, ...n }, { name: t.listed, ...n }],
    files.map((f) => [f.file, speaker.count(f.read), speaker.count(f.used), speaker.count(f.listed)]),
  )}${table(caption.reasons, [{ name: t.file }, { name: t.reason }, { name: t.handling }, { name: t.rows, ...n }], reasons)}`;
}
