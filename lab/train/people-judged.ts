import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Judgement of a range of text. `lone`: a well-known surname; `part`: a name with wrong boundaries. */
export const verdicts = ['person', 'lone', 'none', 'part'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Ranges that we have judged: `people-names-<language>.json` has one position of each (line of the file of
 * articles, offset, length, number of the judgement) and no text.
 *
 * @param textOf  the article of a line, to which offsets refer
 * @throws if the articles are not those that were judged
 */
export const readJudged = (
  language: string,
  textOf: (line: number) => string | undefined,
): ReadonlyMap<Verdict, readonly string[]> => {
  const file = `people-names-${language}.json`;
  const rows: unknown = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${file}: a list is wanted`);
  const judged = rows.map((row: unknown) => {
    const [line = -1, start = 0, length = 0, number = -1] = Array.isArray(row) ? row.map(Number) : [];
    const verdict = verdicts[number];
    const text = textOf(line);
    if (text === undefined || !verdict) throw new Error(`${file}: there is no article ${line}`);
    return { verdict, stretch: text.slice(start, start + length) };
  });
  const groups = Map.groupBy(judged, ({ verdict }) => verdict);
  return new Map([...groups].map(([verdict, group]) => [verdict, group.map(({ stretch }) => stretch)]));
};
