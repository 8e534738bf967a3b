import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { messages } from "./messages.js";

test("no area takes another's code, and all are in the catalogue", async () => {
  const folder = new URL("./messages/", import.meta.url);
  const codes: string[] = [];
  for (const file of readdirSync(folder)) {
    const area: Record<string, object> = await import(new URL(file, folder).href);
    for (const catalogue of Object.values(area)) codes.push(...Object.keys(catalogue));
  }
  expect(codes.toSorted()).toEqual(Object.keys(messages).toSorted());
});
