/** Stretches in columns, as `observe` takes them. */
interface Columns {
  readonly home: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Stretches of days of one person, ascending and apart; `to` counts. Reused from person to person: `count` says how many hold. */
export interface Intervals {
  from: Int32Array;
  to: Int32Array;
  count: number;
}

export function emptyIntervals(): Intervals {
  return { from: new Int32Array(16), to: new Int32Array(16), count: 0 };
}

/** Appends a stretch that begins after the last one, joined to it where they touch. */
export function pushInterval(into: Intervals, from: number, to: number): void {
  if (from > to) return;
  const last = into.count - 1;
  if (last >= 0 && from <= into.to[last] + 1) {
    if (to > into.to[last]) into.to[last] = to;
    return;
  }
  if (into.count === into.from.length) {
    for (const key of ["from", "to"] as const) {
      const wider = new Int32Array(into.count * 2);
      wider.set(into[key]);
      into[key] = wider;
    }
  }
  into.from[into.count] = from;
  into.to[into.count++] = to;
}

/** Days on which any of the rows with this `home` holds. Rows ascend by first day. O(rows). */
export function joinedDays(into: Intervals, { from, to, home }: Columns, rows: Int32Array, value: number): void {
  into.count = 0;
  for (const i of rows) if (home[i] === value) pushInterval(into, from[i], to[i]);
}

/**
 * Days on which the stay that holds is at home; of overlapping stays the later begun holds, until it ends. Rows ascend by first day,
 * then by row. O(rows): each row enters and leaves a stack once.
 */
export function homeDays(into: Intervals, stays: Columns, rows: Int32Array, stack: number[]): void {
  into.count = 0;
  stack.length = 0;
  let at = 0;
  const emitUntil = (end: number) => {
    while (stack.length > 0 && at <= end) {
      const i = stack[stack.length - 1];
      if (stays.to[i] >= at) {
        const to = Math.min(stays.to[i], end);
        if (stays.home[i] === 1) pushInterval(into, at, to);
        at = to + 1;
      }
      if (stays.to[i] < at) stack.pop();
    }
  };
  for (const i of rows) {
    emitUntil(stays.from[i] - 1);
    at = stays.from[i];
    stack.push(i);
  }
  emitUntil(Number.POSITIVE_INFINITY);
}

/** Days of `a` that are not of `less`, and those of `plus`. O(sum of counts). */
export function overlaid(into: Intervals, a: Intervals, less: Intervals, plus: Intervals, spare: Intervals): void {
  spare.count = 0;
  let k = 0;
  for (let i = 0; i < a.count; i++) {
    let at = a.from[i];
    while (k < less.count && less.to[k] < at) k++;
    for (let j = k; j < less.count && less.from[j] <= a.to[i]; j++) {
      pushInterval(spare, at, less.from[j] - 1);
      at = less.to[j] + 1;
    }
    pushInterval(spare, at, a.to[i]);
  }
  into.count = 0;
  let i = 0;
  let j = 0;
  while (i < spare.count || j < plus.count) {
    const first = j >= plus.count || (i < spare.count && spare.from[i] <= plus.from[j]);
    if (first) pushInterval(into, spare.from[i], spare.to[i++]);
    else pushInterval(into, plus.from[j], plus.to[j++]);
  }
}

/** Whether a day lies in one of the intervals. */
export function holdsDay({ from, to, count }: Intervals, day: number): boolean {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (to[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low < count && from[low] <= day;
}
