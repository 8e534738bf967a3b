export interface Components {
  /** Component of each node, numbered 0, 1, … in the order their first nodes come. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Connected components of n nodes joined by the edges a[i]–b[i]. Union by index with path halving: near linear time. */
export function components(n: number, a: Int32Array, b: Int32Array): Components {
  const parent = new Int32Array(n);
  for (let i = 0; i < n; i++) parent[i] = i;
  const root = (start: number) => {
    let i = start;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]];
      i = parent[i];
    }
    return i;
  };
  for (let e = 0; e < a.length; e++) {
    const first = root(a[e]);
    const second = root(b[e]);
    if (first < second) parent[second] = first;
    else parent[first] = second;
  }
  const of = new Int32Array(n);
  let count = 0;
  for (let i = 0; i < n; i++) of[i] = parent[i] === i ? count++ : of[root(i)];
  return { of, count };
}
