import type { Parameter, ParameterChange, ParameterPack } from "./parameters-value.js";

/** What edition `b` has other than edition `a`: by name, in the order of `a`, then what only `b` has. */
export function compareParameters(a: ParameterPack, b: ParameterPack): ParameterChange[] {
  const names = new Set([...a.parameters, ...b.parameters].map((parameter) => parameter.name));
  return [...names].flatMap((name) => {
    const [from, to] = [valueIn(a, name), valueIn(b, name)];
    return sameValue(from, to) ? [] : [{ name, from, to }];
  });
}

function valueIn({ parameters }: ParameterPack, name: Parameter["name"]): Parameter["value"] | null {
  return parameters.find((parameter) => parameter.name === name)?.value ?? null;
}

function sameValue(a: Parameter["value"] | null, b: Parameter["value"] | null): boolean {
  if (a === null || b === null || typeof a === "number" || typeof b === "number") return a === b;
  return a.length === b.length && a.every((step, i) => step.fromYear === b[i].fromYear && step.rate === b[i].rate);
}
