import { NO_DAY } from "@kontrafakt/base";
import { maskIdentifier } from "../disclosure/mask-identifier.js";
import { tableAccount } from "../ledger/table-account.js";
import { type Draw, moneyOf } from "../options/outcome-draws.js";
import { blockShape, type ServicesBlock } from "../options/services-options.js";
import { homeLevels } from "../population/home-levels.js";
import type { People } from "../population/read-people.js";
import { type Reading, readInto } from "../table/reading.js";
import type { CategoryColumn, NumberColumn } from "../table/table.js";
import { blockColumns } from "./block-columns.js";
import { isWeekHeader, rawSpells } from "./block-rows.js";
import type { BlockSpells } from "./block-spells.js";
import type { NamedKinds } from "./named-kinds.js";
import { pick } from "./pick.js";
import { unmetHeader } from "./row-filter.js";
import { type Groups, rowGroups } from "./row-groups.js";
import { takeReversals } from "./take-reversals.js";
import { weeklyFaults } from "./weekly-faults.js";

/** Reads one file of services: closes open spells, lists what cannot be used, notes what was mended. Rows used are counted later. */
export async function readBlock(
  place: number,
  block: ServicesBlock,
  draws: readonly Draw[],
  kinds: NamedKinds,
  groups: Groups,
  people: People,
  reading: Reading,
): Promise<BlockSpells> {
  const { study, window, ledger } = reading;
  const shape = blockShape(block);
  const table = await readInto(reading, block, {
    columns: blockColumns(block, place, draws),
    purpose: block.name ?? "services",
    ...(shape === "weeks"
      ? { wide: { matches: isWeekHeader(block), description: block.weeks as string, type: "category" as const } }
      : {}),
  });
  const account = tableAccount(ledger, table);
  const raw = rawSpells(block, table, window);
  const person = table.columns.get("person") as CategoryColumn;
  const payer = table.columns.get("payer") as CategoryColumn | undefined;
  const isHome = payer && homeLevels(payer.levels, study.home as string, table.file, block.payer as string);
  const unitOf = Int32Array.from(person.levels, (id) => people.unitOf.get(id) ?? -1);
  const kindOf = Int32Array.from(raw.levels, (level) => kinds.find(level));
  const respelled = Uint8Array.from(raw.levels, (level, l) => (kindOf[l] >= 0 && kinds.names[kindOf[l]] !== level ? 1 : 0));
  const unmet = unmetHeader(block.keep ?? {}, table);
  const counted = rowGroups(place, block, table, draws, (k) => kindOf[raw.service[k]], kinds.names, groups, raw.rowOf);
  const isTold = (kind: number) => shape !== "years" && (kind === kinds.programme || kinds.tracked[kind] === 1);
  const price = (table.columns.get("price") as NumberColumn | undefined)?.values;
  const amount = (table.columns.get("amount") as NumberColumn | undefined)?.values;
  const isNegative = (i: number) => (price !== undefined && price[i] < 0) || (amount !== undefined && amount[i] < 0);
  const isElsewhere = (i: number) => payer !== undefined && payer.values[i] >= 0 && isHome?.[payer.values[i]] === 0;
  const money = [
    ...new Set(draws.map((d) => (d.count === "amount" && d.blocks.includes(place) ? moneyOf(block, d.amountFrom) : undefined))),
  ];
  const [needsAmount, needsPrice] = [money.includes("amount"), money.includes("price")];
  const header = {
    from: block.from ?? block.on ?? block.year ?? block.weeks,
    to: block.to ?? block.on ?? block.year ?? block.weeks,
  };

  // A row of weekly codes holds many spells: it is listed for its person only, and what one spell has to say is noted.
  const weekly = shape === "weeks";
  const say = weekly ? account.note : account.list;
  const rowFault = weekly ? weeklyFaults(table, unitOf, unmet, block, account) : undefined;
  const to = raw.to.slice();
  const open = new Uint8Array(raw.count);
  const full = new Int32Array(raw.count);
  const kept = new Int32Array(raw.count);
  const elsewhere: number[] = [];
  const negatives: number[] = [];
  let n = 0;
  for (let k = 0; k < raw.count; k++) {
    const i = raw.rowOf(k);
    if (rowFault?.[i] === 1) continue;
    const unit = unitOf[person.values[i]];
    const kind = kindOf[raw.service[k]];
    const born = unit < 0 ? 0 : people.born[unit];
    const from = raw.from[k];
    const isOpen = to[k] === NO_DAY;
    const left = weekly ? undefined : unmet(i);
    if (left !== undefined) account.list(i, "cohort/left-by-keep", left);
    else if (unit < 0) account.list(i, "cohort/unknown-person", block.person, maskIdentifier(person.levels[person.values[i]]));
    else if (kind < 0) {
      if (!weekly) account.list(i, "cohort/service-not-in-study", block.service, raw.levels[raw.service[k]]);
    } else if (from === NO_DAY) account.list(i, "cohort/no-such-year", block.year);
    else if (counted.groupOf(k) < 0 && !isTold(kind)) {
      if (!weekly) account.list(i, "cohort/row-not-counted", block.service, raw.levels[raw.service[k]]);
    } else if (from > window.extract) say(i, "cohort/begins-after-extract", header.from);
    else if (!isOpen && to[k] < from) account.list(i, "cohort/ends-before-start", header.to);
    else if (!isOpen && to[k] < born) say(i, "cohort/ends-before-birth", header.to);
    else if (isNegative(i)) {
      full[k] = isOpen ? window.extract : to[k];
      open[k] = isOpen || to[k] > window.extract ? 1 : 0;
      negatives.push(k);
    } else {
      const late = to[k] > window.extract;
      full[k] = isOpen || (shape === "years" && block.basis !== "decided" && late) ? window.extract : to[k];
      if (isOpen || late || to[k] >= raw.knownTo) open[k] = 1;
      if (isOpen || late) to[k] = window.extract;
      if (isElsewhere(i)) {
        account.list(i, "cohort/paid-elsewhere", block.payer);
        if (counted.groupOf(k) >= 0 && shape !== "years") elsewhere.push(k);
        continue;
      }
      if (isOpen) account.note(i, "cohort/open-ended", header.to);
      if (late && shape === "spells") account.note(i, "cohort/ends-after-extract", header.to);
      if (from < born && shape !== "years") account.note(i, "cohort/begins-before-birth", header.from);
      if (respelled[raw.service[k]] === 1)
        account.note(i, "cohort/service-respelled", block.service ?? block.weeks, raw.levels[raw.service[k]]);
      const lacksAmount = needsAmount && Number.isNaN(amount?.[i]);
      const lacksPrice = needsPrice && Number.isNaN(price?.[i]);
      if ((lacksAmount || lacksPrice) && counted.creditOf(k) >= 0) {
        if (lacksAmount) account.note(i, "cohort/amount-missing", block.amount);
        if (lacksPrice) account.note(i, "cohort/amount-missing", block.price);
      }
      kept[n++] = k;
    }
  }
  const settled = takeReversals({
    block,
    account,
    bookings: kept.subarray(0, n),
    negatives: Int32Array.from(negatives),
    keys: [
      (k) => unitOf[person.values[raw.rowOf(k)]],
      (k) => kindOf[raw.service[k]],
      (k) => raw.from[k],
      (k) => raw.to[k],
      (k) => payer?.values[raw.rowOf(k)] ?? -1,
    ],
    rowOf: raw.rowOf,
    price,
    amount,
    isCounted: (k) => !isElsewhere(raw.rowOf(k)) && counted.creditOf(k) >= 0,
    isMoney: money.some((source) => source !== undefined),
  });
  const { rows, credits, reversed } = settled;
  for (const k of credits) to[k] = to[k] === NO_DAY || to[k] > window.extract ? window.extract : to[k];
  const isCredit = new Set(credits);
  const row = rows.map(raw.rowOf);
  const at = (values: Float64Array | undefined) => {
    const picked = values && pick(values, row);
    if (picked !== undefined && reversed.size > 0) for (let n = 0; n < rows.length; n++) if (reversed.has(rows[n])) picked[n] = 0;
    return picked;
  };
  const present = new Uint8Array(kinds.names.length);
  for (const kind of kindOf) if (kind >= 0) present[kind] = 1;
  const lost = Int32Array.from(elsewhere);
  const units = (ks: Int32Array) => ks.map((k) => unitOf[person.values[raw.rowOf(k)]]);
  return {
    place,
    block,
    table,
    account,
    row,
    unit: units(rows),
    kind: rows.map((k) => kindOf[raw.service[k]]),
    group: rows.map((k) => (isCredit.size > 0 && isCredit.has(k) ? counted.creditOf(k) : counted.groupOf(k))),
    from: pick(raw.from, rows),
    to: pick(to, rows),
    full: pick(full, rows),
    open: pick(open, rows),
    payer: payer ? pick(payer.values, row) : new Int32Array(row.length).fill(-1),
    isHome,
    price: at(price),
    amount: at(amount),
    elsewhere: { unit: units(lost), from: lost.map((k) => raw.from[k]), to: lost.map((k) => to[k]) },
    present,
    left: rowFault,
  };
}
