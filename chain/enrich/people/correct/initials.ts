import { initialsOf } from '../coreference/printed-name.ts';
import { keepFree } from '../name-span.ts';
import { type CorrectionRule, inOrder } from './rule.ts';

const bracketed = /^ ?\((\p{Lu}{2,6})\)/u;
const mostInitials = 200;

/** Initials in brackets mean the name before them, there and everywhere in the text. */
export const initials: CorrectionRule = {
  id: 'initials',
  languages: 'all',
  examples: [
    [
      'es',
      'QLR ganó. [Quim López Romero] (QLR) celebró. QLR y la QLRS.',
      '[QLR] ganó. [Quim López Romero] ([QLR]) celebró. [QLR] y la QLRS.',
    ],
    ['es', '[Quim López] (ONU) habló en la ONU.', '[Quim López] (ONU) habló en la ONU.'],
  ],
  apply: ({ text }, spans) => {
    const letters = new Set<string>();
    for (const { start, end } of spans) {
      const short = bracketed.exec(text.slice(end, end + 10))?.[1];
      if (short && short === initialsOf(text.slice(start, end))) letters.add(short);
    }
    if (letters.size === 0) return spans;
    const pattern = new RegExp(`(?<![\\p{L}\\p{M}-])(?:${[...letters].join('|')})(?![\\p{L}\\p{M}])`, 'gu');
    const found = [...text.matchAll(pattern)]
      .slice(0, mostInitials)
      .map(({ 0: short, index }) => ({ start: index, end: index + short.length }));
    return inOrder(spans, keepFree(found, spans));
  },
};
