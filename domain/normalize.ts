export type NormalForm = 'NFC' | 'NFD' | 'NFKC' | 'NFKD';

/**
 * Unicode's normal form of a text from outside. Of a run of marks the first 30 stay: putting a mark in its place moves
 * those before it, so the time grows with the square of the run, and 240 kB of accents took 17 seconds. No language
 * writes as many on one letter.
 *
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
export const normalize = (text: string, form: NormalForm): string =>
  (text.length > mostMarks ? boundMarks(text) : text).normalize(form);

const mostMarks = 30;

/**
 * The same bound for a text that is kept as it was written: Elasticsearch composes it, too.
 *
 * Linear, unlike an expression that looks back; one that takes a run at once exceeds the engine's stack.
 */
export const boundMarks = (text: string): string => {
  const kept: string[] = [];
  let [from, run] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < firstMark) run = 0;
    else {
      const point = isHigh(code) ? (text.codePointAt(at) ?? code) : code;
      const size = point > 0xffff ? 2 : 1;
      run = isMark(point) ? run + 1 : 0;
      if (run === mostMarks + 1) kept.push(text.slice(from, at));
      if (run > mostMarks) from = at + size;
      at += size - 1;
    }
  }
  return from === 0 ? text : kept.join('') + text.slice(from);
};

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

const firstMark = 0x300;
/** Marks that move have lower numbers: those above select variants. */
const endOfMarks = 0x20000;

/** The half-width voicing signs are letters that become marks. */
const marks = /[\p{M}\uff9e\uff9f]/u;
const known: Uint8Array = Uint8Array.from({ length: endOfMarks }, (_, point) =>
  point >= firstMark && marks.test(String.fromCodePoint(point)) ? 1 : 0,
);
const isMark = (point: number): boolean => known[point] === 1;
