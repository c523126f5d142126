/**
 * Repairs JSON: escapes quotation marks inside strings, and adds commas missing between
 * properties, because templates insert headlines into it without escaping.
 */
export const requoted = (source: string): string => {
  let json = '';
  let inside = false;
  let isKey = false;
  let structural = '';
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (inside && sign === '\\') {
      json += sign + (source[at + 1] ?? '');
      at += 1;
    } else if (sign !== '"') {
      json += sign;
      if (!inside && !/\s/.test(sign)) structural = sign;
    } else if (!inside) {
      inside = true;
      isKey = structural !== ':' && structural !== '[';
      json += sign;
    } else {
      const end = endOf(source.slice(at + 1, at + 1 + AHEAD), isKey);
      inside = end === 'inside';
      json += SIGNS[end];
      if (!inside) structural = end === 'comma' ? ',' : '"';
    }
  }
  return json;
};

const AHEAD = 120;
const SIGNS = { inside: '\\"', end: '"', comma: '",' } as const;

/** What a quotation mark in a string is, by what follows it. */
const endOf = (rest: string, isKey: boolean): keyof typeof SIGNS => {
  if (isKey) return /^\s*:/.test(rest) ? 'end' : 'inside';
  if (/^\s*"[\w@:.-]{1,60}"\s*:/.test(rest)) return 'comma';
  return /^\s*(?:$|[}\]]\s*(?:$|[,}\]"<])|,\s*(?:["{[\d-]|true|false|null|$))/.test(rest) ? 'end' : 'inside';
};
