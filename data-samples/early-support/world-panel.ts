import { type Covariate, type Measure, NEVER, type Panel } from "@kontrafakt/cohort";
import { FIRST, QUARTERS } from "./calendar.js";
import { OUTCOMES, type Outcome, removalChance } from "./effects-truth.js";
import { age, EDUCATIONS } from "./people.js";
import type { World } from "./world.js";

/** The world as the panel that a perfect reading of its files would give. Not observed is NaN. */
export function worldPanel(world: World): Panel {
  const { people, observed, referrals } = world;
  const { n } = people;
  const measure = (name: Outcome): Measure => ({
    name,
    unit: "days",
    values: world.measures[name].map((v, k) => (observed[k] === 1 ? v : Number.NaN)),
  });
  const covariate = (name: string, value: (i: number) => number): Covariate => ({
    name,
    values: Float64Array.from({ length: n }, (_, i) => value(i)),
  });
  return {
    kind: "panel",
    units: n,
    periods: { unit: "quarter", ordinals: Int32Array.from({ length: QUARTERS }, (_, t) => FIRST + t) },
    ids: Array.from({ length: n }, (_, i) => personId(i)),
    firstTreated: Int32Array.from(referrals.startQuarter, (t) => (t < 0 ? NEVER : FIRST + t)),
    observed,
    measures: OUTCOMES.map(measure),
    covariates: [
      covariate("sex=Dreng", (i) => people.boy[i]),
      covariate("singleParent=Ja", (i) => people.singleParent[i]),
      ...EDUCATIONS.slice(1).map((level, k) =>
        covariate(`motherEducation=${level}`, (i) => (people.education[i] === k + 1 ? 1 : 0)),
      ),
      covariate("siblings", (i) => people.siblings[i]),
      covariate("notifications", (i) => people.notifications[i]),
      covariate("age", (i) => age(people, i)),
    ],
    clusterings: [
      { name: "household", of: people.household, count: people.households },
      { name: "school", of: Int32Array.from(people.school), count: Math.max(...people.school) + 1 },
    ],
  };
}

/** How a child is called in the files. */
export function personId(i: number): string {
  return `B${String(10001 + i * 7).padStart(5, "0")}`;
}

/**
 * Expected effect on an outcome, child-major over the quarters: −(removal chance) · E[Y(0) | the child before referral] for a
 * starter from its start quarter on, 0 elsewhere. NaN where a starter is past its 18th birthday.
 */
export function expectedEffect(world: World, outcome: Outcome): Float64Array {
  const effect = new Float64Array(world.people.n * QUARTERS);
  const { starters, without } = world.expected;
  const days = without[OUTCOMES.indexOf(outcome)];
  starters.forEach((i, k) => {
    const start = world.referrals.startQuarter[i];
    for (let t = start; t < QUARTERS; t++) {
      effect[i * QUARTERS + t] = -removalChance(outcome, world.referrals.wave[i], t - start) * days[k * QUARTERS + t];
    }
  });
  return effect;
}
