import { expect, it } from "vitest";
import { bytesSource } from "../table/source.js";
import { starterShares } from "./starter-shares.js";

const source = (name: string, lines: readonly string[]) => bytesSource(name, new TextEncoder().encode(lines.join("\n")));
const five = [1, 2, 3, 4, 5];

it("counts people over all files of services: 4 of 6 with A started, and B, which few have, is left out", async () => {
  const shares = await starterShares({
    people: {
      sources: [source("p.csv", ["id;start", ...five.map((i) => `p${i};${i < 5 ? "2020-01-01" : ""}`), "p6;"])],
      person: "id",
      start: "start",
    },
    services: {
      sources: [
        source("a.csv", ["id;kind", "p1;A", "p2;A", "p1;A", "p1;B"]),
        source("b.csv", ["id;kind", "p3;A", "p4;A", "p5;A", "p6;A"]),
      ],
      person: "id",
      service: "kind",
    },
  });
  expect([...shares]).toEqual([["A", 4 / 6]]);
});
