import { type Problem, problem } from "@kontrafakt/base";
import type { MethodInput } from "./method.js";
import type { RiskSet } from "./risk-set.js";

/** A person with more than this share of the control weight decides too much. */
const LARGEST_SHARE = 0.05;

/** What the reader should know about weights that control sets were normalised with. */
export function weightProblems(rows: RiskSet, weight: Float64Array, held: boolean, input: MethodInput): Problem[] {
  const problems: Problem[] = [];
  const byPerson = new Map<number, number>();
  let total = 0;
  let squares = 0;
  let starters = 0;
  for (let i = 0; i < weight.length; i++) {
    starters += rows.treated[i];
    if (rows.treated[i] === 1) continue;
    total += weight[i];
    byPerson.set(rows.unit[i], (byPerson.get(rows.unit[i]) ?? 0) + weight[i]);
  }
  let largest = 0;
  for (const w of byPerson.values()) {
    largest = Math.max(largest, w);
    squares += w * w;
  }
  if (largest > LARGEST_SHARE * total) {
    const percent = Math.round((100 * largest) / total);
    problems.push(problem("matching/extreme-weights", "warning", {}, { percent }));
  }
  const effective = Math.floor((total * total) / squares);
  if (effective < starters) {
    problems.push(problem("matching/uneven-weights", "warning", {}, { controls: byPerson.size, effective, starters }));
  }
  if (held) problems.push(problem("matching/weights-held", "note", {}, {}));
  if (input.options.share === "lot" && rows.waves.length > 1) {
    problems.push(
      problem(
        "matching/weights-by-lot",
        "note",
        { option: "matching.share" },
        { controls: byPerson.size, waves: rows.waves.length },
      ),
    );
  }
  return problems;
}
