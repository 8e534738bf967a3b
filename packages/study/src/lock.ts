import { type Context, canonicalJson, fail } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import { flatten } from "./flatten.js";
import { hashSource, hashText } from "./hash-source.js";
import { messages } from "./messages.js";
import { type AnyStudy, groupStudySchema } from "./options/group-study-schema.js";
import { planStudySchema } from "./options/plan-study-schema.js";
import { studySchema } from "./options/study-schema.js";
import { studyFiles } from "./study-files.js";
import { PRODUCT } from "./version.js";

export const LOCK_VERSION = 1;

/** One input file and what was in it. */
export interface InputHash {
  readonly role: string;
  readonly file: string;
  readonly sha256: string;
}

/** What was fixed before outcomes were looked at: the study with its defaults, the files, the version. */
export interface Lock {
  readonly kind: "lock";
  readonly lockVersion: number;
  readonly product: { readonly name: string; readonly version: string };
  readonly studySha256: string;
  readonly study: Readonly<Record<string, unknown>>;
  readonly inputs: readonly InputHash[];
  /** Day it was made, yyyy-mm-dd, as the caller says. */
  readonly lockedOn?: string;
  /** Set where results of an earlier run stood beside the study when it was locked: somebody may have seen outcomes. */
  readonly afterResults?: true;
}

/** How a run relates to its lock. */
export interface LockStatus {
  readonly status: "locked" | "deviates" | "not-locked";
  readonly deviations: readonly { readonly what: string; readonly locked: string; readonly now: string }[];
  readonly lockedOn?: string;
  readonly afterResults?: true;
}

/** SHA-256 of each file the study names, in the order of the study. */
export async function hashInputs(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
): Promise<readonly InputHash[]> {
  const known = new Map<string, string>();
  const inputs: InputHash[] = [];
  for (const { role, file } of studyFiles(study)) {
    const source = sources.get(file);
    if (!source) fail("study/file-not-given", { file, option: `${role}.file` }, {}, messages);
    const sha256 = known.get(file) ?? (await hashSource(source, context.signal));
    known.set(file, sha256);
    inputs.push({ role, file: source.name, sha256 });
  }
  return inputs;
}

/** The lock of a study as it stands. Reads every file's bytes, and no outcome. */
export async function lockStudy(
  study: AnyStudy,
  sources: ReadonlyMap<string, Source>,
  context: Context,
  lockedOn?: string,
  afterResults = false,
): Promise<Lock> {
  return {
    kind: "lock",
    lockVersion: LOCK_VERSION,
    product: PRODUCT,
    studySha256: hashText(canonicalJson(study)),
    study,
    inputs: await hashInputs(study, sources, context),
    ...(lockedOn !== undefined && { lockedOn }),
    ...(afterResults && { afterResults: true as const }),
  };
}

/**
 * A locked study with what options that came later mean where nobody sets them; as it is where today's schema does not take it.
 * A value that the lock has stays, whatever today's default is.
 */
function withDefaults(given: Lock["study"]): Lock["study"] {
  const locked = withEstimators(given);
  const schema = Object.hasOwn(locked, "groups")
    ? groupStudySchema
    : Object.hasOwn(locked, "plan")
      ? planStudySchema
      : studySchema;
  return schema.safeParse(locked).data ?? locked;
}

/** Before version 0.4 one estimator stood beside, the textbook's; those of one left out units with gaps by another word. */
function withEstimators(locked: Lock["study"]): Lock["study"] {
  const { textbook, ...effects } = (locked.effects ?? {}) as { readonly textbook?: Readonly<Record<string, unknown>> };
  if (textbook === undefined) return locked;
  const own = { estimator: "attGt", ...textbook, ...(textbook.incomplete === "drop" && { incomplete: "full" }) };
  return { ...locked, effects: { ...effects, estimators: { textbook: own } } };
}

/**
 * Every difference between a lock and a study with its files now; `not-locked` where there is no lock. An option younger than the lock
 * differs only where the study sets it to something else than its default.
 */
export function compareLock(lock: Lock | undefined, study: AnyStudy, inputs: readonly InputHash[]): LockStatus {
  if (!lock) return { status: "not-locked", deviations: [] };
  const deviations: { what: string; locked: string; now: string }[] = [];
  const differ = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => {
    for (const what of new Set([...before.keys(), ...after.keys()])) {
      const locked = before.get(what) ?? "–";
      const now = after.get(what) ?? "–";
      if (locked !== now) deviations.push({ what, locked, now });
    }
  };
  differ(new Map([["version", lock.product.version]]), new Map([["version", PRODUCT.version]]));
  differ(flatten(withDefaults(lock.study)), flatten(study));
  const contents = (list: readonly InputHash[]) => new Map(list.map((i) => [`${i.role}: ${i.file}`, i.sha256]));
  differ(contents(lock.inputs), contents(inputs));
  const { lockedOn, afterResults } = lock;
  return {
    status: deviations.length === 0 ? "locked" : "deviates",
    deviations,
    ...(lockedOn !== undefined && { lockedOn }),
    ...(afterResults && { afterResults }),
  };
}

/** Reads a lock written by `kontrafakt lock`. Fails where the text is not one, or was edited by hand. */
export function readLock(text: string, file: string): Lock {
  let value: Lock;
  try {
    value = JSON.parse(text) as Lock;
  } catch {
    return fail("study/lock-not-readable", { file }, { reason: "it is not JSON" }, messages);
  }
  if (value?.kind !== "lock" || value.lockVersion !== LOCK_VERSION || !Array.isArray(value.inputs)) {
    return fail("study/lock-not-readable", { file }, { reason: "it is not a lock of this version" }, messages);
  }
  if (hashText(canonicalJson(value.study)) !== value.studySha256) {
    return fail("study/lock-not-readable", { file }, { reason: "its study does not match its own hash" }, messages);
  }
  return value;
}
