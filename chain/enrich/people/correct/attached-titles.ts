import { choiceOf } from '../../../../languages/choices.ts';
import { profileFor } from '../../../../languages/index.ts';
import { attachedTitles, standingTitles } from '../roles/standing-titles.ts';
import { type CorrectionRule, eachName } from './rule.ts';

/** A title alone is not a person. */
export const attachedTitleAlone: CorrectionRule = {
  id: 'attached-title-alone',
  languages: 'all',
  examples: [['ko', '[조정관] [김철수]', '조정관 [김철수]']],
  apply: ({ text }, spans) =>
    spans.filter(({ start, end }) => !standingTitles.includes(text.slice(start, end))),
};

/** "Former", "present" between a Japanese name and its title; Chinese given names can end with the same characters. */
const standing = new RegExp(`(?:${choiceOf(profileFor('ja').names?.attachedTimes ?? [])})$`, 'u');
const shortestName = 2;

/** Titles attached to the end of a name. */
export const attachedTitle: CorrectionRule = {
  id: 'attached-title',
  languages: 'all',
  examples: [
    ['ko', '[김철수 의원]', '[김철수] 의원'],
    ['ja', '[神崎代表]', '[神崎]代表'],
    ['ja', '[田中元社長]', '[田中]元社長'],
    ['ja', '[田中稔元]社長', '[田中稔]元社長'],
    ['ja', '[木村元]と[林氏]', '[木村元]と[林氏]'],
    ['zh', '[李宗元]主席', '[李宗元]主席'],
  ],
  apply: eachName(({ text, language }, { start, end }) => {
    const name = text.slice(start, end);
    const inside = attachedTitles.find((title) => name.endsWith(title)) ?? '';
    const titled = inside !== '' || attachedTitles.some((title) => text.startsWith(title, end));
    const bare = name.slice(0, name.length - inside.length).trimEnd();
    const rest = titled && language === 'ja' ? bare.replace(standing, '') : bare;
    return rest.length < shortestName ? { start, end } : { start, end: start + rest.length };
  }),
};
