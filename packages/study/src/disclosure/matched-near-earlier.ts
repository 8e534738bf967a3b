import { canonicalJson, problem } from "@kontrafakt/base";
import { coarse } from "@kontrafakt/cohort";
import type { Study } from "../options/study-schema.js";
import type { Count, MatchedResults, OutcomeResult, Relative } from "../results.js";
import { rowNearEarlier, waveNearEarlier, wholeNearEarlier } from "./balance-near-earlier.js";
import { type Change, countNear, type NearEarlier, nearest, problemsNear, type TellCount } from "./count-near.js";
import { inferenceNearEarlier } from "./inference-near-earlier.js";
import { matchingNearEarlier } from "./matching-near-earlier.js";
import { accountProblemsNear, moneyNearEarlier } from "./money-near-earlier.js";
import { about } from "./tell.js";

/**
 * Tells counts that differ by few from those of an earlier publication as that one told them, roughly: who has both could else subtract and
 * count the few who came or left. Means and sums of starters' own days, at times where few came or left, are told as they were, since the
 * difference would be theirs; so are the rows of files, which would be their spells, and the balance before matching. The balance after
 * matching, which is of a new matching, is told in steps of 0.02. Effects and money are not changed: they rest on everyone's weights, which a new matching changes.
 * The same results and the same earlier publication give the same text; results told beside themselves do not change.
 * (Hundepool et al. 2012, ch. 5: differencing of publications.)
 */
export function matchedNearEarlier(results: MatchedResults, earlier: MatchedResults): NearEarlier<MatchedResults> {
  const smallCell = Math.max(1, ...results.disclosure.rules.map((r) => r.smallCell));
  const changes: Change[] = [];
  const count = countNear(smallCell, changes);
  const value = <T extends number | null>(what: string, now: T, then: T | undefined): T => {
    if (then === undefined || same(now, then)) return now;
    changes.push({ what, earlier: then, now });
    return then;
  };
  const find = <T>(list: readonly T[], is: (one: T) => boolean) => list.find(is);

  const optionsOf = ({ study }: MatchedResults, name: string) =>
    canonicalJson((study.effects as Partial<Study["effects"]> | undefined)?.estimators?.[name] ?? null);
  const sameOptions = (name: string) => optionsOf(results, name) === optionsOf(earlier, name);

  const { analysed, flow, waves } = results;
  const all = (["starters", "matched", "controls", "unmatched"] as const).map(
    (name) => [name, count(`analysed.${name}`, analysed[name], earlier.analysed[name])] as const,
  );
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
  const files = flow.files.map((f) => {
    const then = find(earlier.flow.files, (e) => e.file === f.file);
    // Where few people came or left, as many rows as so few can have are theirs.
    const [{ file: peopleFile, read: peopleRows }] = flow.files;
    const fewMoved = changes.some(({ what }) => what === `flow.files.${peopleFile}.read`);
    const most = fewMoved && then ? (4 * smallCell * nearest(then.read)) / nearest(peopleRows) : 0;
    const rows = (what: string, now: Count, before: Count | undefined): Count => {
      if (before === undefined || !(Math.abs(nearest(now) - nearest(before)) < most)) return count(what, now, before);
      if (now === before) return now;
      changes.push({ what, earlier: before, now });
      return about(nearest(before));
    };
    const at = (name: "read" | "used" | "listed") => rows(`flow.files.${f.file}.${name}`, f[name], then?.[name]);
    const reasons = f.reasons.map((r) => {
      const before = find(then?.reasons ?? [], (e) => e.code === r.code && e.listed === r.listed);
      return { ...r, rows: rows(`flow.files.${f.file}.${r.code}`, r.rows, before?.rows) };
    });
    return { ...f, read: at("read"), used: at("used"), listed: at("listed"), reasons };
  });
  const primary = results.verification.inference;
  const verification = {
    ...results.verification,
    ...(primary && {
      inference: inferenceNearEarlier("verification.inference", primary, earlier.verification.inference, count),
    }),
  };
  const clusters = count("effects.clusters", results.effects.clusters, earlier.effects.clusters);
  const { starters, unmatched } = earlier.analysed;
  const known = (name: string) => (name === "starters" ? starters : name === "unmatched" ? unmatched : undefined);
  const problems = problemsNear(results.problems, earlier.problems, count, known);
  const search = matchingNearEarlier(results, earlier, count);
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
      ...(sums && o.relative && { relative: relativeNear(`outcomes.${o.name}`, o.relative, then.relative, value) }),
      ...(o.inference && {
        inference: inferenceNearEarlier(`outcomes.${o.name}.inference`, o.inference, then.inference, count),
      }),
      ...(o.beside && { beside: besideNear(o, then, sums, sameOptions, { count, value, changes }) }),
    };
  });
  const rows = results.balance.rows.map((row) => {
    const then = moved ? find(earlier.balance.rows, (e) => e.covariate === row.covariate) : undefined;
    if (then === undefined) return row;
    const told = AS_THEY_WERE.flatMap((m) =>
      row[m] === undefined ? [] : [[m, value(`balance.${row.covariate}.${m}`, row[m], then[m])]],
    );
    const steps = IN_STEPS.map((m) => [m, same(row[m], then[m]) ? row[m] : coarse(row[m], STEP)]);
    return { ...row, ...Object.fromEntries([...told, ...steps]), ...rowNearEarlier(row, then) };
  });
  const balanceWaves = results.balance.waves.map((wave) => {
    const of = find(inWaves, (w) => w.ordinal === wave.wave);
    const at = (now: number, shown: Count | undefined) => (typeof shown === "number" ? now : Number.NaN);
    return {
      ...wave,
      starters: at(wave.starters, of?.starters),
      matched: at(wave.matched, of?.matched),
      controls: at(wave.controls, of?.controls),
      worstSmdAfter: moved ? coarse(wave.worstSmdAfter, STEP) : wave.worstSmdAfter,
      ...(moved &&
        waveNearEarlier(
          wave,
          find(earlier.balance.waves, (w) => w.wave === wave.wave),
        )),
    };
  });
  const { worst, effectiveControls } = results.balance;
  const overall = moved && {
    worst: coarse(worst, STEP),
    effectiveControls: coarse(effectiveControls, smallCell),
    ...wholeNearEarlier(results.balance, earlier.balance),
  };
  const everyone = changes.some(({ what }) => /^(analysed|waves|flow\.(people|files))\b/.test(what));
  // Counts told roughly, and as before, may hide few who came or left.
  const rough = people.some(
    (step) => typeof step.people === "string" && step.people === find(earlier.flow.people, (e) => e.code === step.code)?.people,
  );
  const money = { savings: results.savings, verification, money: results.money };
  const near = moneyNearEarlier(money, earlier, { starters: moved, people: everyone || rough }, count);
  if (changes.length === 0) return { results, changes, sameStudy: true };
  const figures = changes.length;
  const withheld = results.disclosure.withheld.filter((w) => w.reason !== "earlier");
  return {
    changes,
    sameStudy: true,
    results: {
      ...results,
      ...search,
      flow: { files, people },
      waves: inWaves,
      analysed: Object.fromEntries(all) as unknown as MatchedResults["analysed"],
      balance: { ...results.balance, ...overall, rows, waves: balanceWaves },
      outcomes,
      effects: { ...results.effects, clusters },
      ...near,
      disclosure: { ...results.disclosure, withheld: [...withheld, { reason: "earlier", figures }] },
      problems: [
        ...accountProblemsNear(problems, near.verification.reconciliation),
        problem("study/near-earlier", "note", {}, { figures }),
      ],
    },
  };
}

/** Figures of a covariate that few people more or fewer would tell of. */
const AS_THEY_WERE = [
  "meanTreated",
  "meanTreatedAfter",
  "meanControlBefore",
  "meanControlAfter",
  "smdBefore",
  "ksBefore",
  "varianceRatioBefore",
] as const;
/** Figures of a covariate that a new matching changes. */
const IN_STEPS = ["smdAfter", "ksAfter", "varianceRatioAfter"] as const;
const STEP = 0.02;

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

/** What would have been as it was told, with all that would tell it: few people's days lie between. */
function relativeNear(at: string, now: Relative, then: Relative | undefined, value: PathTools["value"]): Relative {
  return then !== undefined && value(`${at}.relative`, now.counterfactual, then.counterfactual) !== now.counterfactual
    ? then
    : now;
}

interface BesideTools {
  readonly count: TellCount;
  readonly value: PathTools["value"];
  readonly changes: Change[];
}

/** Estimators on everyone: nobody is matched anew, so where few came or left the difference of two effects would be theirs. */
function besideNear(
  o: OutcomeResult,
  then: OutcomeResult,
  sums: boolean,
  sameOptions: (name: string) => boolean,
  { count, value, changes }: BesideTools,
): OutcomeResult["beside"] {
  return o.beside?.map((b) => {
    const before = then.beside?.find(({ name }) => name === b.name);
    const at = `outcomes.${o.name}.beside.${b.name}`;
    const units = count(`${at}.units`, b.units, before?.units);
    const fewMoved = sums || units !== b.units;
    const mayHide = fewMoved || typeof b.units === "string";
    if (fewMoved && before !== undefined && before.failed === undefined && b.failed === undefined && sameOptions(b.name)) {
      if (canonicalJson({ ...before, units }) !== canonicalJson({ ...b, units }))
        changes.push({ what: at, earlier: overall(before), now: overall(b) });
      return { ...before, units };
    }
    return {
      ...b,
      units,
      ...(b.inference && { inference: inferenceNearEarlier(`${at}.inference`, b.inference, before?.inference, count) }),
      ...(mayHide && b.relative && { relative: relativeNear(at, b.relative, before?.relative, value) }),
      averages: b.averages.map((a) => {
        const parts = before?.averages.find((x) => x.type === a.type)?.parts;
        return {
          ...a,
          parts: a.parts.map((p) => ({ ...p, n: count(`${at}.${a.type}.${p.at}`, p.n, parts?.find((x) => x.at === p.at)?.n) })),
        };
      }),
    };
  });
}

const overall = ({ averages }: NonNullable<OutcomeResult["beside"]>[number]) => averages[0]?.overall.estimate ?? null;
