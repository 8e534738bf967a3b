import { KEY_BYTES } from "@kontrafakt/cohort";

/** A new secret key from the machine's source of randomness. It is nowhere stored. */
export function randomKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}
