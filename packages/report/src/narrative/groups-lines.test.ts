import { expect, test } from "vitest";
import { groupsExample } from "../../../../test/report/example-groups.js";
import { speakOf } from "../language.js";
import { groupsAssumptions, groupsLead, groupsLines } from "./groups-lines.js";
import { preTrendText } from "./section-leads.js";
import { verdictNotes } from "./verdict-text.js";

const results = groupsExample();
const [en, da] = [speakOf(results, "en"), speakOf(results, "da")];

test("what was compared, and that nobody was matched", () => {
  expect(groupsLead(results, en)).toBe(
    "4 cohorts start; they are compared with those who never start, as they are. Nobody was matched.",
  );
  const later = groupsExample({ cohorts: results.groups.cohorts.filter((c) => c.start !== null) });
  expect(groupsLead(later, da)).toBe(
    "4 grupper starter; de sammenlignes med dem, der starter senere, som de er. Ingen er matchet.",
  );
  expect(groupsLines(results, en)[1]).toMatch(/^Estimator: Group-time effects \(Callaway & Sant’Anna\)\. It assumes: without/);
  const file = groupsExample({ estimator: "file", source: "effects-file" });
  expect(groupsLines(file, da)).toEqual([
    "Effekterne er beregnet et andet sted, dér hvor persondata er, og læst fra en fil.",
    "Beregningsmåde: Beregnet et andet sted, læst fra en fil.",
  ]);
});

test("those not yet started are among those compared with only where the study takes them", () => {
  const asked = (estimator: object) => ({ ...results, study: { ...results.study, groups: { estimator } } });
  expect(groupsLead(asked({ estimator: "attGt", control: "notYet" }), en)).toMatch(/who never start or have not started yet,/);
  expect(groupsLead(asked({ estimator: "efficient" }), da)).toMatch(/aldrig starter eller endnu ikke er startet,/);
  expect(groupsLead(asked({ estimator: "attGt", control: "never" }), en)).toMatch(/with those who never start, as/);
});

test("figures with a varying base are said to bend at the start", () => {
  const asked = (base: string) => ({ ...results, study: { groups: { estimator: { estimator: "attGt", base } } } });
  expect(groupsLines(asked("varying"), en)[2]).toMatch(/A bend at the start may come from that alone/);
  expect(groupsLines(asked("universal"), da)).toHaveLength(2);
});

test("where errors are by person, what befalls a whole group is said not to be in them", () => {
  const told = (cluster: string, change = {}) =>
    groupsAssumptions({ ...groupsExample(change), study: { groups: { estimator: { estimator: "attGt", cluster } } } }, en).join(
      " ",
    );
  expect(told("unit")).toMatch(/take people as independent of one another/);
  expect(told("district")).not.toMatch(/take people as independent/);
  expect(told("unit", { source: "effects-file" })).not.toMatch(/take people as independent/);
});

test("assumptions of an unmatched comparison, with how well the covariance is known", () => {
  expect(groupsAssumptions(results, en).join(" ")).toMatch(/Nobody was matched.*parallel trends.*allow for the worst/);
  expect(groupsAssumptions(groupsExample({ covariance: "assumed" }), da).join(" ")).toMatch(/Studiet antager, hvor stærkt/);
  for (const speaker of [en, da]) expect(groupsAssumptions(results, speaker).join(" ")).not.toMatch(/matched sets|matchede sæt/);
});

test("caps and the test before the start do not speak of matching", () => {
  const note = verdictNotes(results.savings, results.verification, en)[0];
  expect(note).toMatch(/^This holds only if the comparison holds: nobody was matched: .*; no test that needs no bell shape/);
  const texts = results.outcomes.flatMap((o) => [preTrendText(results, o, en), preTrendText(results, o, da)]);
  expect(texts.join(" ")).not.toMatch(/match/);
});
