import type { Distribution } from "../savings-value.js";
import { type Assumption, courseAt, courseIndex, persistenceFactors } from "./assumption.js";
import { amountOf, distributionOf } from "./uncertain.js";

/** An uncertain number of the persistence options. */
export interface PersistenceInput {
  /** Path of the option within `savings.persistence`, e.g. `decline` or `outcomes.school.points.1`. */
  readonly name: string;
  readonly distribution: Distribution;
  /** Value counted with. */
  readonly amount: number;
}

interface Place {
  readonly course: number;
  /** Of `points`; −1 for the decline. */
  readonly point: number;
}

/** Uncertain numbers of the courses in use, in the order `persistenceScale` takes their values. */
export function persistenceInputs(assumption: Assumption | undefined): PersistenceInput[] {
  return assumption === undefined ? [] : places(assumption).map(({ input }) => input);
}

function places({ courses }: Assumption): { readonly input: PersistenceInput; readonly place: Place }[] {
  return courses.flatMap(({ options, outcome }, course) => {
    const prefix = outcome === null ? "" : `outcomes.${outcome}.`;
    const numbers = [
      ...(options.decline === undefined ? [] : [{ name: "decline", uncertain: options.decline, point: -1 }]),
      ...(options.points ?? []).map(({ share }, point) => ({ name: `points.${point}`, uncertain: share, point })),
    ];
    return numbers.flatMap(({ name, uncertain, point }) => {
      const distribution = distributionOf(uncertain);
      if (distribution.kind === "fixed") return [];
      return [{ input: { name: prefix + name, distribution, amount: amountOf(uncertain) }, place: { course, point } }];
    });
  });
}

/** How factors follow from drawn values; made once for all draws. */
export interface PersistenceScale {
  readonly assumption: Assumption;
  readonly places: readonly Place[];
  /** Course of each consequence. */
  readonly courseOf: Int32Array;
  /** Courses × assumed columns, at the values counted with. */
  readonly central: readonly Float64Array[];
}

export function openPersistenceScale(assumption: Assumption, consequences: readonly string[]): PersistenceScale {
  return {
    assumption,
    places: places(assumption).map(({ place }) => place),
    courseOf: Int32Array.from(consequences, (name) => courseIndex(assumption, name)),
    central: assumption.courses.map(({ course }) => persistenceFactors(assumption, course)),
  };
}

/**
 * What a person sum of each consequence and assumed column is multiplied by when uncertain numbers have other values than those counted with.
 *
 * @param values in the order of `persistenceInputs`; beyond 0–1 they count as 0 or 1
 * @param out index c·A + a, A assumed columns; 1 where nothing is left by the values counted with
 */
export function persistenceScale(scale: PersistenceScale, values: ArrayLike<number>, out: Float64Array): void {
  const { assumption, places: at, courseOf, central } = scale;
  const A = assumption.columns.length;
  const ratios = assumption.courses.map(({ options, course }, k) => {
    if (!at.some((place) => place.course === k)) return undefined;
    let { decline } = course;
    const shares = [...course.shares];
    at.forEach((place, i) => {
      if (place.course !== k) return;
      if (place.point < 0) decline = values[i];
      else shares[place.point] = values[i];
    });
    const factors = persistenceFactors(assumption, courseAt(options, decline, shares));
    return factors.map((factor, a) => (central[k][a] > 0 ? factor / central[k][a] : 1));
  });
  courseOf.forEach((k, c) => {
    for (let a = 0; a < A; a++) out[c * A + a] = ratios[k]?.[a] ?? 1;
  });
}
