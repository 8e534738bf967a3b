import { expect, it } from "vitest";
import { bytesSource, cohortOptions, readCohort } from "./index.js";

const sources = new Map(
  Object.entries({
    "people.csv": ["Id;Født;Start", "a;01-01-2010;"],
    "services.csv": ["Id;Ydelse;Fra;Til", "a;Anbringelse;01-01-2019;02-01-2019"],
  }).map(([name, lines]) => [name, bytesSource(name, new TextEncoder().encode(lines.join("\n")))]),
);
const options = cohortOptions.parse({
  extract: "2020-01-31",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  services: { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" },
  outcomes: { placement: { service: "Anbringelse" } },
});

it.each(["read people.csv", "read services.csv", "observe", "spells to periods"])(
  "reports %s, and stops there when told",
  async (step) => {
    const seen = new Set<string>();
    await readCohort(sources, options, { seed: 1, progress: (p) => seen.add(p.step) });
    expect(seen).toContain(step);

    const stop = new AbortController();
    const progress = (p: { readonly step: string }) => {
      if (p.step === step) stop.abort(new Error("enough"));
    };
    const after = readCohort(sources, options, { seed: 1, signal: stop.signal, progress });
    await expect(after).rejects.toThrow("enough");
  },
);
