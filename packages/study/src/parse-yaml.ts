import { type Problem, problem, type Where } from "@kontrafakt/base";
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLParseError } from "yaml";

/** Path of an option: keys and list positions. */
export type OptionPath = readonly (string | number)[];

/** A YAML file as plain data, with the place of every option. `value` is undefined where it could not be read. */
export interface ParsedYaml {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Place of an option's value, or of its key; of the nearest enclosing option where it is not in the file. */
  locate(path: OptionPath, part?: "key" | "value"): Where;
}

const yamlCodes: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "study/duplicate-option",
  TAB_AS_INDENT: "study/tab-indent",
  BAD_INDENT: "study/bad-indent",
  BAD_ALIAS: "study/unknown-anchor",
};

/** Faults in the form of the text: whatever follows one mostly follows from it, so only the first, or each tab, is told. */
function formFaults(errors: readonly YAMLParseError[]): readonly YAMLParseError[] {
  const form = errors.filter((error) => error.code !== "DUPLICATE_KEY" && error.code !== "BAD_ALIAS");
  const tabs = form.filter((error) => error.code === "TAB_AS_INDENT");
  return tabs.length > 0 ? tabs : form.slice(0, 1);
}

/** `outcomes.absence`, `windows[1]`. */
export function pathText(path: OptionPath): string {
  return path.map((p, i) => (typeof p === "number" ? `[${p}]` : i === 0 ? p : `.${p}`)).join("");
}

/**
 * Reads YAML 1.2 (core schema: dates stay strings; anchors and aliases are allowed, `__proto__` as a key is not).
 *
 * @param text the file's text
 * @param file its name, for messages
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core", version: "1.2", merge: false });
  const at = (offset: number): Where => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), character: Math.max(1, col) };
  };
  const broken = formFaults(document.errors);
  const problems: Problem[] = (broken.length > 0 ? broken : document.errors).map((error) => {
    const key = error.code === "DUPLICATE_KEY" ? (/^\s*["']?([^:"']+)/.exec(text.slice(error.pos[0]))?.[1].trim() ?? "") : "";
    const isUnclosed = error.code === "BAD_INDENT" && /^Flow (?:sequence|map)/.test(error.message);
    const code = isUnclosed ? "study/unclosed" : (yamlCodes[error.code] ?? "study/not-yaml");
    return problem(code, "error", at(error.pos[0]), { option: key, reason: error.message });
  });
  const anchors = new Set<string>();
  visit(broken.length > 0 ? null : document, {
    Node(_, node) {
      if ("anchor" in node && node.anchor) anchors.add(node.anchor);
    },
    Alias(_, node) {
      if (!anchors.has(node.source))
        problems.push(problem("study/unknown-anchor", "error", at(node.range?.[0] ?? 0), { reason: node.source }));
    },
    Pair(_, pair) {
      const key = pair.key;
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key)) problems.push(problem("study/key-not-text", "error", at(offset)));
      else if (String(key.value) === "__proto__") problems.push(problem("study/reserved-name", "error", at(offset)));
    },
  });

  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const locate = (path: OptionPath, part: "key" | "value" = "value"): Where => {
    let node: unknown = resolve(document.contents);
    let place = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    path.forEach((step, i) => {
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find((p) => isScalar(p.key) && String(p.key.value) === String(step));
        const wantsKey = part === "key" && i === path.length - 1;
        if (pair) {
          const key = pair.key as Node;
          const shown = wantsKey || !isNode(pair.value) ? key : (pair.value as Node);
          place = (shown.range ?? key.range)?.[0] ?? place;
          next = pair.value;
        }
      } else if (isSeq(node)) {
        next = node.items[Number(step)];
        if (isNode(next)) place = next.range?.[0] ?? place;
      }
      node = resolve(next);
    });
    return { ...at(place), ...(path.length > 0 && { option: pathText(path) }) };
  };

  let value: unknown;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 });
    } catch {
      problems.push(problem("study/too-many-aliases", "error", at(0)));
    }
  }
  return { value, problems, locate };
}
