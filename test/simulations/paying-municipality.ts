import { dayOf, firstDayOfPeriod, periodOfDay } from "@kontrafakt/base";
import { observe, placedStretches, programmeCourses, type Stretches, spellsToPeriods } from "@kontrafakt/cohort";
import { ln, type Stream, stream } from "@kontrafakt/numerics";

/** What each replication holds, in this order: seed, true effect, then the estimate under each rule. Days a child and quarter. */
export const COLUMNS = ["seed", "truth", "payer", "placements", "residence"] as const;
export type Row = readonly number[];

/**
 * A municipality of 1,500 children over 24 quarters, 500 of whom get a programme from quarter 13 on that halves the chance of
 * being placed. Placements last 400 days on average; in six of ten the child's address leaves the municipality on the fifth day and
 * comes back when the placement ends, while the municipality goes on paying. One child in fifty moves away for good in a year, placed
 * or not, and is then another's to pay for.
 */
const CHILDREN = 1500;
const STARTERS = 500;
const QUARTERS = 24;
const BEFORE = 12;
const RISK = 0.012;
const HALVED = 0.5;
const MEAN_DAYS = 400;
const ADDRESS_LEAVES = 0.6;
const MOVES_AWAY = 0.02 / 4;

const first = periodOfDay(dayOf(2018, 1, 1), "quarter");
const starts = Int32Array.from({ length: QUARTERS + 1 }, (_, t) => firstDayOfPeriod(first + t, "quarter"));
const end = starts[QUARTERS] - 1;

interface Spell {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly leaves: boolean;
}

/** Makes a municipality and estimates the effect on placement days under each rule of who is under observation. */
export async function replicate(seed: number): Promise<Row> {
  const draw = stream(seed, "test/paying-municipality", 0);
  const away = Int32Array.from({ length: CHILDREN }, () => {
    for (let t = 1; t < QUARTERS; t++) if (draw.uniform() < MOVES_AWAY) return starts[t];
    return end + 1;
  });
  const placed: Spell[] = [];
  const without: Spell[] = [];
  for (let unit = 0; unit < CHILDREN; unit++) {
    const frailty = -ln(draw.uniform());
    const drawn = Array.from({ length: QUARTERS }, () => placement(draw));
    placed.push(...placements(unit, frailty, drawn, unit < STARTERS));
    without.push(...placements(unit, frailty, drawn, false));
  }
  const days = await daysOf(placed);
  const counterfactual = await daysOf(without);

  const stays = staysOf(placed, away);
  const paid = stretches(placed.map((s) => ({ ...s, home: s.from < away[s.unit] ? 1 : 0 })));
  const eligible = { eligibleFrom: new Int32Array(CHILDREN).fill(starts[0]), eligibleTo: new Int32Array(CHILDREN).fill(end) };
  const seen = (rule: { placed?: Stretches; paid?: Stretches }) =>
    observe({ units: CHILDREN, starts, ...eligible, stays, paid: rule.paid, placed: rule.placed, share: 0.5 });
  const byPayer = seen({ paid });
  let truth = 0;
  let cells = 0;
  for (let i = 0; i < STARTERS; i++) {
    for (let t = BEFORE; t < QUARTERS; t++) {
      if (byPayer[i * QUARTERS + t] === 0) continue;
      truth += days[i * QUARTERS + t] - counterfactual[i * QUARTERS + t];
      cells++;
    }
  }
  const estimates = [byPayer, seen({ placed: placedStretches(programmeCourses(paid, CHILDREN, 0), stays) }), seen({})].map(
    (observed) => differenceInDifferences(days, observed),
  );
  return [seed, truth / cells, ...estimates];
}

interface Drawn {
  readonly chance: number;
  readonly day: number;
  readonly length: number;
  readonly leaves: boolean;
}

function placement(draw: Stream): Drawn {
  const [chance, day, length] = [draw.uniform(), draw.uniform(), -ln(draw.uniform())];
  return { chance, day, length: Math.ceil(MEAN_DAYS * length), leaves: draw.uniform() < ADDRESS_LEAVES };
}

/** The placements of one child: the same draws with and without the programme, so that they differ by its effect alone. */
function placements(unit: number, frailty: number, drawn: readonly Drawn[], isTreated: boolean): Spell[] {
  const spells: Spell[] = [];
  let until = -1;
  drawn.forEach(({ chance, day, length, leaves }, t) => {
    const risk = RISK * frailty * (isTreated && t >= BEFORE ? HALVED : 1);
    const from = starts[t] + Math.floor(day * (starts[t + 1] - starts[t]));
    if (from <= until || chance >= risk) return;
    until = Math.min(end, from + length - 1);
    spells.push({ unit, from, to: until, leaves: leaves && length > 30 });
  });
  return spells;
}

async function daysOf(spells: readonly Spell[]): Promise<Float64Array> {
  const { unit, from, to } = stretches(spells.map((s) => ({ ...s, home: 1 })));
  const columns = { unit, from, to, group: new Int32Array(spells.length) };
  const [days] = await spellsToPeriods(columns, CHILDREN, starts, [{ count: "days", take: Uint8Array.of(1) }]);
  return days;
}

/** Where the register says that children live. */
function staysOf(spells: readonly Spell[], away: Int32Array): Stretches {
  const rows = Array.from(away, (day, unit) => ({ unit, home: 1, from: starts[0] - 3650, to: day - 1 }));
  for (const { unit, from, to, leaves } of spells) {
    if (leaves && from + 4 < away[unit]) rows.push({ unit, home: 0, from: from + 4, to: Math.min(to, away[unit] - 1) });
  }
  return stretches(rows);
}

function stretches(rows: readonly { unit: number; home: number; from: number; to: number }[]): Stretches {
  return {
    unit: Int32Array.from(rows, (r) => r.unit),
    home: Uint8Array.from(rows, (r) => r.home),
    from: Int32Array.from(rows, (r) => r.from),
    to: Int32Array.from(rows, (r) => r.to),
  };
}

/** Change of the mean over observed child-quarters among those who got the programme, less that among the others. */
function differenceInDifferences(days: Float64Array, observed: Uint8Array): number {
  const mean = (units: readonly [number, number], periods: readonly [number, number]) => {
    let sum = 0;
    let n = 0;
    for (let i = units[0]; i < units[1]; i++) {
      for (let t = periods[0]; t < periods[1]; t++) {
        if (observed[i * QUARTERS + t] === 0) continue;
        sum += days[i * QUARTERS + t];
        n++;
      }
    }
    return sum / n;
  };
  const [starters, others] = [
    [0, STARTERS],
    [STARTERS, CHILDREN],
  ] as const;
  const [before, after] = [
    [0, BEFORE],
    [BEFORE, QUARTERS],
  ] as const;
  return mean(starters, after) - mean(starters, before) - (mean(others, after) - mean(others, before));
}

export interface Summary {
  readonly truth: number;
  /** By rule: mean estimate, its Monte-Carlo standard error, bias, and bias as a share of the true effect. */
  readonly rules: Readonly<Record<string, { mean: number; error: number; bias: number; share: number }>>;
}

export function summarise(rows: readonly Row[]): Summary {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const truth = mean(rows.map((row) => row[1]));
  const rules = COLUMNS.slice(2).map((name, k) => {
    const differences = rows.map((row) => row[k + 2] - row[1]);
    const bias = mean(differences);
    const error = Math.sqrt(mean(differences.map((d) => (d - bias) * (d - bias))) / (rows.length - 1));
    return [name, { mean: truth + bias, error, bias, share: bias / truth }] as const;
  });
  return { truth, rules: Object.fromEntries(rules) };
}
