import { fail } from "@kontrafakt/base";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { messages } from "../messages.js";

/** Least bytes of a key: as many as SHA-256 gives (RFC 2104 § 3). */
export const KEY_BYTES = 32;
/** Bytes of the digest that a pseudonym keeps: with a million people the chance that two are alike is below 10⁻¹⁷. */
const KEPT = 12;

/**
 * Pseudonyms of identifiers: HMAC-SHA-256 (RFC 2104) of each under a secret key, the first 24 hexadecimal digits; all 64 where two of
 * them would be alike. Without the key nobody can tell which person is meant, even by trying every number there is.
 *
 * @param ids normalised, all different
 * @param key at least 32 bytes
 */
export function pseudonyms(ids: readonly string[], key: Uint8Array): readonly string[] {
  if (!(key.length >= KEY_BYTES))
    fail("cohort/key-too-short", { option: "key" }, { bytes: key.length, least: KEY_BYTES }, messages);
  const digest = digester(key);
  const short = ids.map((id) => digest(id, KEPT));
  return new Set(short).size === ids.length ? short : ids.map((id) => digest(id, 32));
}

/** Gives the first bytes of an identifier's digest in hexadecimal. State and buffers are used again: a third of the time of new ones. */
function digester(key: Uint8Array): (id: string, bytes: number) => string {
  const keyed = hmac.create(sha256, key);
  const work = keyed.clone();
  const encoder = new TextEncoder();
  const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
  const out = new Uint8Array(32);
  let text = new Uint8Array(64);
  return (id, bytes) => {
    if (3 * id.length > text.length) text = new Uint8Array(3 * id.length);
    const { written } = encoder.encodeInto(id, text);
    keyed._cloneInto(work);
    work.update(text.subarray(0, written)).digestInto(out);
    let digits = "";
    for (let k = 0; k < bytes; k++) digits += hex[out[k]];
    return digits;
  };
}

/** A key from the text of a key file: hexadecimal digits, at least 64 of them, white space ignored. */
export function parseKey(text: string, file: string): Uint8Array {
  const hex = text.replace(/\s+/g, "");
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) fail("cohort/key-not-hex", { file }, {}, messages);
  if (hex.length < 2 * KEY_BYTES) fail("cohort/key-too-short", { file }, { bytes: hex.length / 2, least: KEY_BYTES }, messages);
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
