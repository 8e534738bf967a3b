import { readFileSync } from "node:fs";
import { problemText } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { makeWorld, worldFiles } from "@kontrafakt/data-samples";
import { allMessages, parseStudy, type Study } from "@kontrafakt/study";
import { csvRows, csvText } from "./csv-rows.js";

export const formula = "=cmd|' /C calc'!A0";
export const image = "<img src=x onerror=window.__pwned=1>";
export const script = "</script><script>window.__pwned=1</script>";
export const entity = '"&lt;';
export const spread = "tab\tand\nline";
const proto = "__proto__";

/** The sample's words and what stands in their place, cell by cell. */
const words = new Map([
  ["Anbringelse", image],
  ["  ANBRINGELSE ", `  ${image.toUpperCase()} `],
  ["Specialskole", proto],
  ["Familierådgivning", entity],
  ["Tidlig Støtte", script],
  ["Familie og Børn", formula],
  ["Skole", image],
  ["Staten", proto],
  ["Fjordby", "@Fjordby"],
  ["Nordby", proto],
  ["Dreng", formula],
  ["Pige", image],
  ["Ja", "constructor"],
  ["Nej", "__defineGetter__"],
  ["grundskole", proto],
  ["faglig", "+1"],
  ["gymnasial", "-1"],
  ["videregående", script],
  ["A", spread],
  ["B", "-1"],
  ["C", "+1"],
  ["5.28.20 Opholdssteder mv.", formula],
  ["5.28.21 Forebyggende foranstaltninger", "constructor"],
  ["3.22.08 Kommunale specialskoler", image],
  ["Refusion, særligt dyre enkeltsager", spread],
  ["Mors uddannelse", proto],
  ["H5001", proto],
]);

/** Another identifier for some people; each keeps its number, so that it can be looked for. */
function attack(id: string): string {
  const k = Number(/^B(\d{5})$/.exec(id)?.[1]);
  if (!(k < 90000)) return id;
  if (k % 5 === 0) return `<script>alert("${id}")</script>`;
  if (k % 5 === 1) return `=${id}+1`;
  if (k % 5 === 2) return `"${id}";\n${id}`;
  return k % 100 === 3 ? `__proto__${id}` : id;
}

export interface HostileStudy {
  readonly study: Study;
  readonly sources: ReadonlyMap<string, Source>;
  /** Every identifier of a person, as the files have it. */
  readonly ids: readonly string[];
}

/** The sample study on a smaller world in which whatever a user can write is an attack: headers, identifiers, levels, labels, names. */
export function hostileStudy(): HostileStudy {
  const world = makeWorld(4711, { children: 1500, startersPerWave: 32, truthPaths: 2 });
  const sources = new Map<string, Source>();
  const ids: string[] = [];
  for (const { name, bytes } of worldFiles(world)) {
    const rows = csvRows(new TextDecoder("windows-1252").decode(bytes), ";");
    const own = rows[0][0] === "BorgerID";
    const changed = rows.map((row, r) =>
      row.map((cell, c) => (own && c === 0 && r > 0 ? attack(cell) : (words.get(cell) ?? cell))),
    );
    if (name === "people.csv") ids.push(...changed.slice(1).map((row) => row[0].trim()));
    if (name === "services.csv") changed.push([`=B99998+1`, image, "01-01-2020", "", formula, "@Fjordby"]);
    if (name === "absence.csv") changed[0] = changed[0].map((header, c) => (c === 0 ? proto : `${proto}${header}`));
    const file = fileNames.get(name) ?? name;
    sources.set(file, bytesSource(file, new TextEncoder().encode(csvText(changed, ";"))));
  }
  return { study: hostileOptions(), sources, ids };
}

const fileNames = new Map([
  ["claim.csv", proto],
  ["absence.csv", "=absence<b>.csv"],
  ["prices.csv", "constructor"],
]);

function hostileOptions(): Study {
  const text = readFileSync(new URL("../../data-samples/early-support/study.yaml", import.meta.url), "utf8");
  const study = structuredClone(read(text)) as ReturnType<typeof read> & Record<string, never>;
  const { cohort, matching, effects, savings } = study as unknown as Loose;
  Object.assign(study, { title: { en: script, da: image }, municipality: { en: formula, da: image }, programme: script });
  cohort.home = "@Fjordby";
  cohort.programmeService = script;
  cohort.people.school = image;
  const [sex, singleParent, education] = ["sex", "singleParent", "motherEducation"].map((name) => cohort.people.covariates[name]);
  const { siblings, notifications, age } = cohort.people.covariates;
  cohort.people.covariates = {
    constructor: { ...sex, label: script },
    toString: singleParent,
    valueOf: proto,
    siblings: { ...siblings, label: formula },
    notifications,
    age,
  };
  if (education.column !== "Mors uddannelse") throw new Error("the sample's study has changed");
  cohort.measures = {
    hasOwnProperty: {
      ...cohort.measures.absence,
      file: fileNames.get("absence.csv"),
      person: proto,
      columns: `${proto}{year}-K{quarter}`,
    },
  };
  cohort.outcomes = {
    constructor: { service: image, label: { en: formula, da: image } },
    toString: { service: proto, label: { en: proto, da: "-1" } },
    valueOf: { service: entity, label: entity },
    hasOwnProperty: { measure: "hasOwnProperty", label: script },
  };
  matching.history.outcomes = Object.keys(cohort.outcomes);
  for (const name of Object.keys(effects.estimators)) effects.estimators[name].outcomes = ["constructor", "toString"];
  savings.claim.file = proto;
  savings.prices.file = "constructor";
  savings.discount = { rate: 0.035, baseYear: 2021, source: script };
  savings.payers = { [image]: { kind: "state" } };
  savings.budget.chart = "own";
  savings.subgroups = ["constructor"];
  savings.draws = 2000;
  return read(JSON.stringify(study));
}

// biome-ignore lint/suspicious/noExplicitAny: options are changed before they are checked again
type Loose = Record<string, any>;

function read(text: string): Study {
  const { study, problems } = parseStudy(text, "study.yaml");
  if (!study) throw new Error(problems.map((p) => problemText(p, allMessages)).join("\n"));
  return study;
}
