import { canonicalJson, type Problem } from "@kontrafakt/base";
import type { AnyResults } from "../plan/plan-results.js";
import type { Count, Results } from "../results.js";
import { countsPeople } from "./published-problems.js";
import { about } from "./tell.js";

/** One figure that is told as an earlier publication told it. Internal: `now` is what it is. */
export interface Change {
  /** Where it stands in results.json. */
  readonly what: string;
  readonly earlier: Count | null;
  readonly now: Count | null;
}

/** Results fit to stand beside an earlier publication of the same study. */
export interface NearEarlier<R extends AnyResults = Results> {
  readonly results: R;
  readonly changes: readonly Change[];
  /** False where the earlier results are of another study and were left out of account. */
  readonly sameStudy: boolean;
}

/** Tells a count as an earlier publication told it, roughly, where few lie between. */
export type TellCount = (what: string, now: Count, then: Count | undefined) => Count;

/** @param changes takes what is told otherwise than it is */
export function countNear(smallCell: number, changes: Change[]): TellCount {
  return (what, now, then) => {
    const before = then === undefined ? Number.NaN : nearest(then);
    if (now === then || !(Math.abs(nearest(now) - before) < smallCell)) return now;
    changes.push({ what, earlier: then as Count, now });
    return about(before);
  };
}

/** The number a count is told near, NaN where it is told only as few or as at least some. */
export function nearest(count: Count): number {
  if (typeof count === "number") return count;
  const near = /^≈(\d+)$/.exec(count);
  return near ? Number(near[1]) : Number.NaN;
}

/**
 * Problems, what they count held against the same problem of the earlier publication, or against what that tells elsewhere.
 *
 * @param known what an earlier publication tells of a parameter by its name
 */
export function problemsNear(
  problems: readonly Problem[],
  earlier: readonly Problem[],
  count: TellCount,
  known: (name: string) => Count | undefined = () => undefined,
): Problem[] {
  const met = new Map<string, number>();
  return problems.map((p) => {
    const key = problemKey(p);
    const turn = met.get(key) ?? 0;
    met.set(key, turn + 1);
    const then = earlier.filter((e) => problemKey(e) === key)[turn];
    const told = Object.entries(p.params).map(([name, value]) => {
      if (!countsPeople(p.code, name)) return [name, value];
      const before = (then?.params[name] ?? known(name)) as Count | undefined;
      return [name, count(`problems.${p.code}.${name}`, value as Count, before)];
    });
    return { ...p, params: Object.fromEntries(told) };
  });
}

/** What a problem is about, without what it counts. */
function problemKey({ code, where, params }: Problem): string {
  return canonicalJson({ code, where, outcome: params.outcome ?? null });
}
