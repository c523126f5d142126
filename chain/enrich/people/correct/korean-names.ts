import { choiceOf } from '../../../../languages/choices.ts';
import { profileFor } from '../../../../languages/index.ts';
import { titlesOf } from '../../../../languages/titles.ts';
import type { NameSpan } from '../name-span.ts';
import { standingTitles } from '../roles/standing-titles.ts';
import { type CorrectionRule, eachName } from './rule.ts';

const { names: words, titles } = profileFor('ko');
const lastWord = / +([\uac00-\ud7a3]{2,6})$/u;

/** After a space, a title is not part of the name. */
export const titleBehindBlank: CorrectionRule = {
  id: 'title-behind-blank',
  languages: ['ko'],
  examples: [['ko', '[캠벨 조정관]', '[캠벨] 조정관']],
  apply: eachName(({ text }, { start, end }) => {
    const last = lastWord.exec(text.slice(start, end));
    const titled = last?.[1] !== undefined && standingTitles.includes(last[1]);
    return { start, end: titled && last.index > 0 ? start + last.index : end };
  }),
};

const formerly: ReadonlySet<string> = new Set([...(words?.former ?? []), ...(words?.present ?? [])]);
/** `전 씨` is a person of that surname. */
const addressed = new RegExp(`^ ?(?:${choiceOf(titlesOf(titles, 'address'))})`, 'u');

/** A title with a polite ending, or "former" before a title, is not a name. */
export const politeTitle: CorrectionRule = {
  id: 'polite-title',
  languages: ['ko'],
  examples: [
    ['ko', '[송철수] [신부님]과 [문영희] [전] 대통령', '[송철수] 신부님과 [문영희] 전 대통령'],
    ['ko', '사건과 관련해 [전]씨와 상담했다', '사건과 관련해 [전]씨와 상담했다'],
  ],
  apply: ({ text }, spans) => spans.filter((span) => !isTitle(text, span)),
};

const isTitle = (text: string, { start, end }: NameSpan): boolean => {
  const name = text.slice(start, end);
  if (formerly.has(name)) return !addressed.test(text.slice(end, end + 2));
  return (words?.politeEndings ?? []).some(
    (ending) => name.endsWith(ending) && standingTitles.includes(name.slice(0, -ending.length)),
  );
};
