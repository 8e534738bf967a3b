import { categoryBuilder } from "./category-builder.js";
import type { CellFormat, ColumnBuilder, ColumnType } from "./column-builder.js";
import { dayBuilder } from "./day-builder.js";
import { numberBuilder } from "./number-builder.js";

/**
 * An empty column.
 *
 * @param format how the cells of the file being read are written
 */
export function newColumn(type: ColumnType, format: () => CellFormat): ColumnBuilder {
  if (type === "number") return numberBuilder(format);
  return type === "day" ? dayBuilder(format) : categoryBuilder();
}
