/** A text for comparing names that people type: case and spacing do not count. */
export function looseText(text: string): string {
  return text.trim().normalize("NFC").replace(/\s+/g, " ").toLowerCase();
}
