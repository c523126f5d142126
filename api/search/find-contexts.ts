/** Finds of one article whose surroundings are given; what repeats a word on every line is a list. */
const MOST_FINDS = 20;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The sentences round each find, in the order of the text; finds whose surroundings touch stand in one stretch.
 *
 * @param marked  the whole text as HTML, finds inside `<mark>`, paragraphs separated by a line feed
 * @param around  sentences before and behind, from 0
 * @returns HTML with marks
 */
export const findContexts = (marked: string, around: number, language: string): readonly string[] => {
  const sentences = sentencesOf(marked, language);
  const stretches: Stretch[] = [];
  let finds = 0;
  for (const [at, sentence] of sentences.entries()) {
    if (!sentence.includes('<mark>')) continue;
    finds += 1;
    if (finds > MOST_FINDS) break;
    const [from, to] = [Math.max(0, at - around), Math.min(sentences.length - 1, at + around)];
    const last = stretches.at(-1);
    if (last && from <= last.to + 1) stretches[stretches.length - 1] = { from: last.from, to };
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) =>
    sentences
      .slice(from, to + 1)
      .join('')
      .trim(),
  );
};

/** A sentence ends with its paragraph; the line feed stays with it. */
const sentencesOf = (text: string, language: string): readonly string[] => {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  return text
    .split(/(?<=\n)/u)
    .flatMap((paragraph) => Array.from(segmenter.segment(paragraph), ({ segment }) => segment));
};

/** For tables: a find between brackets, everything else as it was printed. */
export const plainContext = (context: string): string =>
  context
    .replaceAll('<mark>', '[')
    .replaceAll('</mark>', ']')
    .replace(/&(?:amp|lt|gt|quot|#x27|#x2F|#39);/g, (entity) => entities[entity] ?? entity);

/** What Elasticsearch's HTML encoder writes. */
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&#x2F;': '/',
};
