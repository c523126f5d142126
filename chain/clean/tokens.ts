import { normalize } from '../../domain/normalize.ts';
import { letterClasses } from '../../languages/scripts.ts';

const { syllabic, unspacedAlphabets } = letterClasses;
/** In scripts without spaces a token has the average length of a word. */
const TOKEN = new RegExp(`[${syllabic}]|[${unspacedAlphabets}]{1,4}|[\\p{L}\\p{N}\\p{M}]+`, 'gu');

/** Words in lower case; each Chinese, Japanese or Korean character is one, and every four of scripts without spaces. */
export const tokensOf = (text: string): readonly string[] =>
  normalize(text, 'NFC').toLowerCase().match(TOKEN) ?? [];

/** Whether a text looks like running text: punctuation between sentences, or a script that needs none. */
export const isPunctuated = (text: string): boolean => PUNCTUATED.test(text);

const PUNCTUATED = new RegExp(`[.,!?…。，！？،।;:]|[${unspacedAlphabets}]{20}`, 'u');
