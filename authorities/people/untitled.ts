import { letterClasses } from '../../languages/scripts.ts';
import { longestName } from './matching/normalize-name.ts';
import { isSolidTitle, isSpacedTitle } from './title-words.ts';

/** The most words of a title, or characters in scripts without spaces. */
const longestTitle = { words: 6, characters: 10 } as const;
/** Scripts in which a title follows a name too, with a space between them in Korean. */
const easternLetters = new RegExp(`^[${letterClasses.syllabic}・\\s]+$`, 'u');

/**
 * Possible names in what a user types: without the title before the name (`Foreign Minister Lavrov`, `Mr Lavrov`), in
 * Chinese, Japanese and Korean on either side (`王毅外长`), and without an English genitive. The longest remaining name comes
 * first. Elsewhere a name may end like a title: `Martin Luther King`.
 *
 * @returns nothing over 200 characters
 */
export const untitled = (typed: string): readonly string[] => {
  if (typed.length > longestName) return [];
  const whole = typed.trim();
  const name = whole.replace(/['’]s$/u, '');
  const bare = easternLetters.test(name) ? withoutSolidTitle(name) : withoutSpacedTitle(name);
  return name === whole ? bare : [name, ...bare];
};

const withoutSpacedTitle = (name: string): string[] => {
  const words = name.split(/\s+/u);
  return cutsOf(words, longestTitle.words)
    .filter((count) => isSpacedTitle(words.slice(0, count), words[count] ?? ''))
    .map((count) => words.slice(count).join(' '));
};

const withoutSolidTitle = (name: string): string[] => {
  const isParted = /\s/u.test(name);
  const parts = isParted ? name.split(/\s+/u) : [...name];
  const glue = isParted ? ' ' : '';
  const most = isParted ? longestTitle.words : longestTitle.characters;
  return cutsOf(parts, most)
    .flatMap((count) => [
      { title: parts.slice(0, count), rest: parts.slice(count) },
      { title: parts.slice(-count), rest: parts.slice(0, -count) },
    ])
    .filter(({ title }) => isSolidTitle(title.join('')))
    .map(({ rest }) => rest.join(glue));
};

/** How many parts may be a title; at least one must be the name. */
const cutsOf = (parts: readonly string[], most: number): readonly number[] =>
  Array.from({ length: Math.min(most, parts.length - 1) }, (_, at) => at + 1);
