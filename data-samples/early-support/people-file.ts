import { QUARTERS } from "./calendar.js";
import { danishDate } from "./csv.js";
import { type Line, planted, spoil } from "./faults.js";
import { EDUCATIONS, SCHOOLS } from "./people.js";
import type { World } from "./world.js";
import { personId } from "./world-panel.js";

export const PEOPLE_HEADER = [
  "BorgerID",
  "Fødselsdato",
  "Køn",
  "Husstand",
  "Skole",
  "Enlig forsørger",
  "Mors uddannelse",
  "Antal søskende",
  "Underretninger før 2017",
  "Henvist",
  "Indsats start",
];

/** The child whose identifier is markup: in all files, as ordinary as any other. */
export const MARKUP_ID = "<script>alert(1)</script>";

/** people.csv, its faults planted among the children. */
export function peopleLines(world: World): Line[] {
  const { people, referrals } = world;
  const lines: Line[] = Array.from({ length: people.n }, (_, i) => ({
    cells: [
      personId(i),
      danishDate(people.born[i]),
      people.boy[i] === 1 ? "Dreng" : "Pige",
      `H${5001 + people.household[i]}`,
      SCHOOLS[people.school[i]],
      people.singleParent[i] === 1 ? "Ja" : "Nej",
      EDUCATIONS[people.education[i]],
      String(people.siblings[i]),
      String(people.notifications[i]),
      ...(referrals.startQuarter[i] < 0 ? ["", ""] : [danishDate(referrals.referralDay[i]), danishDate(referrals.startDay[i])]),
    ],
  }));
  const never = lines.findIndex(
    (line, i) => i > 40 && line.cells[9] === "" && !world.observed.subarray(i * QUARTERS, (i + 1) * QUARTERS).includes(0),
  );
  spoil(lines[never], 4, "=cmd|' /C calc'!A0", "formula in a label", "used", "Skole");
  const extra = (id: string, born: string, referral = "", start = ""): string[] => [
    id,
    born,
    "Pige",
    `H9${id === MARKUP_ID ? "0000" : id.slice(2)}`,
    "Fjordskolen",
    "Nej",
    "faglig",
    "1",
    "0",
    referral,
    start,
  ];
  const insert = (at: number, line: Line) => lines.splice(Math.min(at, lines.length), 0, line);
  insert(2600, planted(extra("B90007", "03-05-1997"), "never of eligible age", "listed", "Fødselsdato"));
  insert(
    2200,
    planted(extra("B90006", "17-09-2010", "02-02-2016", "11-04-2016"), "start before the window", "listed", "Indsats start"),
  );
  insert(
    1800,
    planted(extra("B90005", "21-01-2011", "14-06-2021", "02-03-2021"), "start before referral", "listed", "Indsats start"),
  );
  insert(1300, planted(extra("B90004", "12-08-2031"), "birth date in the future", "listed", "Fødselsdato"));
  insert(900, planted(extra("B90003", ""), "birth date missing", "listed", "Fødselsdato"));
  insert(500, planted(extra(MARKUP_ID, "09-10-2012"), "markup in an identifier", "used", "BorgerID"));
  insert(120, planted([...lines[60].cells], "duplicate person", "listed", "BorgerID"));
  return lines;
}
