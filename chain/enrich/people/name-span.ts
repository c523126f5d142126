/** A range of text that names a person. UTF-16 offsets, end exclusive. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

/** Those of `found` that no span of `taken` overlaps. Both may be long: a table may contain thousands of names. */
export const keepFree = (found: readonly NameSpan[], taken: readonly NameSpan[]): NameSpan[] => {
  const blocked = [...taken].sort((one, other) => one.start - other.start);
  const ordered = [...found].sort((one, other) => one.start - other.start);
  let at = 0;
  return ordered.filter(({ start, end }) => {
    while (at < blocked.length && (blocked[at]?.end ?? 0) <= start) at += 1;
    return (blocked[at]?.start ?? Number.MAX_SAFE_INTEGER) >= end;
  });
};
