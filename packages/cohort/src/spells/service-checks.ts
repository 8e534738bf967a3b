import { fail, isoFromDay, NO_DAY, problem } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Draw } from "../options/outcome-draws.js";
import { blockShape } from "../options/services-options.js";
import type { Reading } from "../table/reading.js";
import { looseText } from "../text/loose-text.js";
import type { BlockSpells } from "./block-spells.js";
import { massDates } from "./mass-dates.js";

/** A service that an outcome counts and no row has is most likely misspelt. */
export function warnOfAbsent(
  read: readonly BlockSpells[],
  draws: readonly Draw[],
  find: (text: string) => number,
  reading: Reading,
): void {
  for (const draw of draws) {
    const blocks = read.filter(({ place }) => draw.blocks.includes(place));
    if (blocks.length === 0) continue;
    const { table, block } = blocks[0];
    const where = { file: table.file, column: block.service ?? block.weeks };
    for (const name of new Map(draw.services.map((s) => [looseText(s), s])).values()) {
      if (blocks.some(({ present }) => present[find(name)] === 1)) continue;
      reading.problems.push(problem("cohort/service-absent", "warning", where, { service: name, outcome: draw.name }));
    }
  }
}

/** An outcome of which the files have the services, but no row that counts, would be 0 for everyone. */
export function warnOfNothing(
  blocks: readonly BlockSpells[],
  draws: readonly Draw[],
  takes: readonly Uint8Array[],
  find: (text: string) => number,
  { problems }: Reading,
): void {
  draws.forEach((draw, d) => {
    const own = blocks.filter(({ place }) => draw.blocks.includes(place));
    if (!own.some(({ present }) => draw.services.some((service) => present[find(service)] === 1))) return;
    if (own.some(({ group }) => group.some((g) => g >= 0 && takes[g][d] !== 0))) return;
    const option = draw.scheme ? `cohort.refunds.${draw.name}` : `cohort.outcomes.${draw.name}`;
    problems.push(problem("cohort/nothing-counted", "warning", { option }, { outcome: draw.name }));
  });
}

/** Spells that a system's migration cut or began: one warning a date. */
export function warnOfMassDates({ block, table, from, full, open, group }: BlockSpells, { problems }: Reading): void {
  const shape = blockShape(block);
  if (shape === "years" || shape === "weeks") return;
  const warn = (code: string, days: Int32Array, column: string | undefined) => {
    for (const { day, count, share } of massDates(days, block.massShare)) {
      const params = { date: isoFromDay(day), count, percent: Math.round(100 * share) };
      problems.push(problem(code, "warning", { file: table.file, column }, params));
    }
  };
  const counted = (days: Int32Array, left: (k: number) => boolean) =>
    days.map((day, k) => (group[k] < 0 || left(k) ? NO_DAY : day));
  warn(
    "cohort/mass-starts",
    counted(from, () => false),
    block.from ?? block.on,
  );
  if (shape === "spells")
    warn(
      "cohort/mass-ends",
      counted(full, (k) => open[k] === 1),
      block.to,
    );
}

/** What was decided, carried out and invoiced are three different things: an outcome counts one of them. */
export function refuseMixedBases(blocks: readonly BlockSpells[], draws: readonly Draw[], takes: readonly Uint8Array[]): void {
  draws.forEach((draw, d) => {
    const found = blocks.filter(
      ({ block, group }) => block.basis !== undefined && group.some((g) => g >= 0 && takes[g][d] !== 0),
    );
    const bases = [...new Set(found.map(({ block }) => block.basis as string))];
    if (bases.length < 2) return;
    const option = draw.scheme ? `cohort.refunds.${draw.name}` : `cohort.outcomes.${draw.name}`;
    fail("cohort/basis-mixed", { option }, { outcome: draw.name, bases: bases.join(", ") }, messages);
  });
}
