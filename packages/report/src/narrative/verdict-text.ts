import type { Evidence, Savings, Verification } from "@kontrafakt/savings";
import { codeLabel } from "../code-label.js";
import { numberOf } from "../format.js";
import type { Speaker } from "../language.js";
import { primaryEvaluated } from "../savings-lines.js";

/** One-sided level that the evidence must get below before a saving counts as shown. */
const EVIDENCE_LEVEL = 0.025;

const holds = {
  reached: (l: number, _u: number, c: number) => l >= c,
  "in-line": (l: number, u: number, c: number) => l > 0 && l < c && c <= u,
  smaller: (l: number, u: number, c: number) => l > 0 && u < c,
  "below-claim": (l: number, u: number, c: number) => l <= 0 && 0 <= u && u < c,
  "cannot-tell": (l: number, u: number, c: number) => l <= 0 && c <= u,
  "extra-cost": (_l: number, u: number) => u < 0,
  "too-early": () => true,
} as const;

/** The verdict's sentence. Says only what its own numbers bear out; a verdict they do not explain gets a neutral sentence. */
export function verdictText(savings: Savings, verification: Verification, speaker: Speaker): string {
  const { words } = speaker;
  const { evaluated, claim, verdict, primary, evidence } = verification;
  const figures = [evaluated.estimate, evaluated.lower, evaluated.upper, claim];
  const [estimate, lower, , expected] = speaker.moneys(figures, savings.currency);
  const range = speaker.moneyRange(evaluated.lower, evaluated.upper, savings.currency, figures);
  const v = {
    measure: measureText(verification, speaker),
    years: speaker.years(primary.years),
    estimate,
    lower,
    range,
    claim: expected,
  };
  if (verdict === "too-early") return words.verdictSentence["too-early"](v);
  const l = numberOf(evaluated.lower);
  const u = numberOf(evaluated.upper);
  if (holds[verdict](l, u, numberOf(claim))) return words.verdictSentence[verdict](v);
  const failed = evidence !== undefined && !(numberOf(evidence.p) < EVIDENCE_LEVEL);
  if (failed && l > 0) return words.evidenceDisagrees(v, evidenceName(evidence, speaker), speaker.p(evidence.p));
  return words.verdictOtherwise(v);
}

/** "permutation test", as a word in a sentence. */
export function evidenceName({ method }: Pick<Evidence, "method">, speaker: Speaker): string {
  const { tests, test } = speaker.words.evidence;
  return Object.hasOwn(tests, method) ? tests[method] : test;
}

/** "gross saving", with the payers or consequences it is limited to. */
export function measureText(verification: Verification, speaker: Speaker): string {
  const { measure, payers, consequences = [] } = verification.primary;
  const limits = [...consequences, ...payers];
  return limits.length === 0 ? speaker.words.measure[measure] : `${speaker.words.measure[measure]} (${speaker.list(limits)})`;
}

/** What limits the verdict, and for "cannot be determined" whether this design could have told. */
export function verdictNotes(savings: Savings, verification: Verification, speaker: Speaker): string[] {
  const { words } = speaker;
  const notes: string[] = [];
  if (verification.caps.length > 0) {
    notes.push(`${words.capped} ${verification.caps.map((cap) => capText(cap, speaker)).join("; ")}.`);
  }
  const { couldHaveTold, smallestDetectable } = verification.design;
  if (verification.verdict === "cannot-tell" && Number.isFinite(numberOf(smallestDetectable))) {
    const smallest = speaker.money(smallestDetectable, savings.currency);
    notes.push(couldHaveTold ? words.design.could(smallest) : words.design.couldNot(smallest));
  }
  return notes;
}

function capText(cap: string, speaker: Speaker): string {
  const { cap: known } = speaker.words;
  return Object.hasOwn(known, cap) ? known[cap as keyof typeof known] : codeLabel(cap, speaker);
}

/** How sure: the interval in words, at fixed and at uncertain prices. */
export function sureText(savings: Savings, verification: Verification, speaker: Speaker): string[] {
  const { sure } = speaker.words;
  const { primary } = verification;
  const evaluated = primaryEvaluated(savings, verification);
  if (!(numberOf(evaluated.lower) <= numberOf(evaluated.upper))) return [sure.none];
  const range = speaker.moneyRange(evaluated.lower, evaluated.upper, savings.currency, [evaluated.estimate, verification.claim]);
  const lines = [sure.interval(measureText(verification, speaker), speaker.years(primary.years), range)];
  if (numberOf(evaluated.priceLower) <= numberOf(evaluated.priceUpper)) {
    lines.push(sure.prices(speaker.moneyRange(evaluated.priceLower, evaluated.priceUpper, savings.currency)));
  }
  const shares = sharesText(savings, speaker);
  if (shares) lines.push(shares);
  return lines;
}

/** Which part of the uncertainty of the observed saving comes from effect and prices; nothing where the shares are those of another total. */
export function sharesText({ shares }: Pick<Savings, "shares">, speaker: Speaker): string {
  if (shares.some((s) => s.source !== "effect" && s.source !== "price")) return "";
  const share = (name: "effect" | "price") => numberOf(shares.find((s) => s.source === name)?.share);
  const [effect, price] = [share("effect"), share("price")];
  return effect >= 0 && price >= 0 ? speaker.words.sure.shares(speaker.percent(effect), speaker.percent(price)) : "";
}
