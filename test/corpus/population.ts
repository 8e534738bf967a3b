import type { CorpusCase } from "./case.js";
import { cohort, file, people, services } from "./population-given.js";

export const cases: readonly CorpusCase[] = [
  {
    kind: "cohort",
    name: "no start column: the programme's own service tells who started",
    why: "case systems hold the programme as a service and nothing else",
    files: {
      "people.csv": file("Id;Født", "a;01-01-2010", "b;01-01-2010", "c;01-01-2010", "d;01-01-2010"),
      "services.csv": services(
        "a;Støtte;01-09-2019;31-10-2019",
        "a;Støtte;01-05-2019;30-06-2019",
        "b;støtte;01-11-2018;31-12-2018",
        "b;Støtte;01-08-2019;",
        "d;Støtte;15-01-2020;",
      ),
    },
    cohort: cohort({ treatment: { startFrom: "service" } }, { start: undefined }),
    yields: {
      people: 4,
      firstTreated: [1, "always", "never", 4],
      listed: [["people.csv", 3, "cohort/started-before-window"]],
      noted: [
        ["people.csv", 2, "cohort/started-again"],
        ["people.csv", 3, "cohort/started-again"],
        ["services.csv", 4, "cohort/service-respelled"],
        ["services.csv", 5, "cohort/open-ended"],
        ["services.csv", 6, "cohort/open-ended"],
      ],
      problems: ["cohort/several-courses", "cohort/several-ended"],
    },
  },
  {
    kind: "cohort",
    name: "a blank start date is filled from the service",
    why: "the start date came into use after the programme had begun",
    files: {
      "people.csv": people("a;01-01-2010;01-05-2019", "b;01-01-2010;", "c;01-01-2010;"),
      "services.csv": services("a;Støtte;01-08-2019;30-09-2019", "b;Støtte;01-08-2019;30-09-2019"),
    },
    cohort: cohort({ treatment: { startFrom: "either" } }),
    yields: { people: 3, firstTreated: [1, 2, "never"] },
  },
  {
    kind: "cohort",
    name: "a new course long after an old one is a start of its own",
    why: "some had the programme as a pilot years before",
    files: {
      "people.csv": people("a;01-01-2005;", "b;01-01-2005;", "c;01-01-2005;"),
      "services.csv": services(
        "a;Støtte;01-01-2015;31-12-2015",
        "a;Støtte;01-05-2019;30-06-2019",
        "b;Støtte;01-01-2015;30-11-2018",
        "b;Støtte;01-05-2019;30-06-2019",
      ),
    },
    cohort: cohort({ treatment: { startFrom: "service", startedBefore: "restart" } }),
    yields: {
      people: 3,
      firstTreated: [1, "always", "never"],
      listed: [["people.csv", 3, "cohort/started-before-window"]],
      noted: [
        ["people.csv", 2, "cohort/started-anew"],
        ["people.csv", 3, "cohort/started-again"],
      ],
      problems: ["cohort/several-restarted"],
    },
  },
  {
    kind: "cohort",
    name: "how long apart two courses are, and how long a new start takes, is as the study says",
    why: "a course is a term here, and a pilot ended five months before",
    files: {
      "people.csv": people("a;01-01-2005;", "b;01-01-2005;", "c;01-01-2005;"),
      "services.csv": services(
        "a;Støtte;01-04-2019;30-06-2019",
        "a;Støtte;10-08-2019;30-11-2019",
        "b;Støtte;01-01-2015;30-11-2018",
        "b;Støtte;01-05-2019;30-06-2019",
      ),
    },
    cohort: cohort({
      treatment: { startFrom: "service", startedBefore: "restart", courseGap: 40, restartAfter: 151, dropoutWithin: 100 },
    }),
    yields: {
      people: 3,
      firstTreated: [1, 1, "never"],
      noted: [
        ["people.csv", 3, "cohort/dropped-out"],
        ["people.csv", 3, "cohort/started-anew"],
      ],
      problems: ["cohort/several-restarted", "cohort/several-dropped-out"],
    },
  },
  {
    kind: "cohort",
    name: "starters before the window are refused where the study says so",
    why: "a contract covers new starters only",
    files: { "people.csv": people("a;01-01-2010;01-05-2018", "b;01-01-2010;"), "services.csv": services() },
    cohort: cohort({ treatment: { startedBefore: "refuse" } }),
    yields: { refused: { code: "cohort/started-before-refused", option: "cohort.treatment.startedBefore" } },
  },
  {
    kind: "cohort",
    name: "one row a course in the people file",
    why: "an export of courses rather than of people",
    files: {
      "people.csv": people("a;01-01-2010;01-08-2019", "a;01-01-2010;", "a;01-01-2010;01-05-2019", "b;01-01-2010;"),
      "services.csv": services("b;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({ treatment: { repeats: "firstStart" } }),
    yields: {
      people: 2,
      firstTreated: [1, "never"],
      listed: [
        ["people.csv", 2, "cohort/later-start", "Start"],
        ["people.csv", 3, "cohort/row-without-start"],
      ],
    },
  },
  {
    kind: "cohort",
    name: "the end is before the start, or soon after it",
    why: "end dates are typed by hand; dropouts stay in an intention to treat",
    files: {
      "people.csv": file(
        "Id;Født;Start;Slut",
        "a;01-01-2010;01-05-2019;01-04-2019",
        "b;01-01-2010;01-05-2019;20-05-2019",
        "c;01-01-2010;01-05-2019;",
        "d;01-01-2010;;",
      ),
      "services.csv": services("d;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({ treatment: { ends: "Slut", dropoutWithin: 30 } }),
    yields: {
      people: 4,
      firstTreated: [1, 1, 1, "never"],
      noted: [
        ["people.csv", 2, "cohort/end-before-start", "Slut"],
        ["people.csv", 3, "cohort/dropped-out"],
      ],
      problems: ["cohort/several-dropped-out", "cohort/several-ended"],
    },
  },
  {
    kind: "cohort",
    name: "a least length leaves out those who left, but not who they live with",
    why: "a steering group asks for those who completed",
    files: {
      "people.csv": file(
        "Id;Født;Start;Slut;Hus",
        "a;01-01-2010;01-05-2019;20-05-2019;1",
        "b;01-01-2010;01-05-2019;20-08-2019;2",
        "c;01-01-2010;;;1",
      ),
      "services.csv": services("c;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({ treatment: { ends: "Slut", minimumDays: 30 } }, { household: "Hus" }),
    yields: {
      people: 3,
      firstTreated: ["always", 1, "never"],
      listed: [["people.csv", 2, "cohort/course-too-short", "Slut"]],
      problems: ["cohort/selects-on-staying"],
    },
  },
  {
    kind: "cohort",
    name: "referred without a start counts from the referral",
    why: "intention to treat by referral",
    files: {
      "people.csv": file(
        "Id;Født;Henvist;Start",
        "a;01-01-2010;01-02-2019;01-05-2019",
        "b;01-01-2010;01-08-2019;",
        "c;01-01-2010;;",
        "d;01-01-2010;01-03-2031;",
      ),
      "services.csv": services("c;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({ treatment: { referredOnly: "treat" } }, { referral: "Henvist" }),
    yields: {
      people: 4,
      firstTreated: [0, 2, "never", "never"],
      noted: [["people.csv", 5, "cohort/referral-out-of-reach", "Henvist"]],
      problems: ["cohort/time-zero-is-referral"],
    },
  },
  {
    kind: "cohort",
    name: "referred without a start is left out",
    why: "whoever refuses the programme may be another kind of family",
    files: {
      "people.csv": file(
        "Id;Født;Henvist;Start",
        "a;01-01-2010;01-02-2019;01-05-2019",
        "b;01-01-2010;01-08-2019;",
        "c;01-01-2010;;",
      ),
      "services.csv": services("c;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({ treatment: { referredOnly: "exclude" } }, { referral: "Henvist" }),
    yields: {
      people: 2,
      firstTreated: [1, "never"],
      listed: [["people.csv", 3, "cohort/referred-never-started", "Henvist"]],
    },
  },
  {
    kind: "cohort",
    name: "another programme at once: left out, or observed until it begins",
    why: "municipalities run several programmes for the same children",
    files: {
      "people.csv": file(
        "Id;Født;Start;Andet",
        "a;01-01-2010;01-04-2019;",
        "b;01-01-2010;01-04-2019;01-10-2019",
        "c;01-01-2010;;",
        "d;01-01-2010;;",
      ),
      "services.csv": services("a;Mentor;01-02-2019;01-03-2019", "c;mentor;01-02-2019;", "c;Anbringelse;01-01-2019;02-01-2019"),
    },
    cohort: cohort({
      treatment: {
        otherProgrammes: { mentor: { services: ["Mentor"], policy: "exclude" }, other: { start: "Andet", policy: "censor" } },
      },
    }),
    yields: {
      people: 3,
      firstTreated: ["always", 1, "never"],
      observed: [
        [1, 1, 1, 1],
        [1, 1, 1, 0],
        [1, 1, 1, 1],
      ],
      listed: [
        ["people.csv", 2, "cohort/had-other-programme"],
        ["people.csv", 4, "cohort/had-other-programme"],
      ],
      problems: ["cohort/other-selects", "cohort/other-after-start"],
    },
  },
];
