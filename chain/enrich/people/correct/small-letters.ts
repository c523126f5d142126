import type { NameSpan } from '../name-span.ts';
import type { CorrectionRule } from './rule.ts';

const single = /^\p{Lu}\p{Ll}{2,20}$/u;
const opens = /(?:^|[\n.!?:“"»]\s*)$/u;

/** The word also occurs in lower case, so its capital may only mark the start of a sentence. */
export const smallLetters: CorrectionRule = {
  id: 'small-letters',
  languages: 'all',
  examples: [
    [
      'en',
      '[Crane] count finds 1,412 birds\nThe cranes rest.',
      'Crane count finds 1,412 birds\nThe cranes rest.',
    ],
    [
      'en',
      '[Rose] sang.\nThe rose fell. [Anna Rose] bowed.',
      '[Rose] sang.\nThe rose fell. [Anna Rose] bowed.',
    ],
  ],
  apply: ({ text }, spans) => {
    const nameOf = ({ start, end }: NameSpan): string => text.slice(start, end);
    const opening = spans.filter(
      (span) => single.test(nameOf(span)) && opens.test(text.slice(Math.max(0, span.start - 4), span.start)),
    );
    if (opening.length === 0) return spans;
    const small = new Set(
      [...text.matchAll(/(?<![\p{L}-])\p{Ll}{3,22}(?![\p{L}-])/gu)].map(([word]) => word),
    );
    const times = countParts(spans.map(nameOf));
    const common = new Set(
      opening.filter((span) => {
        const word = nameOf(span).toLowerCase();
        return (small.has(word) || small.has(`${word}s`)) && times.get(nameOf(span)) === 1;
      }),
    );
    return spans.filter((span) => !common.has(span));
  },
};

const countParts = (names: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const part of names.flatMap((name) => name.split(/[^\p{L}\p{M}]+/u)))
    times.set(part, (times.get(part) ?? 0) + 1);
  return times;
};
