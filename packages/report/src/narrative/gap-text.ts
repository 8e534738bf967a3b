import type { VolumeRow } from "@kontrafakt/savings";
import type { Results } from "@kontrafakt/study";
import { finite, numberOf } from "../format.js";
import type { Speaker } from "../language.js";

/** Beyond this share an account and units × price are apart. */
const APART = 0.05;

/** Parts below this share of the largest are left to the table. */
const TOLD = 0.005;

/** What made the evaluated saving differ from the expected one: the whole and its parts; nothing where the study has no split. */
export function gapLines({ savings, verification }: Pick<Results, "savings" | "verification">, speaker: Speaker): string[] {
  const { gap: say, lead } = speaker.words;
  const { gap } = verification;
  const known = gap.filter((part) => finite(part.amount) !== null);
  if (known.length === 0) return [];
  const signed = (x: number) => {
    const text = speaker.money(x, savings.currency);
    return x > 0 ? lead.plus(text) : text;
  };
  const whole = signed(known.reduce((sum, part) => sum + part.amount, 0));
  if (known.every((part) => part.source === "notSeparable")) return [say.onlyAmount(whole)];
  const largest = Math.max(...known.map((part) => Math.abs(part.amount)));
  const told = known.filter((part) => Math.abs(part.amount) > TOLD * largest);
  const parts = told.map((part) => say.part(say.source[part.source], signed(part.amount)));
  return [say.lead(whole, speaker.list(parts)), say.method];
}

/** How many started of those planned, over the years in which both are known; nothing where none is. */
export function volumeText(rows: readonly Pick<VolumeRow, "year" | "planned" | "actual">[], speaker: Speaker): string {
  const known = rows.filter((r) => finite(r.planned) !== null && finite(r.actual) !== null);
  if (known.length === 0) return "";
  const sum = (of: "planned" | "actual") =>
    speaker.number(
      known.reduce((total, r) => total + r[of], 0),
      0,
    );
  return speaker.words.gap.volume.lead(sum("planned"), sum("actual"), speaker.years(known.map((r) => r.year)));
}

/** Whether everyone's units × price come near the accounts. */
export function reconciliationText({ verification }: Pick<Results, "verification">, speaker: Speaker): string | undefined {
  const { gap: say } = speaker.words;
  const rows = verification.reconciliation.flatMap((r) => {
    const share = finite(r.share);
    return share === null ? [] : [{ ...r, share }];
  });
  if (rows.length === 0) return undefined;
  const far = rows.filter((r) => Math.abs(r.share) > APART);
  if (far.length === 0) return say.reconciled(rows.length);
  const worst = far.reduce((a, b) => (Math.abs(b.share) > Math.abs(a.share) ? b : a));
  return say.far(far.length, rows.length, `${worst.account} ${worst.year}`, signedPercent(worst.share, speaker));
}

/** "+3.5%". */
export function signedPercent(share: unknown, speaker: Speaker): string {
  const text = speaker.percent(share, 1);
  return numberOf(share) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
