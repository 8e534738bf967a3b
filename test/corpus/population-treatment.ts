import type { CorpusCase } from "./case.js";
import { absence, cohort, file, people, residence, services, stays } from "./population-given.js";

export const cases: readonly CorpusCase[] = [
  {
    kind: "cohort",
    name: "no payer column: a declared placement keeps the child the municipality's",
    why: "a placed child's address leaves the municipality that pays",
    files: {
      "people.csv": people("a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;"),
      "services.csv": services(
        "a;Anbringelse;01-04-2019;30-06-2019",
        "a;Anbringelse;01-07-2019;30-09-2019",
        "b;Anbringelse;01-04-2019;30-09-2019",
      ),
      "residence.csv": stays(
        "a;01-01-2010;05-04-2019;Fjordby",
        "a;06-04-2019;;Nordby",
        "b;01-01-2010;01-02-2019;Fjordby",
        "b;02-02-2019;;Nordby",
        "c;01-01-2010;;Fjordby",
      ),
    },
    cohort: cohort({ residence: { ...residence, placements: ["Anbringelse"] } }),
    yields: {
      observed: [
        [1, 1, 1, 0],
        [1, 1, 1, 1],
      ],
      measures: {
        placement: [
          [0, 91, 92, null],
          [0, 0, 0, 0],
        ],
      },
      listed: [["people.csv", 3, "cohort/never-observed"]],
      noted: [["residence.csv", 3, "cohort/move-near-placement", "Fra"]],
      problems: ["cohort/moves-near-placements"],
    },
  },
  {
    kind: "cohort",
    name: "how near a placement a move must be to be told is as the study says",
    why: "an address is changed some days after the child has moved",
    files: {
      "people.csv": people("a;01-01-2010;", "b;01-01-2010;"),
      "services.csv": services("a;Anbringelse;01-04-2019;30-09-2019", "b;Anbringelse;01-04-2019;30-09-2019"),
      "residence.csv": stays(
        "a;01-01-2010;05-04-2019;Fjordby",
        "a;06-04-2019;;Nordby",
        "b;01-01-2010;06-04-2019;Fjordby",
        "b;07-04-2019;;Nordby",
      ),
    },
    cohort: cohort({ residence: { ...residence, placements: ["Anbringelse"], nearPlacement: 5 } }),
    yields: {
      noted: [["residence.csv", 3, "cohort/move-near-placement", "Fra"]],
      problems: ["cohort/moves-near-placements"],
    },
  },
  {
    kind: "cohort",
    name: "lived abroad, and not in the register at all",
    why: "the address register has gaps; who is not in it is unknown, not without services",
    files: {
      "people.csv": people("a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;"),
      "services.csv": services("b;Anbringelse;01-01-2019;02-01-2019", "c;Anbringelse;01-01-2019;02-01-2019"),
      "residence.csv": stays("a;01-01-2010;31-03-2019;Fjordby", "a;01-10-2019;;Fjordby", "c;01-01-2010;;Fjordby"),
    },
    cohort: cohort({ residence }),
    yields: {
      observed: [
        [1, 0, 0, 1],
        [1, 1, 1, 1],
      ],
      measures: {
        placement: [
          [0, null, null, 0],
          [2, 0, 0, 0],
        ],
      },
      listed: [["people.csv", 3, "cohort/without-residence"]],
      noted: [
        ["people.csv", 3, "cohort/without-rows"],
        ["residence.csv", 3, "cohort/residence-gap", "Fra"],
      ],
      problems: ["cohort/person-without-rows"],
    },
  },
  {
    kind: "cohort",
    name: "ids of another system through a key file",
    why: "the school's pupil numbers are not the case system's",
    files: {
      "people.csv": people("a;01-01-2010;", "b;01-01-2010;", "c;01-01-2010;"),
      "services.csv": services("a;Anbringelse;01-01-2019;02-01-2019"),
      "keys.csv": file("Elevnr;Borger", "77;a", "78;b", "79;b", "80;b", "80;c", "81;zz"),
      "absence.csv": file("Elev;2019-K1;2019-K2;2019-K3;2019-K4", "77;1;1;1;1", "78;2;2;2;2", "80;3;3;3;3", "a;4;4;4;4"),
    },
    cohort: cohort({
      link: { school: { file: "keys.csv", from: "Elevnr", to: "Borger" } },
      measures: { absence: { ...absence, ids: "school" } },
      outcomes: { placement: { service: "Anbringelse" }, absence: { measure: "absence" } },
    }),
    yields: {
      measures: {
        absence: [
          [1, 1, 1, 1],
          [2, 2, 2, 2],
          [null, null, null, null],
        ],
      },
      listed: [
        ["keys.csv", 5, "cohort/key-of-several", "Elevnr"],
        ["keys.csv", 6, "cohort/key-of-several", "Elevnr"],
        ["absence.csv", 4, "cohort/unknown-person"],
        ["absence.csv", 5, "cohort/unknown-person"],
      ],
      noted: [
        ["keys.csv", 3, "cohort/several-keys", "Borger"],
        ["keys.csv", 4, "cohort/several-keys", "Borger"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "ids written in another way: told, and matched when asked",
    why: "one system prints a hyphen, another drops leading zeros",
    files: {
      "people.csv": people("0101-10;01-01-2010;", "0202-10;01-01-2010;", "0303-10;01-01-2010;"),
      "services.csv": services("010110;Anbringelse;01-01-2019;02-01-2019", "20210;Anbringelse;01-01-2019;03-01-2019"),
    },
    cohort: cohort({ matchIds: ["punctuation", "zeros"] }),
    yields: {
      measures: {
        placement: [
          [2, 0, 0, 0],
          [3, 0, 0, 0],
          [0, 0, 0, 0],
        ],
      },
    },
  },
  {
    kind: "cohort",
    name: "ids written in another way: the study is told what would help",
    why: "nothing matches, and nobody sees why",
    files: {
      "people.csv": people("0101-10;01-01-2010;", "0202-10;01-01-2010;", "0303-10;01-01-2010;"),
      "services.csv": services("010110;Anbringelse;01-01-2019;02-01-2019", "020210;Anbringelse;01-01-2019;03-01-2019"),
    },
    cohort: cohort(),
    yields: {
      people: 3,
      listed: [
        ["services.csv", 2, "cohort/unknown-person"],
        ["services.csv", 3, "cohort/unknown-person"],
      ],
      problems: ["cohort/ids-written-otherwise"],
    },
  },
  {
    kind: "cohort",
    name: "classes that change over time, from a file of their own",
    why: "children change class; classmates of a starter are no comparison",
    files: {
      "people.csv": people("a;01-01-2010;01-05-2019", "b;01-01-2010;", "c;01-01-2010;", "d;01-01-2010;"),
      "services.csv": services("b;Anbringelse;01-01-2019;02-01-2019"),
      "classes.csv": file(
        "Id;Klasse;Fra;Til",
        "a;1A;01-08-2018;30-06-2019",
        "b;1A;01-08-2018;30-06-2019",
        "b;1B;01-06-2019;",
        "c;1B;01-08-2018;",
        "z;1B;01-08-2018;",
        "c;1C;01-08-2020;",
        "c;1C;01-08-2018;01-07-2018",
      ),
    },
    cohort: cohort({
      clusterings: { class: { file: "classes.csv", person: "Id", cluster: "Klasse", from: "Fra", to: "Til" } },
    }),
    yields: {
      people: 4,
      listed: [
        ["classes.csv", 6, "cohort/unknown-person"],
        ["classes.csv", 7, "cohort/begins-after-extract"],
        ["classes.csv", 8, "cohort/ends-before-start"],
      ],
      noted: [
        ["people.csv", 5, "cohort/without-rows"],
        ["classes.csv", 4, "cohort/cluster-overlap", "Fra"],
      ],
      problems: ["cohort/person-without-rows", "cohort/cluster-unknown"],
    },
  },
  {
    kind: "cohort",
    name: "the start is to come from a service that the study does not name",
    why: "startFrom is set and programmeService forgotten",
    files: { "people.csv": people("a;01-01-2010;"), "services.csv": services() },
    cohort: cohort({ treatment: { startFrom: "service" }, programmeService: undefined }),
    yields: { refused: { code: "cohort/programme-service-needed", option: "cohort.programmeService" } },
  },
  {
    kind: "cohort",
    name: "another programme that an outcome counts cannot select people",
    why: "leaving out whoever was placed leaves out the outcome",
    files: { "people.csv": people("a;01-01-2010;"), "services.csv": services() },
    cohort: cohort({ treatment: { otherProgrammes: { placed: { services: ["Anbringelse"], policy: "censor" } } } }),
    yields: { refused: { code: "cohort/other-is-outcome", option: "cohort.treatment.otherProgrammes.placed.policy" } },
  },
  {
    kind: "cohort",
    name: "the programme's service is not in the services file",
    why: "the name of the service was changed",
    files: { "people.csv": people("a;01-01-2010;"), "services.csv": services("a;Anbringelse;01-01-2019;02-01-2019") },
    cohort: cohort({ treatment: { startFrom: "service" } }, { start: undefined }),
    yields: { people: 1, firstTreated: ["never"], problems: ["cohort/no-starts-in-services"] },
  },
  {
    kind: "cohort",
    name: "the programme's service begins before the start date",
    why: "a first talk is booked as the service itself",
    files: { "people.csv": people("a;01-01-2010;01-05-2019"), "services.csv": services("a;Støtte;01-02-2019;30-09-2019") },
    cohort: cohort(),
    yields: { people: 1, firstTreated: [1], noted: [["people.csv", 2, "cohort/programme-before-start", "Start"]] },
  },
  {
    kind: "cohort",
    name: "nobody of the eligible ages",
    why: "the wrong population was drawn",
    files: { "people.csv": people("a;01-01-1980;", "b;01-01-1981;"), "services.csv": services() },
    cohort: cohort(),
    yields: { refused: { code: "cohort/nobody-left", file: "people.csv" } },
  },
  {
    kind: "cohort",
    name: "the study's home is spelt as no row spells it",
    why: "the register writes the municipality's number, the study its name",
    files: {
      "people.csv": people("a;01-01-2010;"),
      "services.csv": services("a;Anbringelse;01-01-2019;02-01-2019"),
      "residence.csv": stays("a;01-01-2010;;0861"),
    },
    cohort: cohort({ residence }),
    yields: { refused: { code: "cohort/home-not-found", file: "residence.csv", column: "Kommune" } },
  },
];
