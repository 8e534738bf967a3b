import { enSentences } from "./en-sentences.js";
import type { OtherWords } from "./other-words.js";

export const enWeighted: OtherWords = {
  role: { "held-back": "Before, not used in weighting", history: "Before, used in weighting" },
  table: { matched: "Compared", meanAfter: "Weighted, mean", matchedComparison: "Weighted comparison" },
  caption: {
    waves: "Waves: starters, how many are compared, and follow-up",
    balance: "Balance of every characteristic before and after weighting",
    preTrend: "Development before the start, in periods that weighting did not use",
  },
  chart: {
    before: "Before weighting",
    after: "After weighting",
    love: "Balance before and after weighting",
    comparison: "Weighted comparison",
    matched: "Weighted comparison",
  },
  estimators: {
    lead: (n) =>
      `The study also asks for ${n === 1 ? "another estimator" : `${n} other estimators`}. No money and no verdict come from ${n === 1 ? "it" : "them"}: these rest on the weighted comparison alone.`,
    agree: (outcome, n) =>
      n === 1
        ? `${outcome}: the other estimate lies within the interval of the weighted one.`
        : `${outcome}: all ${n} other estimates lie within the interval of the weighted one.`,
    differ: (outcome, outside, n) =>
      n === 1
        ? `${outcome}: the other estimate lies outside the interval of the weighted one.`
        : `${outcome}: ${outside} of ${n} other estimates ${outside === 1 ? "lies" : "lie"} outside the interval of the weighted one.`,
    chart: (outcome) => `${outcome}: the weighted comparison and other estimators`,
    chartDescription: (outcome) =>
      `Points with intervals: the mean effect on ${outcome} by the weighted comparison, above and with its interval as a band, and by each of the other estimators on everyone.`,
    mainAssumes: "without the programme, starters would have developed like the others, weighted to resemble them",
  },
  evidence: { tests: { set: "permutation test within strata" } },
  inference: {
    evidence: { set: "the roles within the strata were exchanged, as if any of a stratum could have been the starter" },
    methods: { permutation: "Permutation within strata" },
    assumes: {
      permutation: "had the programme changed nobody, anyone in a stratum could as well have been its starter",
      bootstrap: "clusters, or people, are a sample of more of the same kind",
    },
  },
  summary: { match: "Weighting" },
  cap: {
    "not-balanced": "after weighting, the groups still differ more than the declared limit",
    "few-matched": "fewer than half of the starters could be compared",
  },
  lead: {
    who: (starters, people, matched, controls) =>
      `${starters} ${people} started; ${matched} of them could be compared with ${controls} who had not started, weighted so that together they resemble the starters.`,
    unmatched: (unmatched) => `${unmatched} could not be compared; nothing is said about them.`,
    balanced: (n, limit, worst, name) =>
      `Yes: after weighting, none of the ${n} characteristics used in it differs by more than ${limit} standard deviations (largest: ${name}, ${worst}).`,
    unbalanced: (k, n, limit, worst, name) =>
      `Not entirely: ${k} of ${n} characteristics used in weighting still differ by more than ${limit} standard deviations (largest: ${name}, ${worst}).`,
    unused: (k, n, worst, name) => `Of the ${n} that weighting did not use, ${k} differ by more (largest: ${name}, ${worst}).`,
    paths: (outcome, unit, period, treatedBefore, otherBefore, treatedAfter, otherAfter) =>
      `${outcome}: starters went from ${treatedBefore} ${unit} ${period} in the base to ${treatedAfter} after the start, the weighted comparison from ${otherBefore} to ${otherAfter}.`,
    simpler: (outcome, beforeAfter, rest, matched, unit) =>
      `${outcome}: a plain before–after comparison would have said ${beforeAfter} ${unit} in total, starters versus the rest ${rest}; the weighted comparison says ${matched}.`,
  },
  preTrend: {
    sign: (periods, p) =>
      `the groups developed differently in the ${periods} that weighting did not use (${p}): the comparison is in doubt`,
    noSign: (periods, p) =>
      `no sign of different development in the ${periods} that weighting did not use (${p}); this is not proof that there is none`,
  },
  assume: {
    estimand: (people) =>
      `The result is for the starters who could be compared, everyone who started: those who dropped out stay in (intention to treat). It is about these ${people}, not about others.`,
    unmatched: (n) =>
      `Starters who could not be compared: ${n}. They are left out of effects and money; nothing is assumed about them.`,
    clusterAlone: (cluster, clusters) => `Standard errors are clustered by ${cluster} (${clusters} clusters).`,
  },
  notClaimed: [
    ...enSentences.notClaimed.slice(0, -1),
    "The comparison group was weighted, not drawn by lot: differences that nobody recorded may remain.",
  ],
  describe: {
    love: (n, over, limit) =>
      `Dot for each of ${n} characteristics before and after weighting. ${over} differ by more than ${limit} after weighting.`,
    pathsOthers: (outcome, others) =>
      `Lines for the average ${outcome} of starters, the weighted comparison, the rest and, as published, ${others}, by time from the start.`,
    paths: (outcome) => `Lines of the average ${outcome} of starters, weighted comparison and the rest by time from the start.`,
    naive:
      "Points for each outcome: total effect by before–after, by starters versus the rest, and by the weighted comparison with its interval.",
  },
};
