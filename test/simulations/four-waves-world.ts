import { NEVER, type Panel } from "@kontrafakt/cohort";
import { exp, ln, type Stream, stream } from "@kontrafakt/numerics";

/**
 * The made-up municipality, its numbers and why. They were set from what is plausible and not moved to bring an estimate out: one earlier
 * draft, whose days of service were nearly white noise so that the peak at referral was six times the quarters around it, was
 * replaced by cases that last. The small municipality was added afterwards, since in the large one only 2% of the comparison starts
 * later and ignoring that costs little.
 *
 * - 2,000 children followed over 32 quarters. A small programme: 15 places in each of four waves, half a year apart, starting in the
 *   fifth and sixth year; a child is referred the quarter before it starts. 60 starters are what many Nordic municipalities have.
 * - One child in a hundred moves away in a quarter, about 4% a year.
 * - Need is what registers know (single parent, mother's short education, notifications), what lasts but is not in them (the child's
 *   own, SD 0.5), what changes slowly (SD 0.6, autocorrelation 0.95 a quarter: half is left after three years and a half) and what passes
 *   (SD 0.7, autocorrelation 0.5: half is left after a quarter). Everyone shares a slow rise in need and the seasons.
 * - A case opens with a chance that rises with need (4 in 100 a quarter at mean need) and lasts a year on average. While it is open the
 *   days of service in a quarter are exponential about 10 days at mean need, at most 91: one child-quarter in five has any, with a long
 *   right tail.
 * - Who is referred: a place goes by lot with odds that rise with the registers' facts and with the days of service last quarter,
 *   in the three before it and in the year before that, which an evaluator can match on, and with the need that passes in the quarter
 *   before the referral, which nobody recorded. Starters are therefore seen at a peak, from which they come back by themselves.
 * - The programme takes away three days of service in ten from the start on (or none, in the world without effect).
 */
export const CHILDREN = 2000;
/** A small municipality with the same programme: one child in ten starts, so that comparison people start later too. */
export const SMALL = 600;
export const QUARTERS = 32;
export const STARTS: readonly number[] = [16, 18, 20, 22];
export const PLACES = 15;
/** Quarters from referral to start. */
export const REFERRAL = 1;
export const EFFECT = -0.3;

const LEAVES = 0.01;
const SHARES = { singleParent: 0.25, shortEducation: 0.3, notifications: 0.3 };
const NEED = { singleParent: 0.4, shortEducation: 0.3, notifications: 0.3 };
const OWN = 0.5;
const SLOW = { sd: 0.6, rho: 0.95 };
const PASSING = { sd: 0.7, rho: 0.5 };
const RISE = 0.01;
const SEASONS = [0.1, 0, -0.15, 0.05];
const OPENS = { level: -3.2, slope: 1 };
const CLOSES = 0.25;
const DAYS = { mean: 10, slope: 0.5, most: 91 };
/** Quarters before the first, in which cases come to be open. */
const BURN_IN = 16;
const ODDS = {
  singleParent: 0.4,
  shortEducation: 0.3,
  notifications: 0.3,
  /** Per mean day a quarter in each stretch of history, counted back from the referral quarter. */
  history: [
    { near: 1, far: 1, odds: 0.03 },
    { near: 2, far: 4, odds: 0.03 },
    { near: 5, far: 8, odds: 0.02 },
  ],
  passing: 0.8,
};

/** Two panels of the same children: with the programme at work, and as everything would have been without it. */
export interface FourWaves {
  readonly withProgramme: Panel;
  readonly without: Panel;
}

/** Makes a municipality. */
export function makeFourWaves(seed: number, children = CHILDREN): FourWaves {
  const draw = stream(seed, "test/four-waves", 0);
  const single = indicator(draw, children, SHARES.singleParent);
  const education = indicator(draw, children, SHARES.shortEducation);
  const notifications = Float64Array.from({ length: children }, () => few(draw, SHARES.notifications));
  const observed = new Uint8Array(children * QUARTERS);
  const days = new Float64Array(children * QUARTERS);
  const passing = new Float64Array(children * QUARTERS);
  for (let i = 0; i < children; i++) {
    const lasting =
      NEED.singleParent * (single[i] - SHARES.singleParent) +
      NEED.shortEducation * (education[i] - SHARES.shortEducation) +
      NEED.notifications * (notifications[i] - SHARES.notifications) +
      OWN * draw.normal();
    const slow = wander(draw, SLOW);
    const now = wander(draw, PASSING);
    const gone = Math.ceil(ln(draw.uniform()) / ln(1 - LEAVES));
    let open = false;
    for (let s = 0; s < BURN_IN + QUARTERS; s++) {
      const t = s - BURN_IN;
      const need = lasting + slow[s] + now[s] + RISE * Math.max(0, t) + SEASONS[s % 4];
      const change = draw.uniform();
      const amount = -ln(draw.uniform());
      open = open ? change >= CLOSES : change < 1 / (1 + exp(-(OPENS.level + OPENS.slope * need)));
      if (t < 0) continue;
      passing[i * QUARTERS + t] = now[s];
      days[i * QUARTERS + t] = open ? Math.min(DAYS.most, Math.ceil(DAYS.mean * exp(DAYS.slope * need) * amount)) : 0;
      observed[i * QUARTERS + t] = t < gone ? 1 : 0;
    }
  }

  const started = new Int32Array(children).fill(NEVER);
  for (const start of STARTS) {
    const referral = start - REFERRAL;
    const order: { child: number; place: number }[] = [];
    for (let i = 0; i < children; i++) {
      const lot = -ln(-ln(draw.uniform()));
      if (started[i] !== NEVER || observed[i * QUARTERS + start] === 0) continue;
      let odds =
        ODDS.singleParent * single[i] +
        ODDS.shortEducation * education[i] +
        ODDS.notifications * notifications[i] +
        ODDS.passing * passing[i * QUARTERS + referral - 1];
      for (const { near, far, odds: each } of ODDS.history) {
        for (let back = near; back <= far; back++) odds += (each * days[i * QUARTERS + referral - back]) / (far - near + 1);
      }
      // The largest of odds + Gumbel noise: a draw in proportion to e^odds, without putting back.
      order.push({ child: i, place: odds + lot });
    }
    order.sort((a, b) => b.place - a.place);
    for (const { child } of order.slice(0, PLACES)) started[child] = start;
  }

  const common = {
    kind: "panel",
    units: children,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: QUARTERS }, (_, t) => t) },
    ids: Array.from({ length: children }, (_, i) => String(i)),
    firstTreated: started,
    observed,
    covariates: [
      { name: "singleParent", values: single },
      { name: "shortEducation", values: education },
      { name: "notifications", values: notifications },
    ],
    clusterings: [],
  } as const;
  const panel = (change: number): Panel => ({
    ...common,
    measures: [
      {
        name: "days",
        unit: "days",
        values: days.map((v, k) => {
          if (observed[k] === 0) return Number.NaN;
          return k % QUARTERS >= started[Math.floor(k / QUARTERS)] ? v * (1 + change) : v;
        }),
      },
    ],
  });
  return { withProgramme: panel(EFFECT), without: panel(0) };
}

function indicator(draw: Stream, children: number, share: number): Float64Array {
  return Float64Array.from({ length: children }, () => (draw.uniform() < share ? 1 : 0));
}

/** Geometric with this mean. */
function few(draw: Stream, mean: number): number {
  return Math.floor(ln(draw.uniform()) / ln(mean / (1 + mean)));
}

/** A stationary first-order autoregression over all quarters simulated. */
function wander(draw: Stream, { sd, rho }: { sd: number; rho: number }): Float64Array {
  const path = new Float64Array(BURN_IN + QUARTERS);
  let now = sd * draw.normal();
  for (let t = 0; t < path.length; t++) {
    path[t] = now;
    now = rho * now + sd * Math.sqrt(1 - rho * rho) * draw.normal();
  }
  return path;
}
