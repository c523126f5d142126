import { outsideMarks } from '../../domain/marked-text.ts';

/** Most matches of one article that are shown in context; a text with a word on every line is a list. */
const MOST_FINDS = 20;
/** Characters before and after a match that are searched for its sentences: ten sentences of news have 1,500. */
const REACH = 3000;

const opening = '<mark>';

/** Offsets in the highlighted text, end exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The sentences around each match, in the order of the text; matches with touching contexts share one passage. Only
 * text near a match is split into sentences, because a text may have five million characters.
 *
 * @param marked  the whole text as HTML, matches inside `<mark>`, paragraphs separated by a line feed
 * @param around  sentences before and after, from 0
 * @returns HTML with `<mark>`
 */
export const findContexts = (marked: string, around: number, language: string): readonly string[] => {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  const stretches: Stretch[] = [];
  let finds = 0;
  for (const window of windowsOf(marked)) {
    const sentences = sentencesIn(marked, window, segmenter);
    for (const [at, { from, to }] of sentences.entries()) {
      if (!marked.slice(from, to).includes(opening)) continue;
      finds += 1;
      if (finds > MOST_FINDS) break;
      const stretch = {
        from: sentences[Math.max(0, at - around)]?.from ?? from,
        to: sentences[Math.min(sentences.length - 1, at + around)]?.to ?? to,
      };
      addStretch(stretch, stretches);
    }
  }
  return stretches.map(({ from, to }) => marked.slice(from, to).trim());
};

/** The text near the first matches, extended to the start and end of a paragraph if these are near. */
const windowsOf = (marked: string): readonly Stretch[] => {
  const windows: Stretch[] = [];
  let at = marked.indexOf(opening);
  for (let count = 0; at >= 0 && count < MOST_FINDS; count += 1) {
    addStretch({ from: startBefore(marked, at - REACH), to: endBehind(marked, at + 2 * REACH) }, windows);
    // Matches up to here have the full range after them.
    at = marked.indexOf(opening, at + REACH);
  }
  return windows;
};

const addStretch = ({ from, to }: Stretch, stretches: Stretch[]): void => {
  const last = stretches.at(-1);
  if (last && from <= last.to)
    stretches[stretches.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  else stretches.push({ from, to });
};

const startBefore = (marked: string, at: number): number => {
  if (at <= 0) return 0;
  const near = marked.slice(Math.max(0, at - REACH), at).lastIndexOf('\n');
  return near < 0 ? outsideMarks(marked, at) : Math.max(0, at - REACH) + near + 1;
};

const endBehind = (marked: string, at: number): number => {
  if (at >= marked.length) return marked.length;
  const near = marked.slice(at, at + REACH).indexOf('\n');
  return near < 0 ? outsideMarks(marked, at) : at + near + 1;
};

/** A sentence ends at the end of its paragraph, and includes the line feed. */
const sentencesIn = (
  marked: string,
  { from, to }: Stretch,
  segmenter: Intl.Segmenter,
): readonly Stretch[] => {
  const sentences = Array.from(segmenter.segment(marked.slice(from, to)), ({ segment, index }) => ({
    from: from + index,
    to: from + index + segment.length,
  }));
  const [first] = sentences;
  const isWhole = from === 0 || marked[from - 1] === '\n';
  // The end of a sentence that began out of range.
  return isWhole || !first || marked.slice(first.from, first.to).includes(opening)
    ? sentences
    : sentences.slice(1);
};

/** For tables: a match in brackets, everything else as plain text. */
export const plainContext = (context: string): string =>
  context
    .replaceAll('<mark>', '[')
    .replaceAll('</mark>', ']')
    .replace(/&(?:amp|lt|gt|quot|#x27|#x2F|#39);/g, (entity) => entities[entity] ?? entity);

/** Entities that Elasticsearch's HTML encoder writes. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&#x2F;': '/',
};
