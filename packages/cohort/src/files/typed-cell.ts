import type { Cell } from "../table/cell.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A whole number of 64 bits as a number where a double holds it, else as it is. */
export function wholeNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A decimal stored as a whole number of its last place, as the double nearest to it. */
export function decimalNumber(value: bigint, scale: number): number {
  if (scale <= 0) return Number(value) * Number(`1e${-scale}`);
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0n ? -Number(text) : Number(text);
}

/** The day of a moment in milliseconds since 1970, its time of day left out. */
export function dayOfMoment(milliseconds: number): Cell {
  return { day: Math.floor(milliseconds / DAY) };
}

/**
 * The day of a moment stored in universal time. A whole hour from 21 to 23 is midnight of the next day in Nordic summer or winter
 * time, which is how a date becomes a moment there.
 */
export function dayOfUniversal(milliseconds: number): Cell {
  const day = Math.floor(milliseconds / DAY);
  const ofDay = milliseconds - day * DAY;
  return { day: ofDay >= 21 * HOUR && ofDay % HOUR === 0 ? day + 1 : day };
}

/** A moment as libraries hand it over, its time in milliseconds since 1970. */
export interface Moment {
  getTime(): number;
  toISOString(): string;
}

export function isMoment(value: unknown): value is Moment {
  return typeof value === "object" && value !== null && "getTime" in value && "toISOString" in value;
}
