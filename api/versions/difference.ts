import { z } from 'zod';
import type { Article } from '../search/article.ts';

const fieldChange = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const differenceSchema = z
  .strictObject({
    from: z.number().int(),
    to: z.number().int(),
    fields: z.array(fieldChange).meta({ description: 'Title, dates, sources, people that changed' }),
    paragraphs: z
      .array(z.strictObject({ change: z.enum(['same', 'removed', 'added']), text: z.string() }))
      .meta({ description: 'The text, paragraph by paragraph, before and after' }),
  })
  .meta({ id: 'Difference' });
export type Difference = z.infer<typeof differenceSchema>;
type Paragraphs = Difference['paragraphs'];

/** The differences between two revisions. */
export const compareArticles = (before: Article, after: Article): Difference => ({
  from: before.revision,
  to: after.revision,
  fields: compared.flatMap(([field, read]) => {
    const [old, now] = [read(before), read(after)];
    return old === now ? [] : [{ field, before: old, after: now }];
  }),
  paragraphs: compareParagraphs(splitText(before.body), splitText(after.body)),
});

/** Most paragraphs of one text that are distinguished; the rest counts as one. */
const MOST_PARAGRAPHS = 10_000;

const splitText = (body: string): readonly string[] => {
  const first = body.split('\n', MOST_PARAGRAPHS);
  const end = first.reduce((sum, { length }) => sum + length + 1, 0);
  return end < body.length ? [...first, body.slice(end)] : first;
};

const labels = (list: readonly { readonly label: string }[]): string | null =>
  list.map(({ label }) => label).join('; ') || null;

const compared: readonly (readonly [string, (article: Article) => string | null])[] = [
  ['title', ({ title }) => title],
  ['date', ({ date }) => date],
  ['agency', ({ agency }) => labels(agency)],
  ['publisher', ({ publisher }) => publisher?.label ?? null],
  ['place', ({ dateline }) => dateline?.place?.label ?? null],
  ['people', ({ people }) => labels(people)],
  ['language', ({ language }) => language],
  ['url', ({ url }) => url],
];

/** Above this, the middle parts of two texts are shown as one removed and one added block. */
const MOST_COMPARED = 1500;

/** The longest common subsequence of paragraphs is unchanged; all others were removed or added. */
export const compareParagraphs = (before: readonly string[], after: readonly string[]): Paragraphs => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [
    ...marked('same', before.slice(0, head)),
    ...compareMiddles(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...marked('same', before.slice(before.length - tail)),
  ];
};

const marked = (change: Paragraphs[number]['change'], texts: readonly string[]): Paragraphs =>
  texts.map((text) => ({ change, text }));

const compareMiddles = (before: readonly string[], after: readonly string[]): Paragraphs => {
  if (before.length > MOST_COMPARED || after.length > MOST_COMPARED)
    return [...marked('removed', before), ...marked('added', after)];
  const common = commonLengths(...numbered(before, after));
  const width = after.length + 1;
  const found: Paragraphs = [];
  for (let old = 0, now = 0; old < before.length || now < after.length; ) {
    const [left, right] = [before[old], after[now]];
    if (left !== undefined && left === right) {
      found.push({ change: 'same', text: left });
      old += 1;
      now += 1;
    } else if (
      left !== undefined &&
      (right === undefined || (common[(old + 1) * width + now] ?? 0) >= (common[old * width + now + 1] ?? 0))
    ) {
      found.push({ change: 'removed', text: left });
      old += 1;
    } else {
      found.push({ change: 'added', text: right ?? '' });
      now += 1;
    }
  }
  return found;
};

/** Equal texts as equal numbers, because comparing texts with the same beginning for every pair is slow. */
const numbered = (...lists: readonly [readonly string[], readonly string[]]) => {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const [before, after] = lists;
  return [before.map(numberOf), after.map(numberOf)] as const;
};

/** Length of the longest common subsequence after each pair of positions. */
const commonLengths = (before: readonly number[], after: readonly number[]): Uint16Array => {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let old = before.length - 1; old >= 0; old -= 1)
    for (let now = after.length - 1; now >= 0; now -= 1)
      lengths[old * width + now] =
        before[old] === after[now]
          ? (lengths[(old + 1) * width + now + 1] ?? 0) + 1
          : Math.max(lengths[(old + 1) * width + now] ?? 0, lengths[old * width + now + 1] ?? 0);
  return lengths;
};
