import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseKey, pseudonyms } from "./pseudonyms.js";

const key = Uint8Array.from({ length: 32 }, (_, i) => i);

describe("pseudonyms", () => {
  it("are HMAC-SHA-256 (RFC 4231, test case 6: a key longer than a block)", () => {
    const long = new Uint8Array(131).fill(0xaa);
    const full = "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54";
    expect(pseudonyms(["Test Using Larger Than Block-Size Key - Hash Key First"], long)).toEqual([full.slice(0, 24)]);
  });

  it("agree with Node's own", () => {
    const ids = ["2509479989", "B10342", "__proto__", "æøå", ""];
    expect(pseudonyms(ids, key)).toEqual(ids.map((id) => createHmac("sha256", key).update(id).digest("hex").slice(0, 24)));
  });

  it("differ under another key, and refuse a short one", () => {
    expect(pseudonyms(["a"], key)).not.toEqual(pseudonyms(["a"], new Uint8Array(32)));
    expect(() => pseudonyms(["a"], new Uint8Array(31))).toThrow("the key has 31 bytes, and 32 are needed");
  });

  it("a key file holds hexadecimal digits, white space ignored", () => {
    expect(parseKey(`${"00ff".repeat(8)}\n${"AB12".repeat(8)}\r\n`, "key.hex")).toEqual(
      Uint8Array.from([...new Array(8).fill([0, 255]), ...new Array(8).fill([0xab, 0x12])].flat()),
    );
    expect(() => parseKey("xyz", "key.hex")).toThrow("key.hex: the key holds other characters");
    expect(() => parseKey("00ff", "key.hex")).toThrow("key.hex: the key has 2 bytes");
    const refused = (code: string) => expect.objectContaining({ problems: [expect.objectContaining({ code })] });
    expect(() => parseKey("00f", "key.hex")).toThrow(refused("cohort/key-not-hex"));
    expect(() => parseKey("00ff", "key.hex")).toThrow(refused("cohort/key-too-short"));
  });
});
