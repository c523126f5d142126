import { readHanja } from './hanja.ts';
import { initialsOf, type PrintedName, sameWord } from './printed-name.ts';

const longestStart = 4;
const mostParts = 6;

/** Surnames printed alone, in scripts without spaces: the beginning of another name, or the end of one with several parts. */
export const findShortForms = (names: readonly PrintedName[]): ((name: PrintedName) => boolean) => {
  const starts = new Set<string>();
  for (const { parts, solid } of names)
    for (let size = 1; solid && size <= longestStart && size < (parts[0]?.length ?? 0); size += 1)
      starts.add(parts[0]?.slice(0, size) ?? '');
  for (const { parts } of names)
    for (let from = 1; from < Math.min(parts.length, mostParts) - 1; from += 1)
      starts.add(parts.slice(from).join(''));
  return ({ parts }) => {
    const word = parts[0] ?? '';
    return word.length === 1 || starts.has(word) || familiar.test(word);
  };
};

/** `小崔`, `老王`: a familiar form of a surname. */
const familiar = /^[小老阿][\u4e00-\u9fff]$/u;

/** Letters that may abbreviate a name of several words. */
export const capitals = /^\p{Lu}{2,6}$/u;

/** If the full name is known, a surname printed alone before it adds nothing. */
export const fullForms = (forms: readonly PrintedName[]): readonly PrintedName[] => {
  const full = forms.filter(({ parts, solid }) => parts.length > 1 || (solid && !begins(parts[0], forms)));
  return full.length > 0 ? full : forms;
};

const begins = (word = '', forms: readonly PrintedName[]): boolean =>
  forms.some(({ parts, solid }) => solid && parts[0] !== word && parts[0]?.startsWith(word));

/** 0 if the short form cannot belong to the fuller name; higher if it is the surname. */
export const fitOf = (short: PrintedName, full: PrintedName): number => {
  const word = short.parts[0] ?? '';
  if (word === '' || short.parts.length > 1) return 0;
  if (short.solid && full.solid) {
    const whole = full.parts[0] ?? '';
    if (word === whole) return 4;
    if (readHanja(word) === whole.charAt(0)) return 3;
    if (familiar.test(word) && whole.startsWith(word.slice(1))) return 2;
    if (whole.startsWith(word) && whole.length - word.length <= 3) return 3;
    if (word.length > 1 && whole.endsWith(word)) return 1;
    return word.startsWith(whole) && word.length - whole.length <= 2 ? 2 : 0;
  }
  if (short.solid && word.length > 2 && full.parts.join('').endsWith(word)) return 3;
  if (capitals.test(short.text) && short.text === initialsOf(full.text)) return 3;
  const same = fitAmong(word, full.parts);
  if (same > 0 || short.stems === short.parts) return same;
  return Math.max(0, fitAmong(short.stems[0] ?? '', full.stems) - otherCase);
};

/** The penalty for a form that fits only without its case ending. */
const otherCase = 0.5;

const fitAmong = (word: string, parts: readonly string[]): number => {
  const at = parts.findIndex((part) => sameWord(part, word));
  if (at < 0) return 0;
  if (parts.length === 1) return 4;
  return at === parts.length - 1 ? 3 : 2;
};
