/** Advance widths of Helvetica (and Arial, Liberation Sans) for U+0020–U+007E, thousandths of an em. Source: Adobe Core 14 font metrics. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
  722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
  500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** The same of letters and signs beyond ASCII that the report uses; others are taken to be 600 wide. */
const others: Readonly<Record<string, number>> = {
  Æ: 1000,
  æ: 889,
  Ø: 778,
  ø: 611,
  Å: 667,
  å: 556,
  Ä: 667,
  ä: 556,
  Ö: 778,
  ö: 556,
  é: 556,
  ü: 556,
  "…": 1000,
  "–": 556,
  "—": 1000,
  "’": 222,
  "−": 584,
  "\u00a0": 278,
};

/** Width of a line of text in px without a canvas, so that a chart is laid out alike in Node and in a browser. */
export function textWidth(text: string, fontSize: number, bold: boolean): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += code >= 32 && code < 127 ? widths[code - 32] : code > 0x2e80 ? 1000 : (others[character] ?? 600);
  }
  return (thousandths * fontSize * (bold ? 1.07 : 1)) / 1000;
}
