import { choiceOf } from '../../../languages/choices.ts';
import { profileFor } from '../../../languages/index.ts';
import type { ReportWords } from '../../../languages/report-words.ts';

/** A language's words of some kinds, as one group of a pattern. */
export const reportWords = (language: string, ...kinds: readonly (keyof ReportWords)[]): string =>
  `(?:${choiceOf(kinds.flatMap((kind) => profileFor(language).reportWords?.[kind] ?? []))})`;

/** A Korean name and a word for reporter: `구현모 기자`. */
export const koreanReporter = `\\p{Script=Hangul}{2,4}\\s?${reportWords('ko', 'reporters', 'correspondents')}`;
