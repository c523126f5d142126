import { keepFree } from '../name-span.ts';
import { type CorrectionRule, inOrder } from './rule.ts';

const longestEnd = 40;
const initials = /(?:[\s.]|^)(\p{Script=Arabic}(?: \p{Script=Arabic}){1,3})\s*$/u;

/** The writer's initials at the end of an Arabic agency text: single letters, which are never words. */
export const signature: CorrectionRule = {
  id: 'signature',
  languages: ['ar'],
  examples: [
    ['ar', 'وعبر عن سعادته بسلامتهم. ع ب م', 'وعبر عن سعادته بسلامتهم. [ع ب م]'],
    ['ar', 'ع ب م في بداية النص لا غير.', 'ع ب م في بداية النص لا غير.'],
  ],
  apply: ({ text }, spans) => {
    const from = Math.max(0, text.length - longestEnd);
    const found = initials.exec(text.slice(from));
    const letters = found?.[1];
    if (!found || !letters) return spans;
    const start = from + found.index + found[0].indexOf(letters);
    return inOrder(spans, keepFree([{ start, end: start + letters.length }], spans));
  },
};
