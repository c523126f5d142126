import { letterClasses } from '../../languages/scripts.ts';

const { syllabic, unspacedAlphabets } = letterClasses;
/** In alphabets without spaces a token is as long as their words are on average, with their signs. */
const TOKEN = new RegExp(`[${syllabic}]|[${unspacedAlphabets}]{1,4}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');

/** Words in lower case; each Chinese, Japanese or Korean character is one, and every four of scripts without spaces. */
export const tokensOf = (text: string): readonly string[] =>
  text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];

/** Whether a text has what running text has: signs between its sentences, or a script that needs none. */
export const isPunctuated = (text: string): boolean => PUNCTUATED.test(text);

const PUNCTUATED = new RegExp(`[.,!?…。，！？،।;:]|[${unspacedAlphabets}]{20}`, 'u');
