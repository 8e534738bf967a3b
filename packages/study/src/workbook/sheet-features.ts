import type { Feature } from "write-excel-file/universal";
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
} from "write-excel-file/utility";

/** A drop-down of the cells of a range, over one or more cells. */
export interface DropDown {
  /** Cells it is for: `B7` or `B7:B40`. */
  readonly cells: string;
  /** Cells whose texts it offers: `'Lists'!$A$1:$A$9`. */
  readonly from: string;
  /** Nothing else may be entered. */
  readonly isClosed: boolean;
}

/** What a sheet has besides cells. It is printed as wide as one page. */
export interface SheetExtras {
  readonly dropDowns: readonly DropDown[];
  /** Rows, from 0, that are folded away under the row above them. */
  readonly folded: ReadonlySet<number>;
  readonly isHidden: boolean;
}

const sheetFile = "xl/worksheets/sheet{id}.xml";

/**
 * Data validation, folded rows and hidden sheets, which write-excel-file leaves to additions like this one. The order of elements is
 * that of CT_Worksheet in ECMA-376 part 1, section 18.3.1.99: data validations follow the sheet's data, merged cells and conditional formats.
 */
export function sheetFeatures(extras: readonly SheetExtras[]): Feature<Blob> {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) => {
            const { dropDowns, folded } = extras[sheetIndex];
            const order = getOrderOfSiblings(sheetFile, "worksheet") as string[];
            const place = (text: string, markup: string) =>
              insertElementMarkupAccordingToOrderOfSiblings(text, markup, order, "worksheet");
            const outline = folded.size > 0 ? '<outlinePr summaryBelow="0"/>' : "";
            const out = place(xml, `<sheetPr>${outline}<pageSetUpPr fitToPage="1"/></sheetPr>`);
            return dropDowns.length > 0 ? place(out, validationXml(dropDowns)) : out;
          },
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            if (tag === "pageSetup") return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            if (tag !== "row" || index === undefined) return attributes;
            const { folded } = extras[sheetIndex];
            if (folded.has(index)) return { ...attributes, outlineLevel: 1, hidden: 1 };
            return folded.has(index + 1) ? { ...attributes, collapsed: 1 } : attributes;
          },
        },
        "xl/workbook.xml": {
          transformElementAttributes: (tag, attributes, index) =>
            tag === "sheet" && index !== undefined && extras[index].isHidden ? { ...attributes, state: "hidden" } : attributes,
        },
      },
    },
  };
}

function validationXml(dropDowns: readonly DropDown[]): string {
  const each = dropDowns.map(({ cells, from, isClosed }) => {
    const closed = isClosed ? ' showErrorMessage="1" errorStyle="stop"' : "";
    return `<dataValidation type="list" allowBlank="1"${closed} sqref="${sanitizeAttributeValue(cells)}"><formula1>${sanitizeAttributeValue(from)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${dropDowns.length}">${each.join("")}</dataValidations>`;
}
