import type { ArticleDocument } from '../../../domain/document.ts';
import { createRandom } from '../../random.ts';

/** A realistic mix, as query strings: words of the articles themselves, filters of the people and agencies in them. */
export const drawQueries = (documents: readonly ArticleDocument[], count: number): readonly string[] => {
  const random = createRandom(7);
  const drawn = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, number) => {
    const document = drawn(documents);
    const query = new URLSearchParams();
    const words = wordsOf(document?.body ?? '');
    const first = Math.floor(random() * Math.max(1, words.length - 3));
    if (number % 10 < 8) query.set('q', words.slice(first, first + 1 + Math.floor(random() * 2)).join(' '));
    if (number % 10 === 3) query.set('q', `"${words.slice(first, first + 2).join(' ')}"`);
    const agency = document?.agency[0];
    const person = drawn(document?.people ?? []);
    if (number % 4 === 1 && agency) query.set('agency', agency);
    if (number % 5 === 2 && person) query.set('person', person);
    if (number % 6 === 0) query.set('from-date', '2018');
    if (number % 7 === 0 && document) query.set('lang', document.language);
    return query.toString();
  });
};

const wordsOf = (text: string): readonly string[] =>
  (text.match(/\p{Script=Han}{2}|[\p{L}\p{M}]{4,20}/gu) ?? ['peace']).slice(0, 200);
