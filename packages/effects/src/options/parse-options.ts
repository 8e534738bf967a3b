import { fail } from "@kontrafakt/base";
import type { z } from "zod";
import { messages } from "../messages.js";

/** Options with defaults filled in. @throws KontrafaktError that names the first option that is wrong */
export function parseOptions<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  return fail("effects/bad-option", path.length === 0 ? {} : { option: path.map(String).join(".") }, { message }, messages);
}
