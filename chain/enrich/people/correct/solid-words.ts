import { choiceOf } from '../../../../languages/choices.ts';
import { profileFor } from '../../../../languages/index.ts';
import type { SolidNameWords } from '../../../../languages/solid-name-words.ts';

/** A language's words of one kind, as one group of a pattern. */
export const solidWords = (language: 'zh' | 'ja', kind: keyof SolidNameWords): string =>
  `(?:${choiceOf(profileFor(language).names?.solid?.[kind] ?? [])})`;
