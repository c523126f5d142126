import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { loadAuthorities } from '../../authorities/load.ts';
import { type ArticleDocument, bareDocument } from '../../domain/document.ts';
import { readRecords } from '../evaluate/sets.ts';
import { createRandom } from '../random.ts';
import { skewed } from './skewed.ts';

const root = join(import.meta.dirname, '../..');
const sources = join(root, '../shared/data/articles');

/** At most this share of articles repeats another one except for one sentence. */
const NEAR_DUPLICATES = 0.1;

const article = z
  .object({ title: z.string(), body: z.string(), language: z.string() })
  .transform(({ title, body, language }) => ({ title, body, language }));

interface Material {
  readonly titles: string[];
  readonly sentences: string[];
  /** Numbers of sentences, one for each real article. */
  readonly lengths: number[];
}

/**
 * Documents made from the real articles: sentences of one language drawn at random, lengths kept, people, agencies and
 * dates drawn from a skewed distribution. The same for every run (seed 1); kept under `.dateline/`.
 *
 * @throws {Error} if the measuring data is absent
 */
export async function* readCorpus(
  size: number,
  log: (line: string) => void,
): AsyncGenerator<ArticleDocument> {
  const folder = join(root, '.dateline', 'benchmark');
  const path = join(folder, `corpus-${size}.ndjson`);
  if (!existsSync(path)) {
    log(`Making ${size} articles …`);
    mkdirSync(folder, { recursive: true });
    await writeCorpus(`${path}.part`, size);
    renameSync(`${path}.part`, path);
  }
  for await (const line of createInterface({ input: createReadStream(path) }))
    yield JSON.parse(line) as ArticleDocument;
}

const writeCorpus = async (path: string, size: number): Promise<void> => {
  const file = createWriteStream(path);
  for await (const document of makeCorpus(size))
    if (!file.write(`${JSON.stringify(document)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
};

async function* makeCorpus(size: number): AsyncGenerator<ArticleDocument> {
  const random = createRandom(1);
  const byLanguage = [...(await readMaterial())];
  const known = loadAuthorities();
  const people = [...new Set([...known.people.names()].map(({ id }) => id))].slice(0, 8000);
  const agencies = known.agencies.all().map(({ id }) => id);
  const places = known.places.all().map(({ id }) => id);
  let previous: ArticleDocument | null = null;
  for (let number = 0; number < size; number += 1) {
    const repeat: boolean = previous !== null && random() < NEAR_DUPLICATES;
    const [language, material] = pick(byLanguage, random);
    const text: Pick<ArticleDocument, 'title' | 'body' | 'language'> =
      repeat && previous
        ? {
            ...previous,
            body: `${previous.body} ${pick(materialOf(byLanguage, previous.language).sentences, random)}`,
          }
        : { language, title: pick(material.titles, random), body: bodyOf(material, random) };
    previous = documentOf(number, text, repeat && previous ? previous.story : `s${number}`, {
      agency: random() < 0.9 ? [agencies[skewed(random, agencies.length)] ?? ''] : [],
      place: random() < 0.7 ? (places[skewed(random, places.length)] ?? null) : null,
      people: drawPeople(people, random),
      date: random() < 0.97 ? dayBefore(skewed(random, 365 * 15)) : null,
    });
    yield previous;
  }
}

const materialOf = (all: readonly (readonly [string, Material])[], language: string): Material => {
  const found = all.find(([code]) => code === language)?.[1];
  if (!found) throw new Error(`no material in ${language}`);
  return found;
};

const pick = <T>(list: readonly T[], random: () => number): T => {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
};

const bodyOf = ({ sentences, lengths }: Material, random: () => number): string =>
  Array.from({ length: pick(lengths, random) }, () => pick(sentences, random)).join(' ');

const drawPeople = (people: readonly string[], random: () => number): string[] => [
  ...new Set(
    Array.from({ length: Math.floor(random() * 6) }, () => people[skewed(random, people.length)] ?? ''),
  ),
];

const dayBefore = (days: number): string =>
  new Date(Date.UTC(2024, 11, 31) - days * 86_400_000).toISOString().slice(0, 10);

const scripts: Readonly<Record<string, string>> = { zh: 'Hans', ru: 'Cyrl', ar: 'Arab' };

const documentOf = (
  number: number,
  { title, body, language }: Pick<ArticleDocument, 'title' | 'body' | 'language'>,
  story: string,
  drawn: { agency: string[]; place: string | null; people: string[]; date: string | null },
): ArticleDocument => ({
  ...bareDocument({
    id: `benchmark-${number}`,
    revision: 1,
    checksum: String(number),
    language,
    received: new Date(Date.UTC(2025, 0, 1) + number * 1000).toISOString(),
  }),
  title,
  lead: body.slice(0, 300),
  body,
  kinds: ['text'],
  credits: [...drawn.agency, ...(drawn.place ? [drawn.place] : [])],
  date: drawn.date,
  dateKind: drawn.date ? 'published' : null,
  agency: drawn.agency,
  dateline: drawn.place ? { place: drawn.place, printed: drawn.place, date: null } : null,
  people: drawn.people,
  script: scripts[language] ?? 'Latn',
  story,
});

const readMaterial = async (): Promise<ReadonlyMap<string, Material>> => {
  if (!existsSync(sources))
    throw new Error('the measuring data is absent: no folder ../shared/data/articles');
  const byLanguage = new Map<string, Material>();
  for (const file of readdirSync(sources).sort())
    for await (const { title, body, language } of readRecords(join(sources, file), (value) =>
      article.parse(value),
    )) {
      const code = language.split('-')[0] ?? language;
      const material = byLanguage.get(code) ?? { titles: [], sentences: [], lengths: [] };
      const sentences = body
        .split(/(?<=[.!?؟])\s+|(?<=[。！？])/u)
        .filter((sentence) => sentence.trim() !== '');
      if (sentences.length === 0) continue;
      material.titles.push(title);
      material.sentences.push(...sentences);
      material.lengths.push(sentences.length);
      byLanguage.set(code, material);
    }
  return byLanguage;
};
