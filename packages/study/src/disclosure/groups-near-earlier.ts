import { problem } from "@kontrafakt/base";
import type { GroupsResults } from "../results.js";
import { type Change, countNear, type NearEarlier, problemsNear } from "./count-near.js";
import { inferenceNearEarlier } from "./inference-near-earlier.js";

/**
 * Results of groups beside an earlier publication of the same study: counts that differ by few are told as that one told them, roughly, and
 * where a cohort changed by few so is what would have been, which is a mean of its people. Cells and effects that others let out are
 * published already, and stay as they are. Effects and money are told anew, since the verdict is about them; a warning says what two of them
 * together would tell. (Hundepool et al. 2012, ch. 5: differencing of publications.)
 */
export function groupsNearEarlier(results: GroupsResults, earlier: GroupsResults): NearEarlier<GroupsResults> {
  const { source } = results.groups;
  if (source === "cells" || source === "effects-file") return { results, changes: [], sameStudy: true };
  const smallCell = Math.max(1, ...results.disclosure.rules.map((r) => r.smallCell));
  const changes: Change[] = [];
  const count = countNear(smallCell, changes);
  const cohorts = results.groups.cohorts.map((c) => {
    const then = earlier.groups.cohorts.find(({ start }) => start === c.start);
    return { ...c, units: count(`groups.cohorts.${c.label}`, c.units, then?.units) };
  });
  // A count that is told roughly, and as before, may hide few who came or left.
  const moved =
    changes.length > 0 ||
    cohorts.some(
      (c) => typeof c.units === "string" && c.units === earlier.groups.cohorts.find((e) => e.start === c.start)?.units,
    );
  const outcomes = results.outcomes.map((o) => {
    const then = earlier.outcomes.find(({ name }) => name === o.name);
    const events = o.events.map((e) => ({
      ...e,
      n: count(`outcomes.${o.name}.events.${e.event}.n`, e.n, then?.events.find(({ event }) => event === e.event)?.n),
    }));
    const inference = o.inference && {
      inference: inferenceNearEarlier(`outcomes.${o.name}.inference`, o.inference, then?.inference, count),
    };
    if (!moved || o.relative === undefined || then?.relative === undefined) return { ...o, events, ...inference };
    const { counterfactual: now } = o.relative;
    const before = then.relative.counterfactual;
    if (now !== before) changes.push({ what: `outcomes.${o.name}.relative`, earlier: before, now });
    return { ...o, events, ...inference, relative: then.relative };
  });
  const files = results.flow.files.map((f) => {
    const then = earlier.flow.files.find(({ file }) => file === f.file);
    const at = (name: "read" | "used" | "listed") => count(`flow.files.${f.file}.${name}`, f[name], then?.[name]);
    const reasons = f.reasons.map((r) => {
      const same = then?.reasons.find((e) => e.code === r.code && e.listed === r.listed);
      return { ...r, rows: count(`flow.files.${f.file}.${r.code}`, r.rows, same?.rows) };
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
  const problems = problemsNear(results.problems, earlier.problems, count);
  if (changes.length === 0) return { results, changes, sameStudy: true };
  const isAnew = results.outcomes.some(({ name, mean }) => {
    const then = earlier.outcomes.find((o) => o.name === name);
    return then !== undefined && Number.isFinite(mean.estimate) && mean.estimate !== then.mean.estimate;
  });
  const anew = moved && isAnew ? [problem("study/near-earlier-effects", "warning")] : [];
  const figures = changes.length;
  const withheld = results.disclosure.withheld.filter(({ reason }) => reason !== "earlier");
  return {
    changes,
    sameStudy: true,
    results: {
      ...results,
      groups: { ...results.groups, cohorts },
      flow: { files },
      outcomes,
      effects: { ...results.effects, clusters },
      verification,
      disclosure: { ...results.disclosure, withheld: [...withheld, { reason: "earlier", figures }] },
      problems: [...problems, ...anew, problem("study/near-earlier", "note", {}, { figures })],
    },
  };
}
