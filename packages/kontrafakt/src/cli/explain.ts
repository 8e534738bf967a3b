import { canonicalJson } from "@kontrafakt/base";
import { type Explanation, explainOption } from "@kontrafakt/study";
import type { Io } from "./session.js";

function explanationLines(e: Explanation): readonly string[] {
  const lines = [e.path, ""];
  if (e.description !== "") lines.push(e.description, "");
  lines.push(`takes     ${e.takes}`);
  lines.push(`default   ${e.default ?? (e.required ? "none: it must be given" : "none: it may be left out")}`);
  if (e.options.length > 0) lines.push(`options   ${e.options.join(", ")}`);
  return lines;
}

/** `kontrafakt explain`: what an option is, from its schema. Returns false where there is no such option. */
export function explain(name: string, options: { readonly json?: boolean }, io: Io): boolean {
  const found = explainOption(name);
  if (found.kind === "explanation") {
    io.out(options.json ? canonicalJson(found) : `${explanationLines(found).join("\n")}\n`);
    return true;
  }
  const hint =
    found.suggestions.length > 0 ? `did you mean ${found.suggestions.join(" or ")}?` : "kontrafakt schema lists them all";
  io.err.write(`there is no option "${name}"; ${hint}\n`);
  return false;
}
