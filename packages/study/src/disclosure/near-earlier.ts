import { canonicalJson, problem } from "@kontrafakt/base";
import type { Count, OutcomeResult, Results } from "../results.js";
import { about, few } from "./tell.js";

/** One figure that is told as an earlier publication told it. Internal: `now` is what it is. */
export interface Change {
  /** Where it stands in results.json. */
  readonly what: string;
  readonly earlier: Count | null;
  readonly now: Count | null;
}

/** Results fit to stand beside an earlier publication of the same study. */
export interface NearEarlier {
  readonly results: Results;
  readonly changes: readonly Change[];
  /** False where the earlier results are of another study and were left out of account. */
  readonly sameStudy: boolean;
}

/**
 * Tells counts that differ by few from those of an earlier publication as that one told them, roughly: who has both could else subtract and
 * count the few who came or left. Means and sums of starters' own days, at times where few came or left, are told as they were, since the
 * difference would be theirs. Effects and money are not changed: they rest on everyone's weights, which a new matching changes.
 * The same results and the same earlier publication give the same text; results told beside themselves do not change.
 * (Hundepool et al. 2012, ch. 5: differencing of publications.)
 */
export function nearEarlier(results: Results, earlier: Results): NearEarlier {
  if (!sameStudy(results, earlier)) return { results, changes: [], sameStudy: false };
  const smallCell = Math.max(1, ...results.disclosure.rules.map((r) => r.smallCell));
  const changes: Change[] = [];
  const count = (what: string, now: Count, then: Count | undefined): Count => {
    const before = then === undefined ? Number.NaN : nearest(then);
    if (typeof now !== "number" || !few(Math.abs(now - before), smallCell)) return now;
    changes.push({ what, earlier: then as Count, now });
    return about(before);
  };
  const value = <T extends number | null>(what: string, now: T, then: T | undefined): T => {
    if (then === undefined || same(now, then)) return now;
    changes.push({ what, earlier: then, now });
    return then;
  };
  const find = <T>(list: readonly T[], is: (one: T) => boolean) => list.find(is);

  const { analysed, flow, waves } = results;
  const all = (["starters", "matched", "controls", "unmatched"] as const).map(
    (name) => [name, count(`analysed.${name}`, analysed[name], earlier.analysed[name])] as const,
  );
  const files = flow.files.map((f) => {
    const then = find(earlier.flow.files, (e) => e.file === f.file);
    const at = (name: "read" | "used" | "listed") => count(`flow.files.${f.file}.${name}`, f[name], then?.[name]);
    const reasons = f.reasons.map((r) => {
      const before = find(then?.reasons ?? [], (e) => e.code === r.code && e.listed === r.listed);
      return { ...r, rows: count(`flow.files.${f.file}.${r.code}`, r.rows, before?.rows) };
    });
    return { ...f, read: at("read"), used: at("used"), listed: at("listed"), reasons };
  });
  const people = flow.people.map((step) => {
    const then = find(earlier.flow.people, (e) => e.code === step.code);
    const at = (name: "people" | "treated") => count(`flow.people.${step.code}.${name}`, step[name], then?.[name]);
    return { ...step, people: at("people"), treated: at("treated") };
  });
  const inWaves = waves.map((wave) => {
    const then = find(earlier.waves, (e) => e.ordinal === wave.ordinal);
    const at = (name: "starters" | "matched" | "controls") => count(`waves.${wave.label}.${name}`, wave[name], then?.[name]);
    return { ...wave, starters: at("starters"), matched: at("matched"), controls: at("controls") };
  });
  const moved = changes.some(({ what }) => /^(analysed|waves)\b/.test(what));
  const outcomes = results.outcomes.map((o) => {
    const then = find(earlier.outcomes, (e) => e.name === o.name);
    if (then === undefined) return o;
    const events = o.events.map((e) => ({
      ...e,
      n: count(`outcomes.${o.name}.events.${e.event}.n`, e.n, find(then.events, (x) => x.event === e.event)?.n),
    }));
    const sums = moved || events.some((e, i) => e.n !== o.events[i].n);
    return {
      ...o,
      events,
      paths: pathsNear(o, then, { value, sums, smallCell }),
      ...(sums && {
        naive: {
          beforeAfter: value(`outcomes.${o.name}.naive.beforeAfter`, o.naive.beforeAfter, then.naive.beforeAfter),
          treatedVersusRest: value(
            `outcomes.${o.name}.naive.treatedVersusRest`,
            o.naive.treatedVersusRest,
            then.naive.treatedVersusRest,
          ),
        },
      }),
      ...(sums && o.levels && { levels: levelsNear(o, then, value) }),
      ...(o.textbook && { textbook: textbookNear(o, then, count) }),
    };
  });
  const rows = results.balance.rows.map((row) => {
    const then = moved ? find(earlier.balance.rows, (e) => e.covariate === row.covariate) : undefined;
    if (then === undefined) return row;
    const means = ["meanTreated", "meanTreatedAfter", "meanControlBefore", "meanControlAfter"] as const;
    const told = means.flatMap((m) =>
      row[m] === undefined ? [] : [[m, value(`balance.${row.covariate}.${m}`, row[m], then[m])]],
    );
    return { ...row, ...Object.fromEntries(told) };
  });
  const balanceWaves = results.balance.waves.map((wave) => {
    const of = find(inWaves, (w) => w.ordinal === wave.wave);
    const at = (now: number, shown: Count | undefined) => (typeof shown === "number" ? now : Number.NaN);
    return {
      ...wave,
      starters: at(wave.starters, of?.starters),
      matched: at(wave.matched, of?.matched),
      controls: at(wave.controls, of?.controls),
    };
  });
  if (changes.length === 0) return { results, changes, sameStudy: true };
  const figures = changes.length;
  const withheld = results.disclosure.withheld.filter((w) => w.reason !== "earlier");
  return {
    changes,
    sameStudy: true,
    results: {
      ...results,
      flow: { files, people },
      waves: inWaves,
      analysed: Object.fromEntries(all) as unknown as Results["analysed"],
      balance: { ...results.balance, rows, waves: balanceWaves },
      outcomes,
      disclosure: { ...results.disclosure, withheld: [...withheld, { reason: "earlier", figures }] },
      problems: [...results.problems, problem("study/near-earlier", "note", {}, { figures })],
    },
  };
}

/** A study is the same where whose it is, what it is about and how its time is cut are. */
function sameStudy(a: Results, b: Results): boolean {
  const of = (r: Results) => canonicalJson({ who: r.municipality, what: r.programme, unit: r.periods.unit });
  return of(a) === of(b);
}

/** The number a count is told near, NaN where it is told only as few or as at least some. */
function nearest(count: Count): number {
  if (typeof count === "number") return count;
  const near = /^≈(\d+)$/.exec(count);
  return near ? Number(near[1]) : Number.NaN;
}

const same = (a: number | null, b: number | null) => a === b || (Number.isNaN(a ?? 0) && Number.isNaN(b ?? 0));

interface PathTools {
  readonly value: (what: string, now: number | null, then: number | null | undefined) => number | null;
  /** The people compared are few more or fewer than they were. */
  readonly sums: boolean;
  readonly smallCell: number;
}

/** Where few came or left: the means as they were, at each event time whose number of people is near what it was. */
function pathsNear(o: OutcomeResult, then: OutcomeResult, { value, sums, smallCell }: PathTools): OutcomeResult["paths"] {
  if (!sums) return o.paths;
  const people = (of: OutcomeResult, event: number) => nearest(of.events.find((e) => e.event === event)?.n ?? Number.NaN);
  const line = (which: "treated" | "comparison" | "rest") =>
    o.paths.event.map((event, i) => {
      const now = o.paths[which][i];
      const at = then.paths.event.indexOf(event);
      if (at < 0 || !(Math.abs(people(o, event) - people(then, event)) < smallCell)) return now;
      return value(`outcomes.${o.name}.paths.${which}.${event}`, now, then.paths[which][at]);
    });
  return { event: o.paths.event, treated: line("treated"), comparison: line("comparison"), rest: line("rest") };
}

function levelsNear(o: OutcomeResult, then: OutcomeResult, value: PathTools["value"]): OutcomeResult["levels"] {
  const at = (window: "base" | "after") => {
    const of = (group: "treated" | "comparison") =>
      value(`outcomes.${o.name}.levels.${window}.${group}`, o.levels?.[window][group] ?? null, then.levels?.[window][group]);
    return { treated: of("treated"), comparison: of("comparison") };
  };
  return { base: at("base"), after: at("after") };
}

function textbookNear(
  o: OutcomeResult,
  then: OutcomeResult,
  count: (what: string, now: Count, then: Count | undefined) => Count,
): OutcomeResult["textbook"] {
  if (!o.textbook) return undefined;
  return {
    ...o.textbook,
    units: count(`outcomes.${o.name}.textbook.units`, o.textbook.units, then.textbook?.units),
    averages: o.textbook.averages.map((a) => {
      const before = then.textbook?.averages.find((x) => x.type === a.type);
      return {
        ...a,
        parts: a.parts.map((p) => ({
          ...p,
          n: count(`outcomes.${o.name}.textbook.${a.type}.${p.at}`, p.n, before?.parts.find((x) => x.at === p.at)?.n),
        })),
      };
    }),
  };
}
