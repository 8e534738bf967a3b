import type { DisclosureRules, FlowStep, Ledger } from "@kontrafakt/cohort";
import type { Count, FileFlow, MatchedResults } from "../results.js";
import type { FigureRules } from "./figure-rules.js";
import type { CountsElsewhere } from "./published-problems.js";
import type { Tally } from "./tally.js";
import { about, few, tellApart, tellCount } from "./tell.js";

/** Reasons that few rows of a file share, told together so that no difference tells one of them. */
export const FEW_ROWS = "study/few-rows";

interface ReasonCount {
  readonly code: string;
  readonly listed: boolean;
  readonly rows: number;
}

function reasonsOf(ledger: Ledger, file: number): ReasonCount[] {
  const counts = new Int32Array(ledger.codes.length * 2);
  for (let i = 0; i < ledger.file.length; i++) if (ledger.file[i] === file) counts[ledger.code[i] * 2 + ledger.listed[i]]++;
  return ledger.codes.flatMap((code, c) =>
    [1, 0].flatMap((listed) => {
      const rows = counts[c * 2 + listed];
      return rows === 0 ? [] : [{ code, listed: listed === 1, rows }];
    }),
  );
}

/** Whether some reason for leaving rows of a file out is shared by few. */
export function hasFewReasons(ledger: Ledger, file: number, smallCell: number): boolean {
  return reasonsOf(ledger, file).some((r) => r.listed && few(r.rows, smallCell));
}

/**
 * Rows of each file: read = used + left out, and left out = the sum of its reasons, in what is told too. Reasons that few rows share are
 * told as one, with the next smallest where they are few together. Reasons noted at rows that are used add up to nothing, so each stands
 * by itself.
 */
export function fileFlows(ledger: Ledger, rules: FigureRules, tally: Tally): FileFlow[] {
  return ledger.files.map((file, f) => {
    const own = rules.file(file.name);
    const all = reasonsOf(ledger, f);
    const left = together(
      all.filter((r) => r.listed),
      own.smallCell,
    );
    tally.add("few", left.pooled);
    const told = (r: ReasonCount): FileFlow["reasons"][number] => ({ ...r, rows: tellCount(r.rows, own, tally) });
    const fewLeft = few(file.rowsListed, own.smallCell);
    if (fewLeft) tally.add("difference");
    const read = tellCount(file.rowsRead, own, tally);
    return {
      file: file.name,
      read,
      used: fewLeft ? (typeof read === "number" ? about(read) : read) : tellCount(file.rowsUsed, own, tally),
      listed: tellCount(file.rowsListed, own, tally),
      reasons: [...left.reasons, ...all.filter((r) => !r.listed)].map(told),
    };
  });
}

/** Few ones as one reason of at least `smallCell` rows, where there are as many. */
function together(reasons: readonly ReasonCount[], smallCell: number): { reasons: ReasonCount[]; pooled: number } {
  const pooled = new Set(reasons.filter((r) => few(r.rows, smallCell)));
  if (pooled.size === 0 || (pooled.size === 1 && reasons.length === 1)) return { reasons: [...reasons], pooled: 0 };
  const sum = () => [...pooled].reduce((rows, r) => rows + r.rows, 0);
  for (const next of [...reasons].sort((a, b) => a.rows - b.rows)) {
    if (sum() >= smallCell && pooled.size > 1) break;
    pooled.add(next);
  }
  const rest = reasons.filter((r) => !pooled.has(r));
  return { reasons: [...rest, { code: FEW_ROWS, listed: true, rows: sum() }], pooled: pooled.size };
}

/**
 * People left after each step, no two told exactly few apart: not among all, not among starters, not among the others. Where few rows of
 * the people file share a reason, steps between the first and the last are told to the nearest ten, since a step less its known reasons
 * would be the unknown one.
 *
 * @param anchors what is told of starters and of people elsewhere
 */
export function peopleFlow(
  flow: readonly FlowStep[],
  rules: DisclosureRules,
  anchors: CountsElsewhere,
  fewReasons: boolean,
  tally: Tally,
): { readonly steps: MatchedResults["flow"]["people"]; readonly treated: readonly number[]; readonly people: readonly number[] } {
  if (flow.length === 0) return { steps: [], treated: anchors.starters, people: anchors.people };
  // The ends first: rows read and people analysed stand elsewhere too.
  const last = flow.length - 1;
  const order = [last, 0, ...flow.map((_, k) => k).slice(1, -1)].filter((k, i, all) => k >= 0 && all.indexOf(k) === i);
  const inOrder = (told: readonly Count[]) => {
    const back: Count[] = [];
    order.forEach((k, i) => {
      back[k] = told[i];
    });
    return back;
  };
  const treated = tellApart(
    order.map((k) => flow[k].treated),
    rules,
    anchors.starters,
    tally,
  );
  const people = tellApart(
    order.map((k) => flow[k].people),
    rules,
    anchors.people,
    tally,
  );
  const starters = inOrder(treated.told).map((told, k) => {
    for (const [count, text] of anchors.hidden)
      if (text.startsWith("≥") && flow[k].treated >= count && flow[k].treated - count < rules.smallCell) return text;
    return told;
  });
  const all = inOrder(people.told);
  const others: number[] = [];
  const coarseStep = Math.max(10, 2 * rules.smallCell);
  for (const k of order) {
    if (typeof all[k] !== "number") continue;
    if (fewReasons && k !== 0 && k !== last && flow[k].people !== flow[0].people && flow[k].people !== flow[last].people) {
      all[k] = about(Math.round(flow[k].people / coarseStep) * coarseStep);
      tally.add("difference");
      continue;
    }
    if (typeof starters[k] !== "number") continue;
    const rest = flow[k].people - flow[k].treated;
    if (others.some((o) => few(Math.abs(o - rest), rules.smallCell))) {
      starters[k] = about(Math.round(flow[k].treated / coarseStep) * coarseStep);
      tally.add("difference");
    } else others.push(rest);
  }
  return {
    steps: flow.map(({ code }, k) => ({ code, people: all[k], treated: starters[k] })),
    treated: treated.anchors,
    people: people.anchors,
  };
}
