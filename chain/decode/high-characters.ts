/** What in a text is not ASCII. */
export interface HighCounts {
  readonly high: number;
  /** A lead byte of UTF-8 and a continuation byte, as windows-1252 shows them. */
  readonly pairs: number;
  /** Characters in runs of Latin ones that are longer than in any language. */
  readonly inRuns: number;
}

const LONG_RUN = 4;

/** Counts a text's characters beyond ASCII in one pass, because every page is looked at. */
export const countHigh = (text: string, most: number): HighCounts => {
  const end = Math.min(text.length, most);
  let [high, pairs, inRuns, run] = [0, 0, 0, 0];
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      run = 0;
      continue;
    }
    high += 1;
    const kind = unit < kinds.length ? (kinds[unit] as number) : 0;
    if (kind & CONTINUES && at > 0 && isLead(text.charCodeAt(at - 1))) pairs += 1;
    run = kind & LATIN ? run + 1 : 0;
    if (run === LONG_RUN) inRuns += LONG_RUN;
    else if (run > LONG_RUN) inRuns += 1;
  }
  return { high, pairs, inRuns };
};

const isLead = (unit: number): boolean => unit >= 0xc2 && unit <= 0xf4;

const CONTINUES = 1;
const LATIN = 2;

const kinds = Uint8Array.from({ length: 0x2123 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  const continues =
    /[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
  const latin = /[\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u20ac]/;
  return (continues.test(character) ? CONTINUES : 0) | (latin.test(character) ? LATIN : 0);
});
