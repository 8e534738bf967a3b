import { type Day, dateOf } from "@kontrafakt/base";

const two = (n: number) => String(n).padStart(2, "0");

/**
 * A Swedish personnummer with century that no person has: the birth numbers 980–989 are the ones of the Tax Agency's published test
 * persons. Ten a day and sex do not matter here; `turn` tells children of one day apart.
 */
export function swedishTestNumber(born: Day, turn: number): string {
  const { year, month, day } = dateOf(born);
  const digits = `${two(year % 100)}${two(month)}${two(day)}${980 + (turn % 10)}`;
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const product = Number(digits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return `${Math.floor(year / 100)}${digits.slice(0, 6)}-${digits.slice(6)}${(10 - (sum % 10)) % 10}`;
}

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** A synthetic Norwegian fødselsnummer, which no person has: 80 is added to the month, as in the synthetic population register. */
export function norwegianTestNumber(born: Day, turn: number): string {
  const { year, month, day } = dateOf(born);
  const date = `${two(day)}${two(month + 80)}${two(year % 100)}`;
  for (let serial = 999 - 7 * turn; serial >= 500; serial--) {
    const start = [...date, ...String(serial)].map(Number);
    const first = checkDigit(start, FIRST_WEIGHTS);
    const second = checkDigit([...start, first], SECOND_WEIGHTS);
    if (first < 10 && second < 10) return `${date}${serial}${first}${second}`;
  }
  throw new Error(`no fødselsnummer left for ${date}`);
}

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * digits[i], 0);
  return (11 - (sum % 11)) % 11;
}

/** How many children before each in the list were born on the same day. */
export function turns(born: Int32Array): Int32Array {
  const seen = new Map<Day, number>();
  return born.map((day) => {
    const turn = seen.get(day) ?? 0;
    seen.set(day, turn + 1);
    return turn;
  });
}
