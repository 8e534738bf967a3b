import type { Study } from "@kontrafakt/study";
import { expect, it } from "vitest";
import { studyBlocks } from "./study-blocks.js";
import { useOf } from "./uses.js";

const cohort = {
  people: { file: "people.csv", person: "Id" },
  treatment: { ends: "Slut", otherProgrammes: { sport: { start: "Sport" }, mentor: { services: ["Mentor"] } } },
  clusterings: { district: { column: "Distrikt" }, class: { file: "classes.csv", cluster: "Klasse" } },
  link: { school: { file: "keys.csv", from: "Elev", to: "Borger" } },
};

it("tells every column of the people file, also those that other blocks name", () => {
  const blocks = studyBlocks({ cohort, savings: {} } as unknown as Study);
  expect(blocks.map(({ role, named }) => [role, named.map(({ text }) => text)])).toEqual([
    ["cohort.people", ["Id", "Slut", "Sport", "Distrikt"]],
    ["cohort.clusterings.class", ["Klasse"]],
    ["cohort.link.school", ["Elev", "Borger"]],
  ]);
  const used = (role: string, option: string) => useOf(role, option, "en");
  expect(used("cohort.people", "treatment.otherProgrammes.sport")).toBe("when the person got another programme");
  expect(used("cohort.people", "clusterings.district")).toBe("groups that people share");
  expect(used("cohort.link.school", "from")).toBe("to translate another system's ids");
});
