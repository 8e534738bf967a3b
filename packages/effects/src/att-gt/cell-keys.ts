import type { AttGtCell } from "./att-gt-cells.js";
import type { CellKey } from "./cell-source.js";

/** Every cell of every outcome: key of cell c of outcome o at o × cells + c. */
export function cellKeys(
  outcomes: readonly { readonly name: string; readonly unit: string }[],
  cells: readonly AttGtCell[],
  periods: Int32Array,
): CellKey[] {
  return outcomes.flatMap(({ name, unit }) =>
    cells.map(
      (cell): CellKey => ({
        outcome: name,
        unit,
        group: cell.group,
        time: periods[cell.time],
        reference: cell.reference,
        ...(cell.window.length === 0 && { empty: { code: "effects/cell-no-base", params: {} } }),
      }),
    ),
  );
}
