import { bagF1, tokensOf } from '../tokens.ts';
import { type MarkedPage, textOfHtml } from './pages.ts';

/** Elements whose lines extractors often lose: list items, quotations, table cells. */
const TAGS = { li: 'li', quotes: 'blockquote', cells: 't[dh]' } as const;
const MIN_TOKENS = 3;
const MAX_ELEMENT = 20_000;
/** From this F1 on, two lines differ only in a character or two. */
const SAME = 0.9;

/** How many of the lines that should be kept are kept, by kind. */
export class LineCounts {
  readonly #counts = new Map<string, { kept: number; all: number }>();

  /** Counts the lines of one page in the text that was found. */
  add(page: MarkedPage, found: string): void {
    const text = ` ${tokensOf(found).join(' ')} `;
    const has = (line: string): boolean =>
      text.includes(` ${tokensOf(line.replace(INVISIBLE, '')).join(' ')} `);
    if (page.text !== null)
      for (const [name, lines] of markedByTag(page.html, page.text))
        for (const line of lines) this.#count(name, has(line));
    const lines = found.split('\n').filter((line) => line.trim() !== '');
    if (page.firstLine !== null) this.#count('first_line', isSameLine(lines[0] ?? '', page.firstLine));
    if (page.lastLine !== null) this.#count('last_line', isSameLine(lines.at(-1) ?? '', page.lastLine));
    for (const line of page.furniture) this.#count('furniture', !has(line));
  }

  /** Shares by name: recall by tag, first and last lines at the ends, boilerplate left out. */
  shares(): readonly (readonly [string, number])[] {
    return [...this.#counts].sort().map(([name, { kept, all }]) => [name, kept / all]);
  }

  #count(name: string, kept: boolean): void {
    const counted = this.#counts.get(name) ?? { kept: 0, all: 0 };
    counted.all += 1;
    if (kept) counted.kept += 1;
    this.#counts.set(name, counted);
  }
}

/** A line is kept if the text begins or ends with it; datelines and credits may be cut from it. */
export const isSameLine = (found: string, wanted: string): boolean => {
  const [own, other] = [tokensOf(found), tokensOf(wanted.replace(INVISIBLE, ''))];
  if (own.length === 0) return false;
  return bagF1(own, other) >= SAME || other.join(' ').endsWith(own.join(' '));
};

/** Soft hyphens and zero-width spaces, which decoding removes from pages. */
const INVISIBLE = /[\u00ad\u200b]/g;

/** The lines of the labelled text in elements of each kind, innermost elements only. */
const markedByTag = (html: string, text: string): ReadonlyMap<string, readonly string[]> => {
  const marked = ` ${tokensOf(text).join(' ')} `;
  return new Map(
    Object.entries(TAGS).map(([name, tag]) => [
      name,
      elementsOf(html, tag)
        .flatMap((element) => textOfHtml(element).split('\n'))
        .filter((line) => tokensOf(line).length >= MIN_TOKENS)
        .filter((line) => marked.includes(` ${tokensOf(line).join(' ')} `)),
    ]),
  );
};

const elementsOf = (html: string, tag: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<(${tag})\\b[^>]{0,2000}>`, 'gi'))].flatMap(({ index, 1: name = '' }) => {
    const rest = html.slice(index, index + MAX_ELEMENT);
    const end = new RegExp(`</${name}\\b|<${name}\\b`, 'gi');
    end.lastIndex = name.length + 1;
    const close = end.exec(rest);
    return close === null ? [] : [rest.slice(0, close.index)];
  });
