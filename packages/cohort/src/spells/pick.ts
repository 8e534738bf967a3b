type Values = Int32Array | Float64Array | Uint8Array;

/** The values of some rows, in the order of the rows. */
export function pick<A extends Values>(values: A, rows: Int32Array): A {
  const picked = new (values.constructor as new (length: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]];
  return picked;
}
