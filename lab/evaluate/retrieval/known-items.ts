import { z } from 'zod';
import { createRandom, shuffle } from '../../random.ts';
import { listSets, readRecords } from '../sets.ts';
import type { Row } from '../task.ts';
import type { ArticleSearch, SearchText } from './article-search.ts';

const article = z.object({ title: z.string(), body: z.string(), language: z.string().optional() });

interface KnownItem {
  readonly id: string;
  readonly language: string;
  readonly tokens: readonly string[];
}

/** How a reader remembers a title: all of its words, half of them, or with one typing error. */
const memories = ['shuffled', 'half', 'typo'] as const;

const mostItems = 400;
const leastTokens = 4;

/**
 * A title's words find their article among all articles of all languages. Titles of fewer than four tokens, and
 * those that another article has as a set of tokens, are left out.
 */
export async function* knownItemRows(
  data: string,
  search: ArticleSearch,
  log: (line: string) => void,
): AsyncGenerator<Row> {
  for (const { name, path } of listSets(data, 'articles')) {
    log(`known items: ${name}`);
    const texts = await readTexts(name, path);
    await search.index(texts);
    const items = await chooseItems(texts, search);
    for (const memory of memories) {
      const random = createRandom(1);
      const answers = await search.ask(
        items.map(({ tokens, language }) => ({
          text: remember(tokens, memory, random, spaced(language) ? ' ' : ''),
          match: 'any' as const,
          language: null,
          size: 10,
        })),
      );
      const hits = items.filter(({ id }, at) => answers[at]?.includes(id)).length;
      const value = hits / Math.max(items.length, 1);
      yield { task: 'retrieval', set: `known-items.${name}`, metric: `hit@10-${memory}`, value };
    }
  }
}

const readTexts = async (name: string, path: string): Promise<readonly SearchText[]> => {
  let number = 0;
  const texts: SearchText[] = [];
  for await (const { title, body, language } of readRecords(path, (value) => article.parse(value))) {
    number += 1;
    texts.push({ id: `${name}/${number}`, language: language ?? name.slice(0, 2), title, body });
  }
  return texts;
};

const spaced = (language: string): boolean => !['zh', 'ja', 'th'].includes(language);

/** Titles that only one article has, at most 400, drawn with seed 1. */
const chooseItems = async (
  texts: readonly SearchText[],
  search: ArticleSearch,
): Promise<readonly KnownItem[]> => {
  const items: KnownItem[] = [];
  const bearers = new Map<string, number>();
  const cut = await cutTitles(texts, search);
  texts.forEach(({ id, language }, at) => {
    const tokens = cut[at] ?? [];
    const key = [...new Set(tokens.map((token) => token.toLowerCase()))].sort().join(' ');
    bearers.set(key, (bearers.get(key) ?? 0) + 1);
    items.push({ id, language, tokens });
  });
  const alone = items.filter(({ tokens }) => {
    const key = [...new Set(tokens.map((token) => token.toLowerCase()))].sort().join(' ');
    return tokens.length >= leastTokens && bearers.get(key) === 1;
  });
  return shuffle(alone, createRandom(1)).slice(0, mostItems);
};

/** Words as printed; in scripts without spaces, the tokens of the index, as written in the title. */
const cutTitles = async (
  texts: readonly SearchText[],
  { client, names }: ArticleSearch,
): Promise<readonly (readonly string[])[]> => {
  const cut: (readonly string[])[] = [];
  for (const { title, language } of texts) {
    if (spaced(language)) {
      cut.push(title.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []);
      continue;
    }
    const { tokens = [] } = await client.indices.analyze({
      index: names.articlesOf(language),
      analyzer: 'text',
      text: title,
    });
    cut.push(tokens.map(({ start_offset, end_offset }) => title.slice(start_offset, end_offset)));
  }
  return cut;
};

const remember = (
  tokens: readonly string[],
  memory: (typeof memories)[number],
  random: () => number,
  space: string,
): string => {
  if (memory === 'typo') return slip(tokens, random).join(space);
  const shuffled = shuffle(tokens, random);
  return (memory === 'half' ? shuffled.slice(0, Math.ceil(tokens.length / 2)) : shuffled).join(' ');
};

/** The commonest typing error: two neighbouring letters swapped, in a random word of two or more. */
const slip = (tokens: readonly string[], random: () => number): readonly string[] => {
  const long = tokens.flatMap((token, at) => ([...token].length >= 2 ? [at] : []));
  const chosen = long[Math.floor(random() * long.length)];
  return tokens.map((token, at) => {
    if (at !== chosen) return token;
    const letters = [...token];
    const place = Math.floor(random() * (letters.length - 1));
    return [
      ...letters.slice(0, place),
      letters[place + 1] ?? '',
      letters[place] ?? '',
      ...letters.slice(place + 2),
    ].join('');
  });
};
