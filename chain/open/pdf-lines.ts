import { letterClasses } from '../../languages/scripts.ts';

/** One line of a page, its height above the bottom of the page and the height of its letters, in points. */
export interface PrintedLine {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** How many lines at the top or bottom of a page may be running heads. */
const EDGE = 2;
/** A gap of more than this many times the usual one separates paragraphs. */
const WIDE = 1.3;

/** The paragraphs of pages, without running heads and page numbers, with hyphenated words joined. */
export const joinPages = (pages: readonly (readonly PrintedLine[])[]): readonly string[] => {
  const heads = runningHeads(pages);
  const paragraphs: string[] = [];
  let before: PrintedLine | null = null;
  for (const page of pages) {
    const lines = page.filter((line, at) => !(isEdge(page, at) && heads.has(maskNumbers(line.text))));
    const usual = usualGap(lines);
    for (const line of lines) {
      const last = paragraphs.at(-1);
      if (last === undefined || before === null || begins(before, line, usual))
        paragraphs.push(line.text.trim());
      else paragraphs[paragraphs.length - 1] = join(last, line.text.trim());
      before = line;
    }
  }
  return paragraphs;
};

const isEdge = (page: readonly PrintedLine[], at: number): boolean => at < EDGE || at >= page.length - EDGE;
const maskNumbers = (text: string): string => text.trim().replace(/\d{1,4}/g, '#');

/** Lines at the edge of at least three pages and of half of all pages, ignoring numbers; and bare page numbers. */
const runningHeads = (pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(page.filter((_, at) => isEdge(page, at)).map(({ text }) => maskNumbers(text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([, count]) => count >= Math.max(3, pages.length / 2));
  return new Set(['#', '- # -', '– # –', '# / #', '#/#', ...repeated.map(([text]) => text)]);
};

const usualGap = (lines: readonly PrintedLine[]): number => {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
};

/** Whether a paragraph begins: after a wider gap, in another type size, or on a new page if a sentence ended before it. */
const begins = (before: PrintedLine, line: PrintedLine, usual: number): boolean => {
  const gap = before.y - line.y;
  if (Math.abs(before.height - line.height) > 1) return true;
  if (gap <= 0) return SENTENCE_END.test(before.text.trim());
  return gap > usual * WIDE;
};

const SENTENCE_END = /[.!?…:。！？：؟।]["'”’»」』)]{0,2}$/;
const SPACELESS = new RegExp(`[${letterClasses.unspaced}，、。]$`, 'u');

const join = (text: string, next: string): string => {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return SPACELESS.test(text) ? text + next : `${text} ${next}`;
};
