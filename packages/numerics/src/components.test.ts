import fc from "fast-check";
import { expect, test } from "vitest";
import { components } from "./components.js";

/** Labels spread along edges until nothing changes. */
function naive(n: number, edges: [number, number][]): number[] {
  const label = Array.from({ length: n }, (_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b] of edges) {
      const low = Math.min(label[a], label[b]);
      if (label[a] !== low || label[b] !== low) changed = true;
      label[a] = low;
      label[b] = low;
    }
  }
  return label;
}

test("the same parts as spreading labels, numbered in the order of their first nodes", () => {
  const graph = fc.integer({ min: 1, max: 40 }).chain((n) => {
    const node = fc.integer({ min: 0, max: n - 1 });
    return fc.record({ n: fc.constant(n), edges: fc.array(fc.tuple(node, node), { maxLength: 50 }) });
  });
  fc.assert(
    fc.property(graph, ({ n, edges }) => {
      const label = naive(n, edges);
      const order = [...new Set(label)];
      const found = components(
        n,
        Int32Array.from(edges, (e) => e[0]),
        Int32Array.from(edges, (e) => e[1]),
      );
      expect([...found.of]).toEqual(label.map((l) => order.indexOf(l)));
      expect(found.count).toBe(order.length);
    }),
  );
});

test("no nodes, and a long chain", () => {
  expect(components(0, new Int32Array(0), new Int32Array(0))).toEqual({ of: new Int32Array(0), count: 0 });
  const n = 200_000;
  const a = Int32Array.from({ length: n - 1 }, (_, i) => n - 1 - i);
  expect(
    components(
      n,
      a,
      a.map((i) => i - 1),
    ).count,
  ).toBe(1);
});
