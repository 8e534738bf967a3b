import { fail, type Periods, periodLabel } from "@kontrafakt/base";
import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import type { Inference, Ratio } from "@kontrafakt/effects";
import { summaryLines } from "@kontrafakt/report";
import { type AnyResults, type Language, languages } from "@kontrafakt/study";
import { messages } from "./messages.js";
import { moneyText, savingsText, verificationText } from "./savings-text.js";
import { type Tabular, unwrap } from "./tabular.js";

const percent = (x: number) => `${(100 * x).toFixed(1)}%`;

/** "−12.0%, Fieller limits −20.0% to −4.0%". */
function ratioText({ ratio, fieller: { shape, lower, upper } }: Ratio): string {
  if (Number.isNaN(ratio)) return "no ratio: the mean without the programme is not positive";
  const limits =
    shape === "everything"
      ? "unbounded"
      : shape === "between"
        ? `${percent(lower)} to ${percent(upper)}`
        : `below ${percent(lower)} or above ${percent(upper)}`;
  return `${percent(ratio)}, Fieller limits ${limits}`;
}

/** "2.10 by wildBootstrap (restricted), 95% limits 0.31 to 3.92, p = 0.024 of no effect on average, 9999 draws, 40 clusters". */
function inferenceText(f: Inference): string {
  const { estimate, method, variant, level, lower, upper, p, draws, exact, clusters, treatedClusters } = f;
  const limits = Number.isNaN(lower) && Number.isNaN(upper) ? "no limits" : `${lower.toFixed(3)} to ${upper.toFixed(3)}`;
  const tested = f.null === "sharp" ? "nobody changed" : "no mean effect";
  const count = draws === 0 ? "" : exact ? `, all ${draws} assignments` : `, ${draws} draws`;
  const treated = treatedClusters === undefined ? "" : `, ${treatedClusters} of them treated`;
  return `${estimate.toFixed(3)} by ${method} (${variant}), ${percent(level)} limits ${limits}, p = ${p.toFixed(4)} of ${tested}${count}, ${clusters} independent units${treated}`;
}

function languageOf(results: AnyResults): Language {
  return languages.find((language) => language === results.study.language) ?? "en";
}

function spanOf({ ordinals, unit }: Periods): string {
  return `${ordinals.length} periods (${periodLabel(ordinals[0], unit)} to ${periodLabel(ordinals[ordinals.length - 1], unit)})`;
}

/** What a value holds, in a sentence or a few lines. Results speak the study's language, the rest English. */
export function describe(input: Tabular): string {
  const value = unwrap(input);
  switch (value.kind) {
    case "panel": {
      const treated = value.firstTreated.filter((start) => start !== NEVER && start !== ALWAYS).length;
      return `panel: ${value.units} people, ${treated} treated, ${spanOf(value.periods)}, outcomes ${value.measures.map((m) => m.name).join(", ")}`;
    }
    case "cross-sections": {
      const { rows, periods, groupNames, measures } = value;
      return `cross-sections: ${rows} rows, ${groupNames.length} groups, ${spanOf(periods)}, outcomes ${measures.map((m) => m.name).join(", ")}`;
    }
    case "cells": {
      const { groups, periods, outcomes } = value;
      return `cells: ${groups.length} groups, ${spanOf(periods)}, outcomes ${outcomes.map((o) => o.name).join(", ")}`;
    }
    case "cohort-moments": {
      const { arms, periods, outcomes, covariance, correlation } = value;
      const people = arms.reduce((sum, arm) => sum + arm.units, 0);
      const known = correlation ? `${covariance} between ${correlation.join(" and ")}` : covariance;
      return `cohort moments: ${people} people in ${arms.length} cohorts, ${spanOf(periods)}, outcomes ${outcomes.map((o) => o.name).join(", ")}, covariance ${known}`;
    }
    case "comparison":
    case "matched": {
      const { role, wave } = value.kind === "matched" ? value.comparison : value;
      const treated = role.reduce((sum, r) => sum + r, 0);
      const what = value.kind === "matched" ? `matched (${value.options.method})` : value.kind;
      return `${what}: ${treated} treated and ${role.length - treated} controls in ${new Set(wave).size} waves`;
    }
    case "balance": {
      const { worst, threshold, passed, rows } = value;
      return `balance: largest of ${rows.length} standardised differences ${worst.toFixed(3)}, limit ${threshold}: ${passed ? "passed" : "failed"}`;
    }
    case "effects":
      return `effects: ${value.terms.length} terms (${value.estimator}), outcomes ${[...new Set(value.terms.map((t) => t.outcome))].join(", ")}, ${value.clusters} clusters`;
    case "bacon": {
      const later = value.types.find((t) => t.type === "later-earlier");
      const bad = later ? `, ${percent(later.weight)} of the weight against people treated earlier` : "";
      return `bacon: two-way fixed effects of ${value.outcome} ${value.estimate.toFixed(3)} from ${value.comparisons.length} comparisons of two groups${bad}`;
    }
    case "two-way-weights": {
      const { cells, of, sum } = value.negative;
      return `two-way weights: ${cells} of ${of} weights of treated cells are negative, summing to ${sum.toFixed(3)}; two-way fixed effects of ${value.outcome} ${value.estimate.toFixed(3)}`;
    }
    case "ratio":
      return `ratio: ${ratioText(value)}`;
    case "relative-effects":
      return value.effects
        .map(({ group, event, difference, ratio }) => {
          const at = event !== undefined ? ` at event ${event}` : group !== undefined ? ` of group ${group}` : "";
          return `${value.outcome}${at}: ${difference.estimate.toFixed(3)} ${value.unit} (${difference.lower.toFixed(3)} to ${difference.upper.toFixed(3)}), ${ratioText(ratio)}`;
        })
        .join("\n");
    case "inference":
      return `inference: ${inferenceText(value)}`;
    case "money-files":
      return moneyText(value);
    case "savings":
      return savingsText(value);
    case "verification":
      return verificationText(value);
    case "results":
      return summaryLines(value, languageOf(value)).join("\n");
    case "evaluation":
      return summaryLines(value.results, languageOf(value.results)).join("\n");
    default:
      return fail("kontrafakt/no-description", {}, { kind: String((value as { kind?: unknown } | undefined)?.kind) }, messages);
  }
}
