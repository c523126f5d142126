import { languages } from './index.ts';
import type { LanguageProfile } from './profile.ts';

/** The words of one kind in every language, each once. */
export const wordsOfAll = (
  kind: (profile: LanguageProfile) => readonly string[] | undefined,
): readonly string[] => [...new Set(languages.flatMap((profile) => kind(profile) ?? []))];

/** Words as an alternation in a pattern, longest first. Without words: a pattern that never matches. */
export const choiceOf = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : [...words]
        .sort((one, other) => other.length - one.length)
        .map((word) => escaped(word))
        .join('|');

/** Single characters as the inside of a character class. */
export const classOf = (characters: readonly string[]): string => characters.map(escaped).join('');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
