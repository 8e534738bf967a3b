import type { TableAccount } from "../ledger/table-account.js";
import type { ServicesBlock } from "../options/services-options.js";
import { matchReversals } from "./match-reversals.js";

export interface ReversalInput {
  readonly block: ServicesBlock;
  readonly account: TableAccount;
  /** Usable spells, ascending. */
  readonly bookings: Int32Array;
  /** Spells with a negative price or amount, ascending. */
  readonly negatives: Int32Array;
  /** What a reversal has in common with its booking; the first is the unit. */
  readonly keys: readonly ((spell: number) => number)[];
  readonly rowOf: (spell: number) => number;
  /** By row of the table. */
  readonly price: Float64Array | undefined;
  readonly amount: Float64Array | undefined;
  /** Whether an outcome in kroner takes the spell. */
  readonly isCounted: (spell: number) => boolean;
  /** Whether any outcome counts the block's money. */
  readonly isMoney: boolean;
}

export interface Settled {
  /** Spells that stay, ascending; credits are among them. */
  readonly rows: Int32Array;
  /** Negative amounts that count as such, without days. */
  readonly credits: readonly number[];
  /** Bookings whose money is gone and whose days stay. */
  readonly reversed: ReadonlySet<number>;
}

/**
 * Settles negative amounts. One that equals a booking with the opposite sign reverses it: the negative row is listed, and the booking loses
 * its money (noted) or is listed as well, as `reversals` says. One without a booking counts as a credit where the rows are invoices, else
 * it is listed. Where no outcome counts money, negative rows are listed and bookings left alone, unless `reversals` is "booking".
 */
export function takeReversals(input: ReversalInput): Settled {
  const { block, account, bookings, negatives, keys, rowOf, price, amount } = input;
  if (negatives.length === 0) return { rows: bookings.slice(), credits: [], reversed: new Set() };
  const sizeOf = (k: number) => {
    const own = amount?.[rowOf(k)] ?? Number.NaN;
    return Number.isNaN(own) ? (price?.[rowOf(k)] ?? Number.NaN) : own;
  };
  const matching = input.isMoney || block.reversals === "booking";
  const found = matching
    ? matchReversals(negatives, bookings, { keys, amount: sizeOf })
    : new Int32Array(negatives.length).fill(-1);
  const credits: number[] = [];
  const reversed = new Set<number>();
  const gone = new Set<number>();
  negatives.forEach((k, n) => {
    const i = rowOf(k);
    const header = amount !== undefined && amount[i] < 0 ? block.amount : block.price;
    if (found[n] >= 0) {
      const booking = rowOf(found[n]);
      account.list(i, "cohort/reversal", header, account.lineOf(booking, i));
      if (block.reversals === "booking") {
        account.list(booking, "cohort/reversed-booking", header, account.lineOf(i, booking));
        gone.add(found[n]);
      } else {
        account.note(booking, "cohort/reversed-money", header, account.lineOf(i, booking));
        reversed.add(found[n]);
      }
    } else if (block.basis === "invoiced" && input.isCounted(k)) {
      account.note(i, "cohort/credit", header);
      credits.push(k);
    } else if (header === block.amount) account.list(i, "cohort/negative-amount", header, String(sizeOf(k)));
    else account.list(i, "cohort/negative-price", header, String(sizeOf(k)));
  });
  const rows = [...bookings.filter((k) => !gone.has(k)), ...credits];
  return { rows: Int32Array.from(rows).sort(), credits, reversed };
}
