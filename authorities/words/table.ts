/** One translation, as a table holds it. */
export interface TableTerm {
  readonly text: string;
  /** How well it translates the word, in (0, 1]; the best one of a word has 1. */
  readonly weight: number;
  /** Base-10 logarithm of its share of a billion words of its language (the Zipf scale), 0 to 9. */
  readonly zipf: number;
  /** The sense of the word that it translates, in a few words; empty if the source has none. */
  readonly gloss: string;
}

/** The words of one language beside English ones. Keys are folded (`foldWord`). */
export interface WordTable {
  readonly language: string;
  /** Translations of an English word or phrase, best first. */
  readonly fromEnglish: (key: string) => readonly TableTerm[];
  /** English words and phrases that a word of this language translates, best first. */
  readonly toEnglish: (key: string) => readonly TableTerm[];
  /** Dictionary forms of an inflected one. */
  readonly lemmas: (form: string) => readonly string[];
}

/** The first line of a file; readers reject other formats by it. */
export const formatLine = (language: string): string => `dateline-words 1 ${language}`;

export const sectionNames = ['from-english', 'to-english', 'lemmas'] as const;

/**
 * Reads a table that `lab/words/build.ts` wrote: a line with the format, then three sections, each a count and that
 * many lines, sorted by the bytes of their keys. The text stays one buffer; lines are parsed on first use.
 *
 * @throws {Error} if the bytes have another format or language
 */
export const readWordTable = (bytes: Buffer, language: string): WordTable => {
  const head = lineAt(bytes, 0);
  if (bytes.toString('utf8', 0, head) !== formatLine(language))
    throw new Error(`the table of words for ${language} has another format; run lab/words/build.ts again`);
  let at = head + 1;
  const [from, to, lemmas] = sectionNames.map((name) => {
    const end = lineAt(bytes, at);
    const [found, count] = bytes.toString('utf8', at, end).split(' ');
    if (found !== name) throw new Error(`the table of words for ${language} lacks its section ${name}`);
    const section = readSection(bytes, end + 1, Number(count));
    at = section.end;
    return section.find;
  });
  const terms = (find: Find | undefined) => (key: string) => readTerms(find?.(key) ?? null);
  return {
    language,
    fromEnglish: terms(from),
    toEnglish: terms(to),
    lemmas: (form) => lemmas?.(form)?.split('|') ?? [],
  };
};

/** The value of a key; null if the key is missing. */
type Find = (key: string) => string | null;

const newline = 10;
const tab = 9;

const lineAt = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(newline, from);
  return end < 0 ? bytes.length : end;
};

const readSection = (bytes: Buffer, from: number, count: number): { find: Find; end: number } => {
  const starts = new Uint32Array(count + 1);
  let at = from;
  for (let line = 0; line < count; line += 1) {
    starts[line] = at;
    at = lineAt(bytes, at) + 1;
  }
  starts[count] = at;
  return { find: (key) => search(bytes, starts, count, Buffer.from(key, 'utf8')), end: at };
};

const search = (bytes: Buffer, starts: Uint32Array, count: number, key: Buffer): string | null => {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const start = starts[middle] ?? 0;
    const end = (starts[middle + 1] ?? 0) - 1;
    const keyEnd = bytes.indexOf(tab, start);
    const order = bytes.compare(key, 0, key.length, start, keyEnd);
    if (order === 0) return bytes.toString('utf8', keyEnd + 1, end);
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
};

/** `term;weight;zipf;gloss|term;…`, a tab, then the glosses: weights in hundredths, zipf in tenths, glosses by number. */
const readTerms = (line: string | null): readonly TableTerm[] => {
  if (line === null) return [];
  const [terms = '', ...glosses] = line.split('\t');
  return terms.split('|').map((term) => {
    const [text = '', weight, zipf, gloss = ''] = term.split(';');
    return {
      text,
      weight: Number(weight) / 100,
      zipf: Number(zipf) / 10,
      gloss: gloss === '' ? '' : (glosses[Number(gloss)] ?? ''),
    };
  });
};

/** The line of a key, as `readTerms` reads it. */
export const writeTerms = (terms: readonly TableTerm[]): string => {
  const glosses = [...new Set(terms.map(({ gloss }) => gloss).filter((gloss) => gloss !== ''))];
  const written = terms.map(({ text, weight, zipf, gloss }) => {
    const number = gloss === '' ? '' : glosses.indexOf(gloss);
    return [text, Math.max(1, Math.round(weight * 100)), Math.round(zipf * 10), number].join(';');
  });
  return [written.join('|'), ...glosses].join('\t');
};
